package org.porchlight.viewing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Packet;

/**
 * The pictures of one camera as parts of a multipart/x-mixed-replace answer. A part is made once for all its viewers, in
 * direct memory, so that the server hands it to the sockets without copying; its memory is used again when the last viewer
 * has written it. Safe for any thread.
 */
final class MultipartJpeg {

    static final String CONTENT_TYPE = "multipart/x-mixed-replace;boundary=picture";

    /** What an answer begins with. The boundary that ends a part is in the part: browsers show a picture when they see it. */
    static final byte[] START = "--picture\r\n".getBytes(StandardCharsets.US_ASCII);

    /** What may be sent before the start: readers pass over it. */
    static final byte[] PREAMBLE = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] END = "\r\n--picture\r\n".getBytes(StandardCharsets.US_ASCII);

    /** Memory that is kept for parts to come; a few readers on slow lines may need more for a while. */
    private static final int SPARE = 8;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<ByteBuffer> spare = new ArrayDeque<>();
    private @Nullable Part newest;

    /** One picture with its header. To be closed by whoever got it. */
    final class Part implements AutoCloseable {

        private final Packet picture;
        private final ByteBuffer bytes;
        private final AtomicInteger users = new AtomicInteger(1);

        private Part(Packet picture, ByteBuffer bytes) {
            this.picture = picture;
            this.bytes = bytes;
        }

        /** The bytes to write, with a position of their own. */
        ByteBuffer bytes() {
            return bytes.duplicate();
        }

        private Part use() {
            users.incrementAndGet();
            return this;
        }

        @Override
        public void close() {
            if (users.decrementAndGet() == 0) {
                recycle(bytes);
            }
        }
    }

    /** The part for a picture, made by the first who asks. */
    Part part(Packet picture) {
        lock.lock();
        try {
            if (newest != null && newest.picture == picture) {
                return newest.use();
            }
            Part made = new Part(picture, fill(picture));
            if (newest == null || newest.picture.ptsMicros() < picture.ptsMicros()) {
                if (newest != null) {
                    newest.close();
                }
                newest = made.use();
            }
            return made;
        } finally {
            lock.unlock();
        }
    }

    private ByteBuffer fill(Packet picture) {
        byte[] header = ("Content-Type: image/jpeg\r\nContent-Length: " + picture.size() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return memory(header.length + picture.size() + END.length)
                .put(header)
                .put(picture.bytes())
                .put(END)
                .flip();
    }

    private ByteBuffer memory(int size) {
        ByteBuffer used = spare.poll();
        if (used != null && used.capacity() >= size) {
            return used.clear();
        }
        // Pictures differ in size: a quarter more, and the next ones fit too.
        return ByteBuffer.allocateDirect(size + size / 4);
    }

    private void recycle(ByteBuffer bytes) {
        lock.lock();
        try {
            if (spare.size() < SPARE) {
                spare.push(bytes);
            }
        } finally {
            lock.unlock();
        }
    }
}

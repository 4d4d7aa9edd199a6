package org.porchlight.viewing;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.porchlight.media.Packet;

/**
 * The pictures of one camera as parts of a multipart/x-mixed-replace answer. A part is made once for all its viewers, in
 * direct memory, so that the server hands it to the sockets without copying; its memory is used again when the last viewer
 * has written it. Parts are made by one thread and closed by any.
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

    private final Queue<ByteBuffer> spare = new ArrayBlockingQueue<>(SPARE);

    /** One picture with its header. To be closed by whoever made or used it. */
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

        /** Bytes, header and end included. */
        int size() {
            return bytes.limit();
        }

        Packet picture() {
            return picture;
        }

        /** The same part for one user more. Only while it is open for another. */
        Part use() {
            users.incrementAndGet();
            return this;
        }

        @Override
        public void close() {
            if (users.decrementAndGet() == 0) {
                spare.offer(bytes);
            }
        }
    }

    /** A part for a picture. Its header says when that was taken, as mjpg-streamer's and uStreamer's do. */
    Part part(Packet picture) {
        BigDecimal takenSeconds =
                BigDecimal.valueOf(System.currentTimeMillis() - picture.age().toMillis(), 3);
        byte[] header = ("Content-Type: image/jpeg\r\nContent-Length: " + picture.size() + "\r\nX-Timestamp: "
                        + takenSeconds + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = memory(header.length + picture.size() + END.length)
                .put(header)
                .put(picture.bytes())
                .put(END)
                .flip();
        return new Part(picture, bytes);
    }

    private ByteBuffer memory(int size) {
        ByteBuffer used = spare.poll();
        if (used != null && used.capacity() >= size) {
            return used.clear();
        }
        // Pictures differ in size: a quarter more, and the next ones fit too.
        return ByteBuffer.allocateDirect(size + size / 4);
    }
}

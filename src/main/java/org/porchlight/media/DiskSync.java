package org.porchlight.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that what is written to a file is on the disk soon after, so that a power cut takes little of it. Whoever writes does
 * not wait: an SD card may take a second for it. Has a handle of its own, since by its name the file may be out of reach by then:
 * its disk was taken away. {@link #written} and {@link #force} are safe for any thread.
 */
final class DiskSync implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DiskSync.class);

    private final Path file;
    private final FileChannel channel;
    private final Semaphore written = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /** For a file that is there, also if it was made just now. */
    DiskSync(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
        this.thread = Thread.ofPlatform().name("sync-" + file.getFileName()).start(this::run);
    }

    /** There is more in the file. */
    void written() {
        written.release();
    }

    /** Waits until all that is in the file, and its name, are on the disk. */
    void force() throws IOException {
        channel.force(true);
        FolderSync.nameOf(file);
    }

    /** Writes over what is at a place in the file. */
    void overwrite(long position, byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left, position + left.position());
        }
    }

    /** How large the file is, wherever it is; 0 when that cannot be told. */
    long bytes() {
        try {
            return channel.size();
        } catch (IOException e) {
            return 0;
        }
    }

    private void run() {
        try {
            FolderSync.nameOf(file);
            while (!closed) {
                written.acquireUninterruptibly();
                written.drainPermits();
                channel.force(false);
            }
        } catch (IOException e) {
            // A disk that is gone: whoever writes hears of it too, and tells people.
            log.warn("What is written to {} may not outlast a power cut: {}", file, e.toString());
        }
    }

    @Override
    public void close() {
        closed = true;
        written.release();
        Uninterrupted.join(thread);
        try {
            channel.close();
        } catch (IOException e) {
            log.warn("The file {} cannot be closed: {}", file, e.toString());
        }
    }
}

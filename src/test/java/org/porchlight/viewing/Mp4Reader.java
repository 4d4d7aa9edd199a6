package org.porchlight.viewing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.porchlight.media.Cursor;
import org.porchlight.media.Packet;
import org.porchlight.media.PacketStream;

/** Reads live MP4. When its pictures were taken is not said in it; that is known from the engine. */
class Mp4Reader extends SocketReader {

    private static final String END_OF_HEADERS = "\r\n\r\n";

    private final Times times;
    private int parsed = -1;
    private long time;

    Mp4Reader(int port, String path, String cookie, Times times) throws IOException {
        super(port, path, cookie);
        this.times = times;
    }

    @Override
    void parse(byte[] all) {
        if (parsed < 0) {
            int end = new String(all, StandardCharsets.ISO_8859_1).indexOf(END_OF_HEADERS);
            if (end < 0) {
                return;
            }
            parsed = end + END_OF_HEADERS.length();
        }
        while (all.length - parsed >= 8) {
            ByteBuffer box = ByteBuffer.wrap(all, parsed, all.length - parsed).slice();
            int size = box.getInt();
            if (box.capacity() < size) {
                return;
            }
            byte[] name = new byte[4];
            box.get(name);
            switch (new String(name, StandardCharsets.US_ASCII)) {
                case "moof" -> time = time(box.slice(8, size - 8));
                case "mdat" -> arrived(times.taken(time));
                default -> {} // a header, or an empty box
            }
            parsed += size;
        }
    }

    /** What a fragment's tfdt box tells: when it is shown, in 90,000ths of a second. */
    static long time(ByteBuffer moof) {
        int tfdt =
                StandardCharsets.ISO_8859_1.decode(moof.duplicate()).toString().indexOf("tfdt");
        return moof.getLong(tfdt + 8);
    }

    /** When the pictures were taken that are told by their fragments' times: what the engine itself says. */
    static final class Times implements AutoCloseable {

        private final Map<Long, Long> taken = new ConcurrentHashMap<>();
        private final Cursor fragments;
        private final Thread thread;

        Times(PacketStream stream) {
            fragments = stream.live();
            thread = Thread.ofVirtual().start(this::run);
            await().until(() -> !taken.isEmpty());
        }

        private void run() {
            try {
                while (true) {
                    Packet fragment = fragments.next(Duration.ofSeconds(1));
                    if (fragment != null) {
                        long takenMillis =
                                System.currentTimeMillis() - fragment.age().toMillis();
                        taken.put(time(fragment.bytes()), takenMillis);
                    }
                }
            } catch (InterruptedException e) {
                fragments.close();
            }
        }

        /** Milliseconds since 1970. */
        long taken(long time) {
            if (!taken.containsKey(time)) { // it arrived here first
                await().until(() -> taken.containsKey(time));
            }
            return Objects.requireNonNull(taken.get(time));
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }
}

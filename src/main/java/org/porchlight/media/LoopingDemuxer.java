package org.porchlight.media;

import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Plays a file over and over at the speed of life, its time stamps rising all the while. */
final class LoopingDemuxer implements Demuxer {

    private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final FFmpegDemuxer file;
    private final Interrupt interrupt;
    private final long startNanos = System.nanoTime();
    private long roundStartMicros;
    private long roundFirstMicros = NO_TIME;
    private long newestMicros;
    private final long periodMicros;
    private @Nullable Demuxed waiting;

    LoopingDemuxer(FFmpegDemuxer file, Interrupt interrupt) {
        this.file = file;
        this.interrupt = interrupt;
        this.periodMicros = TimeUnit.SECONDS.toMicros(1) / file.format().expectedRate();
    }

    @Override
    public StreamFormat format() {
        return file.format();
    }

    @Override
    public @Nullable Demuxed read() throws IOException {
        Demuxed next = waiting != null ? waiting : readOnward();
        waiting = next;
        if (next == null) {
            return null;
        }
        // Absolute due times: sleeping a period each time would fall ever further behind.
        long early = startNanos + TimeUnit.MICROSECONDS.toNanos(next.dtsMicros()) - System.nanoTime();
        if (early > 0 && !interrupt.cancelled()) {
            LockSupport.parkNanos(Math.min(early, LONGEST_WAIT_NANOS));
            if (early > LONGEST_WAIT_NANOS) {
                return null;
            }
        }
        waiting = null;
        return next;
    }

    private @Nullable Demuxed readOnward() throws IOException {
        try {
            Demuxed read = file.read();
            return read == null ? null : placed(read);
        } catch (EOFException e) {
            if (roundFirstMicros == NO_TIME) {
                throw new CameraUnavailable(Sentence.of("source.noPicture"), false);
            }
            roundStartMicros = newestMicros + periodMicros;
            roundFirstMicros = NO_TIME;
            file.rewind();
            return null;
        }
    }

    /** The packet with its times counted from when the file was first started. */
    private Demuxed placed(Demuxed read) {
        boolean untimed = read.dtsMicros() == NO_TIME && read.ptsMicros() == NO_TIME;
        long dts = untimed
                ? (roundFirstMicros == NO_TIME ? 0 : newestMicros - roundStartMicros + periodMicros + roundFirstMicros)
                : read.dtsMicros() == NO_TIME ? read.ptsMicros() : read.dtsMicros();
        long pts = read.ptsMicros() == NO_TIME ? dts : read.ptsMicros();
        if (roundFirstMicros == NO_TIME) {
            roundFirstMicros = dts;
        }
        long placedDts = roundStartMicros + dts - roundFirstMicros;
        newestMicros = Math.max(newestMicros, placedDts);
        return new Demuxed(read.bytes(), read.key(), placedDts + pts - dts, placedDts);
    }

    @Override
    public void close() {
        file.close();
    }
}

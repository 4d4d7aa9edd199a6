package org.porchlight.media;

import java.time.LocalTime;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** The built-in picture as a source of raw pictures, at the wished rate and size. */
final class DemoDemuxer implements Demuxer {

    private final int framesPerSecond;
    private final Interrupt interrupt;
    private final DemoPicture picture;
    private final StreamFormat format;
    private final long startNanos = System.nanoTime();
    private long number;

    DemoDemuxer(CaptureWishes wishes, Interrupt interrupt) {
        this.framesPerSecond = wishes.framesPerSecond();
        this.interrupt = interrupt;
        this.picture = new DemoPicture(wishes.width(), wishes.height());
        this.format = new StreamFormat(
                avcodec.AV_CODEC_ID_RAWVIDEO,
                wishes.width(),
                wishes.height(),
                avutil.AV_PIX_FMT_BGR24,
                new byte[0],
                false,
                wishes.framesPerSecond());
    }

    @Override
    public StreamFormat format() {
        return format;
    }

    @Override
    public Demuxed read() {
        skipMissed();
        long pts = TimeUnit.SECONDS.toMicros(1) * number++ / framesPerSecond;
        long due = startNanos + TimeUnit.MICROSECONDS.toNanos(pts);
        for (long left = due - System.nanoTime(); left > 0 && !interrupt.cancelled(); left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return new Demuxed(picture.paint(pts / 1e6, LocalTime.now()), true, pts, pts);
    }

    /** A machine that is too slow, or slept, shows fewer pictures, never old ones. */
    private void skipMissed() {
        long due = (System.nanoTime() - startNanos) * framesPerSecond / TimeUnit.SECONDS.toNanos(1);
        number = Math.max(number, due);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}

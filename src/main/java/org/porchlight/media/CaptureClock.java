package org.porchlight.media;

import java.util.concurrent.TimeUnit;
import org.porchlight.media.Demuxer.Demuxed;

/**
 * Places a connection's packets on the capture clock. The source's own time stamps are kept, since they are steadier than the
 * arrival, as long as they stay near it; else, and for sources without any, the arrival counts. Decoding times always rise.
 * For one thread.
 */
final class CaptureClock {

    private static final long DRIFT_MICROS = TimeUnit.MILLISECONDS.toMicros(500);

    private long offsetMicros = Demuxer.NO_TIME;
    private long lastDtsMicros = Long.MIN_VALUE;

    /** The packet with its times on the capture clock; {@code arrivalMicros} is on that clock. */
    Packet place(Demuxed demuxed, StreamFormat format, long arrivalMicros) {
        long dts = demuxed.dtsMicros() != Demuxer.NO_TIME ? demuxed.dtsMicros() : demuxed.ptsMicros();
        long placed = Math.max(dts == Demuxer.NO_TIME ? arrivalMicros : near(dts, arrivalMicros), lastDtsMicros + 1);
        lastDtsMicros = placed;
        boolean bothKnown = demuxed.ptsMicros() != Demuxer.NO_TIME && demuxed.dtsMicros() != Demuxer.NO_TIME;
        long delay = bothKnown ? demuxed.ptsMicros() - demuxed.dtsMicros() : 0;
        // A stream with B-frames that says only when each is shown: then that is the time it goes by.
        long shown = format.reordered() && demuxed.dtsMicros() == Demuxer.NO_TIME && dts != Demuxer.NO_TIME
                ? dts + offsetMicros
                : placed + Math.max(0, delay);
        return new Packet(format, demuxed.key(), shown, placed, demuxed.bytes());
    }

    private long near(long dts, long arrivalMicros) {
        if (offsetMicros == Demuxer.NO_TIME || Math.abs(dts + offsetMicros - arrivalMicros) > DRIFT_MICROS) {
            offsetMicros = arrivalMicros - dts;
        }
        return dts + offsetMicros;
    }
}

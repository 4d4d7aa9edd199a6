package org.porchlight.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.porchlight.media.Demuxer.Demuxed;

/** Reads the length of a recording from its packets, whatever its index says: a killed server has not written one. */
final class Mp4Length {

    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long beforeLast = Long.MIN_VALUE;

    private Mp4Length() {}

    static Duration of(Path file) throws IOException {
        Mp4Length length = new Mp4Length();
        try (FFmpegDemuxer demuxer =
                FFmpegDemuxer.openFirst(List.of(DemuxerOptions.file(file)), file.toString(), new Interrupt())) {
            length.readAll(demuxer);
        }
        if (length.last == Long.MIN_VALUE) {
            throw new IOException("There is no picture in " + file + ".");
        }
        return length.sum();
    }

    private void readAll(Demuxer demuxer) {
        try {
            while (true) {
                Demuxed packet = demuxer.read();
                // Times before zero are pictures that the edit list leaves out.
                if (packet != null && packet.ptsMicros() >= 0) {
                    first = Math.min(first, packet.ptsMicros());
                    beforeLast = last;
                    last = Math.max(last, packet.ptsMicros());
                }
            }
        } catch (IOException e) {
            // The end of the file, or of what is whole in it: what was read until here is the recording.
        }
    }

    private Duration sum() {
        long lastPicture = beforeLast == Long.MIN_VALUE ? 0 : last - beforeLast;
        return Duration.of(last - first + lastPicture, ChronoUnit.MICROS);
    }
}

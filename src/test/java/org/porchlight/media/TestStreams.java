package org.porchlight.media;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.porchlight.media.Demuxer.Demuxed;

/** The streams beside the tests, see README.md there. */
final class TestStreams {

    private TestStreams() {}

    static Path file(String name) {
        URL url = Objects.requireNonNull(TestStreams.class.getResource(name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What FFmpeg reads from a file, all at once. */
    record Read(StreamFormat format, List<Demuxed> packets) {}

    static Read read(Path file) throws IOException {
        List<Demuxed> packets = new ArrayList<>();
        try (FFmpegDemuxer demuxer =
                FFmpegDemuxer.openFirst(List.of(DemuxerOptions.file(file)), file.toString(), new Interrupt())) {
            Read read = new Read(demuxer.format(), packets);
            try {
                while (true) {
                    Demuxed packet = demuxer.read();
                    if (packet != null) {
                        packets.add(packet);
                    }
                }
            } catch (IOException e) {
                return read; // the end of the file, or of what can be read of it
            }
        }
    }
}

package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.porchlight.camera.Cameras;
import org.porchlight.viewing.SocketReader.Picture;
import org.porchlight.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Readers on bad lines, which trouble nobody but themselves, in both the ways that the picture comes in. */
class ReadersThatFailTest extends WebTest {

    private static final int SLOW_BYTES_PER_SECOND = 50_000;

    /** What the system holds back for one reader: of Motion JPEG, two pictures and what it takes at once. */
    private static final long MOST_HELD_BYTES = 256 << 10;

    private static final Path CONNECTIONS = Path.of("/proc/net/tcp6");

    enum Way {
        MJPEG,
        MP4
    }

    @Autowired
    Viewings viewings;

    @Autowired
    Cameras cameras;

    private Mp4Reader.Times times;

    @BeforeEach
    void lookAtTheClock() {
        times = new Mp4Reader.Times(cameras.capture(1).fragments());
    }

    @AfterEach
    void lookAway() {
        times.close();
    }

    @ParameterizedTest
    @EnumSource
    void aSlowReaderSeesFewerPicturesButNoOldOnes(Way way) throws Exception {
        try (ScheduledExecutorService line = Executors.newSingleThreadScheduledExecutor();
                SocketReader reader = reader(way)) {
            long came = System.currentTimeMillis();
            line.scheduleAtFixedRate(() -> reader.takeAtMost(SLOW_BYTES_PER_SECOND / 50), 0, 20, TimeUnit.MILLISECONDS);

            await().atMost(LONG).until(() -> seconds(reader.pictures()) > 8 || reader.ended());

            line.shutdownNow();
            assertThat(reader.pictures()).isNotEmpty();
            // Live MP4 begins with the newest keyframe, which lies some time back.
            assertThat(reader.pictures())
                    .filteredOn(picture -> picture.takenMillis() >= came)
                    .extracting(Picture::ageMillis)
                    .allSatisfy(age -> assertThat(age).isLessThan(2_000));
        }
    }

    private static double seconds(List<Picture> pictures) {
        return pictures.isEmpty()
                ? 0
                : (pictures.getLast().takenMillis() - pictures.getFirst().takenMillis()) / 1000.0;
    }

    @ParameterizedTest
    @EnumSource
    void aReaderThatStopsReadingIsLetGoAndLittleIsHeldForIt(Way way) throws Exception {
        assumeThat(CONNECTIONS).exists();
        try (SocketReader reader = reader(way)) {
            reader.take(1_000);
            List<Long> held = new ArrayList<>();

            await().atMost(LONG).until(() -> {
                held.add(heldFor(reader));
                return viewings.open().isEmpty();
            });

            assertThat(held).anyMatch(bytes -> bytes > 0).allMatch(bytes -> bytes < MOST_HELD_BYTES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReaderThatVanishesHasLeft(Way way) throws Exception {
        SocketReader reader = reader(way);
        reader.take(1_000);
        assertThat(viewings.open()).hasSize(1);

        reader.vanish();

        await().atMost(LONG).until(() -> viewings.open().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void theOthersNoticeNothing(Way way) throws Exception {
        List<SocketReader> stuck = new ArrayList<>();
        try (SocketReader well = reader(way)) {
            for (int i = 0; i < 20; i++) {
                stuck.add(reader(way));
            }
            List<Picture> pictures = new ArrayList<>();
            while (pictures.size() < 90) {
                well.takeAtMost(100_000);
                assertThat(well.ended()).isFalse();
                pictures = well.pictures();
            }
            // The first ones of live MP4 are old, see above.
            assertThat(pictures.subList(70, 90))
                    .extracting(Picture::ageMillis)
                    .allSatisfy(age -> assertThat(age).isLessThan(1_000));
        } finally {
            for (SocketReader reader : stuck) {
                reader.close();
            }
        }
        await().atMost(LONG).until(() -> viewings.open().isEmpty());
    }

    /** Bytes that the system has for a reader and has not got rid of; none where the connection is over. */
    private long heldFor(SocketReader reader) {
        String connection = "^\\d+: \\w+:%04X \\w+:%04X .*".formatted(port, reader.port());
        try {
            return Files.readAllLines(CONNECTIONS).stream()
                    .map(String::strip)
                    .filter(line -> line.matches(connection))
                    .mapToLong(line -> Long.parseLong(line.split(" +")[4].split(":")[0], 16))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SocketReader reader(Way way) throws IOException {
        return switch (way) {
            case MJPEG -> new MjpegReader(port, "/live/1.mjpeg", cookie(ana));
            case MP4 -> new Mp4Reader(port, "/live/1.mp4", cookie(ana), times);
        };
    }
}

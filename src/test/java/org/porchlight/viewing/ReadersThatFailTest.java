package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.porchlight.viewing.SocketReader.Picture;
import org.porchlight.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Readers on bad lines, which trouble nobody but themselves. */
class ReadersThatFailTest extends WebTest {

    private static final int SLOW_BYTES_PER_SECOND = 50_000;

    @Autowired
    Viewings viewings;

    @Test
    void aSlowReaderSeesFewerPicturesButNoOldOnes() throws Exception {
        try (ScheduledExecutorService line = Executors.newSingleThreadScheduledExecutor();
                SocketReader reader = reader()) {
            line.scheduleAtFixedRate(() -> reader.take(SLOW_BYTES_PER_SECOND / 50), 0, 20, TimeUnit.MILLISECONDS);

            await().atMost(LONG).until(() -> reader.pictures().size() >= 4 || reader.ended());

            line.shutdownNow();
            assertThat(reader.pictures())
                    .extracting(Picture::ageMillis)
                    .isNotEmpty()
                    .allSatisfy(age -> assertThat(age).isLessThan(2_000));
        }
    }

    @Test
    void aReaderThatStopsReadingIsLetGo() throws Exception {
        try (SocketReader reader = reader()) {
            reader.take(1_000);

            await().atMost(LONG).until(() -> viewings.open().isEmpty());
        }
    }

    @Test
    void aReaderThatVanishesHasLeft() throws Exception {
        SocketReader reader = reader();
        reader.take(1_000);
        assertThat(viewings.open()).hasSize(1);

        reader.vanish();

        await().atMost(LONG).until(() -> viewings.open().isEmpty());
    }

    @Test
    void theOthersNoticeNothing() throws Exception {
        List<SocketReader> stuck = new ArrayList<>();
        try (SocketReader well = reader()) {
            for (int i = 0; i < 20; i++) {
                stuck.add(reader());
            }
            while (well.pictures().size() < 60) {
                well.take(10_000);
                assertThat(well.ended()).isFalse();
            }
            assertThat(well.pictures())
                    .extracting(Picture::ageMillis)
                    .allSatisfy(age -> assertThat(age).isLessThan(1_000));
        } finally {
            for (SocketReader reader : stuck) {
                reader.close();
            }
        }
        await().atMost(LONG).until(() -> viewings.open().isEmpty());
    }

    private SocketReader reader() throws IOException {
        return new SocketReader(port, "/live/1.mjpeg", cookie(ana));
    }
}

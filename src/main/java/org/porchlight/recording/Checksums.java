package org.porchlight.recording;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the SHA-256 of each finished recording, once, on a thread of its own that lets everything else go first; backups list them.
 * Those that were finished before anybody did that get theirs after the start.
 */
@Component
class Checksums {

    private static final int AT_ONCE = 100;
    private static final Logger log = LoggerFactory.getLogger(Checksums.class);

    private final JdbcClient database;
    private final RecordingRows rows;
    private final Semaphore news = new Semaphore(1);
    private final Thread thread;

    Checksums(JdbcClient database, RecordingRows rows) {
        this.database = database;
        this.rows = rows;
        this.thread = Thread.ofPlatform()
                .name("checksums")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .unstarted(this::run);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.start();
    }

    @EventListener
    void on(RecordingChanged changed) {
        news.release();
    }

    @PreDestroy
    void end() throws InterruptedException {
        if (thread.isAlive()) { // not where the start failed
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        try {
            while (true) {
                news.acquire();
                news.drainPermits();
                sumUp();
            }
        } catch (InterruptedException e) {
            // Porchlight stops; what is left is found at the next start.
        }
    }

    private void sumUp() throws InterruptedException {
        String last = "";
        List<String> some;
        do {
            some = unknownAfter(last);
            for (String id : some) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                last = id;
                try {
                    sumUp(id);
                } catch (IOException | RuntimeException e) {
                    // Its file may be away with its disk, or just moved: tried again with the next news.
                    log.debug("The checksum of recording {} is not known yet: {}", id, e.toString());
                }
            }
        } while (!some.isEmpty());
    }

    private void sumUp(String id) throws IOException {
        Recording recording = rows.find(id).filter(Recording::isFinished).orElse(null);
        if (recording == null) {
            return;
        }
        String sum = Sha256.of(RecordingFolder.locate(recording));
        database.sql("UPDATE recording SET sha256 = :sum WHERE id = :id AND state IN ('COMPLETE', 'RECOVERED')")
                .param("sum", sum)
                .param("id", id)
                .update();
    }

    private List<String> unknownAfter(String id) {
        return database.sql("""
                        SELECT id FROM recording WHERE sha256 IS NULL AND state IN ('COMPLETE', 'RECOVERED') AND id > :id
                        ORDER BY id LIMIT :limit""")
                .param("id", id)
                .param("limit", AT_ONCE)
                .query((row, number) -> row.getString("id"))
                .list();
    }
}

package org.porchlight.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills the application again and again while people watch, record, delete, move and limit. How often is set by
 * {@code -Dcrash.rounds=50}; the same moments come again, as far as two processes allow, with {@code -Dcrash.seed=…}, which is
 * printed.
 */
class CrashIT {

    private static final Logger log = LoggerFactory.getLogger(CrashIT.class);

    /** The short ones, which chance alone would seldom meet; what else is going on then is chance. */
    private static final String[] MOMENTS = {
        "stopping", "leaving", "running", "deleting", "trashing", "finished", "backing up", "moving", "pruned"
    };

    @TempDir
    Path folder;

    @Test
    void nothingIsLostWheneverItIsKilled() throws Exception {
        int rounds = Integer.getInteger("crash.rounds", 10);
        long seed = Long.getLong("crash.seed", System.nanoTime());
        log.warn("{} rounds of crashing, with -Dcrash.seed={}", rounds, seed);
        Random random = new Random(seed);
        Ledger ledger = new Ledger();
        Promises promises = new Promises(folder);
        HouseProcess house = HouseProcess.start(folder, random.nextLong());
        for (int round = 1; round <= rounds; round++) {
            house.begin();
            house.await("running", 30_000);
            house.goOn(random.nextInt(2500));
            if (random.nextBoolean()) {
                house.await(MOMENTS[random.nextInt(MOMENTS.length)], 30_000);
                house.goOn(random.nextInt(60));
            }
            Instant killedAt = Instant.now();
            ledger.take(house.kill());
            assertThat(house.output()).as("what it said in round %d", round).doesNotContain("Exception", " ERROR ");

            house = HouseProcess.start(folder, random.nextLong());
            ledger.takePruned(house.said());
            try {
                promises.areKept(ledger, killedAt);
            } catch (AssertionError e) {
                throw new AssertionError(
                        "After the kill of round " + round + " with -Dcrash.seed=" + seed + ":\n" + house.output(), e);
            }
        }
        house.kill();
        log.warn("{} recordings finished, {} of them pruned", ledger.finished.size(), ledger.pruned.size());
    }
}

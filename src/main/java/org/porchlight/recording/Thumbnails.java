package org.porchlight.recording;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.porchlight.settings.PorchlightOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The small pictures that recordings are known by in the log. Each is made when it is first asked for, one after the other on a
 * thread of its own, and kept in the data folder until its recording is deleted. Safe for any thread.
 */
@Component
class Thumbnails {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(Thumbnails.class);

    private final RecordingRows rows;
    private final RecordingEngine engine;
    private final Path folder;
    private final Map<String, CompletableFuture<Optional<Path>>> beingMade = new ConcurrentHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("thumbnails").daemon().factory());

    Thumbnails(RecordingRows rows, RecordingEngine engine, PorchlightOptions options) {
        this.rows = rows;
        this.engine = engine;
        this.folder = options.dataDir().toAbsolutePath().normalize().resolve("thumbnails");
    }

    /**
     * The picture of a recording. Waits for it while it is made; where many are, it may take another look later.
     *
     * @param file the recording's; empty while it is not there: what was made before serves all the same
     * @return empty when there is none, or none yet
     */
    Optional<Path> of(Recording recording, Optional<Path> file) {
        Path picture = pathOf(recording.id());
        if (Files.isReadable(picture)) {
            return Optional.of(picture);
        }
        return file.flatMap(video -> await(beingMade.computeIfAbsent(
                recording.id(), id -> CompletableFuture.supplyAsync(() -> make(id, video, picture), thread))));
    }

    private static Optional<Path> await(CompletableFuture<Optional<Path>> making) {
        try {
            return making.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A thumbnail could not be made", e);
        }
    }

    private Optional<Path> make(String id, Path video, Path picture) {
        try {
            if (Files.isReadable(picture)) {
                return Optional.of(picture); // made between the look for it and the wish to make it
            }
            Files.createDirectories(picture.getParent());
            Path unfinished = picture.resolveSibling(id + ".unfinished");
            Files.write(unfinished, engine.still(video));
            Files.move(unfinished, picture, StandardCopyOption.ATOMIC_MOVE);
            if (rows.find(id).filter(Recording::isFinished).isEmpty()) {
                forget(id); // deleted meanwhile, and whoever did it found no picture yet
                return Optional.empty();
            }
            return Optional.of(picture);
        } catch (IOException e) {
            log.info("There is no thumbnail of {}: {}", video, e.toString());
            return Optional.empty();
        } finally {
            beingMade.remove(id);
        }
    }

    /** Removes the picture of a recording that is being deleted. */
    void forget(String id) {
        try {
            Files.deleteIfExists(pathOf(id));
        } catch (IOException e) {
            log.warn("The thumbnail {} cannot be removed: {}", pathOf(id), e.toString());
        }
    }

    /** A folder for each two letters: in one of ten thousands everything is slow. */
    private Path pathOf(String id) {
        return folder.resolve(id.substring(0, 2)).resolve(id + ".jpg");
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }
}

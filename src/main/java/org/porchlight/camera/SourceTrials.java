package org.porchlight.camera;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.porchlight.media.Capture;
import org.porchlight.media.CaptureWishes;
import org.porchlight.media.NotASource;
import org.porchlight.media.Sentence;
import org.porchlight.media.Source;
import org.porchlight.settings.InvalidInput;
import org.porchlight.settings.OwnersOnly;
import org.porchlight.settings.Ticker;
import org.springframework.stereotype.Service;

/**
 * Lets owners see what a source gives before they save it. A trial ends by itself, and its picture reaches only whoever holds
 * the {@link SourceTrial}: the page that asked for it. Safe for any thread.
 */
@Service
public class SourceTrials {

    /** No page shows so many; a page that forgets to close them must not cost more. */
    private static final int MOST = 12;

    /** A small picture, which is enough to see what it is. */
    private static final CaptureWishes WISHES = new CaptureWishes(640, 360, 10);

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Cameras cameras;
    private final Ticker ticker;
    private final Set<SourceTrial> open = ConcurrentHashMap.newKeySet();

    SourceTrials(Cameras cameras, Ticker ticker) {
        this.cameras = cameras;
        this.ticker = ticker;
    }

    /**
     * Begins to read a source. Where a camera reads it already, that one is looked through; not past its shutter.
     *
     * @param typed as {@link Source#parse} takes it
     * @throws InvalidInput with a sentence for the field of the source
     */
    @OwnersOnly
    public SourceTrial begin(String typed) throws InvalidInput {
        Source source = parse(typed);
        Optional<Sentence> missing = source.missing();
        if (missing.isPresent()) {
            throw new InvalidInput(Cameras.SOURCE, missing.get());
        }
        return begin(source, cameras.reading(source));
    }

    /**
     * Looks through a camera that is saved, as it is.
     *
     * @throws InvalidInput when its shutter is closed, or it was removed
     */
    @OwnersOnly
    public SourceTrial begin(long camera) throws InvalidInput {
        Optional<RunningCamera> saved = cameras.running(camera);
        if (saved.isEmpty()) {
            throw new InvalidInput(Cameras.SOURCE, Sentence.of("input.cameraRemoved"));
        }
        return begin(saved.get().source(), saved);
    }

    private SourceTrial begin(Source source, Optional<RunningCamera> reading) throws InvalidInput {
        if (reading.filter(camera -> camera.shutter() != null).isPresent()) {
            throw new InvalidInput(
                    Cameras.SOURCE,
                    Sentence.of("input.shutterClosed", reading.get().camera().name()));
        }
        open.removeIf(SourceTrial::isOver);
        if (open.size() >= MOST) {
            throw new InvalidInput(Cameras.SOURCE, Sentence.of("input.tooManyTrials"));
        }
        Capture ofItsOwn = reading.isPresent() ? null : Capture.of(source, WISHES);
        Capture capture = ofItsOwn == null ? reading.orElseThrow().capture() : ofItsOwn;
        SourceTrial trial = new SourceTrial(source, capture, ofItsOwn, ticker, LONGEST);
        open.add(trial);
        return trial;
    }

    private static Source parse(String typed) throws InvalidInput {
        try {
            return Source.parse(typed);
        } catch (NotASource e) {
            throw new InvalidInput(Cameras.SOURCE, e.sentence());
        }
    }
}

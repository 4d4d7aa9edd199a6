package org.porchlight.media;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses an encoder by trying: the first that encodes pictures of the size in question, once for each size. A driver may lie
 * about what it can do, and may hang; a trial that takes too long is left behind on its thread and counts as failed. The last
 * candidate is taken untried: there is nothing else. Safe for any thread; only a choice waits.
 */
final class EncoderChoice {

    private static final Logger log = LoggerFactory.getLogger(EncoderChoice.class);
    private static final Duration LONGEST_TRIAL = Duration.ofSeconds(2);

    private final List<EncoderKind> candidates;
    private final Trial trial;
    private final Duration longestTrial;
    private final Map<Size, EncoderKind> chosen = new HashMap<>();
    private final Set<EncoderKind> ruledOut = EnumSet.noneOf(EncoderKind.class);
    private volatile @Nullable Sentence words;

    private record Size(int width, int height) {}

    /** Has an encoder do its work. */
    interface Trial {

        /** @throws IOException when it does not do it well; the message says why */
        void attempt(EncoderKind kind, int width, int height) throws IOException;
    }

    /** A choice among all that can make H.264, tried in earnest. */
    EncoderChoice() {
        this(EncoderKind.OF_H264, new EncoderTrial(), LONGEST_TRIAL);
    }

    EncoderChoice(List<EncoderKind> candidates, Trial trial, Duration longestTrial) {
        this.candidates = candidates;
        this.trial = trial;
        this.longestTrial = longestTrial;
    }

    /** The encoder for pictures of that size. */
    synchronized EncoderKind of(int width, int height) {
        Size size = new Size(width, height);
        EncoderKind kind = chosen.get(size);
        if (kind == null || ruledOut.contains(kind)) {
            kind = choose(size);
            chosen.put(size, kind);
            log.info("Encoder for {} x {}: {} ({})", width, height, kind.words, kind.codec);
        }
        words = kind.words;
        return kind;
    }

    /** It passed its trial, and failed at work: it is not chosen again. */
    synchronized void failed(EncoderKind kind) {
        if (candidates.contains(kind) && kind != candidates.getLast() && ruledOut.add(kind)) {
            log.warn("The encoder {} failed at work and is not used again.", kind.codec);
        }
    }

    /** The encoder that was asked for last, for people; null before the first. */
    @Nullable
    Sentence words() {
        return words;
    }

    private EncoderKind choose(Size size) {
        for (EncoderKind kind : candidates) {
            if (kind == candidates.getLast() || (!ruledOut.contains(kind) && works(kind, size))) {
                return kind;
            }
        }
        throw new IllegalStateException("There are no encoders to choose from");
    }

    private boolean works(EncoderKind kind, Size size) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("try-" + kind.codec).start(() -> {
            try {
                trial.attempt(kind, size.width(), size.height());
                result.complete(null);
            } catch (IOException | RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            result.get(longestTrial.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            log.debug("The encoder {} ({}) is no use here: {}", kind.codec, kind, String.valueOf(e.getCause()));
            return false;
        } catch (TimeoutException e) {
            log.warn("The encoder {} does not answer; it is not used.", kind.codec);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

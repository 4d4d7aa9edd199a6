package org.porchlight.media;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.CaptureStatus.Encoding;
import org.porchlight.media.CaptureStatus.Rate;
import org.porchlight.media.CaptureStatus.State;

/** Keeps a capture's status and tells its changes. Written by the capture's threads, read by any. */
final class StatusBoard {

    /** A camera that gives nearly the wished rate does as asked. */
    private static final double TOLERANCE = 0.1;

    private static final Sentence NO_ANSWER = Sentence.of("camera.noAnswerYet");
    private static final Sentence SILENT = Sentence.of("camera.silent");
    private static final Sentence BROKEN = Sentence.of("camera.broken");

    private final RateMeter given = new RateMeter();
    private final RateMeter kept = new RateMeter();
    private final List<Consumer<CaptureStatus>> listeners = new CopyOnWriteArrayList<>();
    private final Supplier<Encoding> encoding;
    private volatile int wishedRate;

    private State state = State.OFF;
    private Instant since = Instant.now();
    private @Nullable Sentence why;
    private @Nullable Instant lastPicture;
    private @Nullable Instant retryAt;
    private int attempt;
    private @Nullable StreamFormat format;
    private Instant connectingSince = Instant.now();
    private boolean broken;

    /** @param encoding answers at once what is made of the pictures */
    StatusBoard(int wishedRate, Supplier<Encoding> encoding) {
        this.wishedRate = wishedRate;
        this.encoding = encoding;
    }

    void wish(int framesPerSecond) {
        wishedRate = framesPerSecond;
    }

    Capture.Subscription subscribe(Consumer<CaptureStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** A picture came from the camera, whether or not it is kept. */
    void pictureGiven(Packet packet) {
        given.count(packet.ptsMicros());
        boolean news;
        synchronized (this) {
            lastPicture = Instant.now();
            broken = false;
            news = state != State.STREAMING || format != packet.format();
            if (news) {
                format = packet.format();
                enter(State.STREAMING, null, null);
            }
        }
        if (news) {
            tell();
        }
    }

    /** A picture is passed on to the readers. */
    void pictureKept(Packet packet) {
        kept.count(packet.ptsMicros());
    }

    /** A picture came that cannot be shown. */
    synchronized void pictureBroken() {
        broken = true;
    }

    /** Why there is no picture though there is a connection. */
    synchronized Sentence silence() {
        return broken ? BROKEN : SILENT;
    }

    /** A connection is being made; why the one before failed stays true until there is a picture. */
    void connecting() {
        synchronized (this) {
            connectingSince = Instant.now();
            broken = false;
        }
        change(State.CONNECTING, why(), null);
    }

    /** Tells when a stream that was live, or a camera that is being connected to, has given nothing for so long. */
    void checkStalled(Duration patience) {
        boolean stalled;
        synchronized (this) {
            Instant latest = Instant.now().minus(patience);
            boolean silent = state == State.STREAMING && lastPicture != null && lastPicture.isBefore(latest);
            boolean noAnswer = state == State.CONNECTING && why == null && connectingSince.isBefore(latest);
            if (silent) {
                enter(State.STALLED, silence(), null);
            } else if (noAnswer) {
                enter(State.CONNECTING, NO_ANSWER, null);
            }
            stalled = silent || noAnswer;
        }
        if (stalled) {
            tell();
        }
    }

    void waiting(Sentence sentence, Instant nextAttempt) {
        change(State.WAITING, sentence, nextAttempt);
    }

    void off() {
        given.reset();
        kept.reset();
        synchronized (this) {
            lastPicture = null;
        }
        change(State.OFF, null, null);
    }

    /** The status now, its rate measured now. */
    CaptureStatus status() {
        long now = PacketStream.nowMicros();
        double givenRate = given.rate(now);
        double keptRate = kept.rate(now);
        synchronized (this) {
            return new CaptureStatus(
                    state,
                    since,
                    why,
                    lastPicture,
                    format == null ? "" : format.codecName(),
                    format == null ? 0 : format.width(),
                    format == null ? 0 : format.height(),
                    state == State.STREAMING ? keptRate : 0,
                    rate(givenRate),
                    retryAt,
                    attempt,
                    encoding.get());
        }
    }

    private Rate rate(double givenRate) {
        int wished = wishedRate;
        if (format != null && !format.standAlone()) {
            return Rate.CAMERAS_OWN;
        }
        if (givenRate > wished * (1 + TOLERANCE)) {
            return Rate.THINNED;
        }
        return givenRate == 0 || givenRate > wished * (1 - TOLERANCE) ? Rate.ASKED : Rate.CAMERAS_OWN;
    }

    private void change(State to, @Nullable Sentence sentence, @Nullable Instant nextAttempt) {
        synchronized (this) {
            enter(to, sentence, nextAttempt);
        }
        tell();
    }

    private synchronized @Nullable Sentence why() {
        return why;
    }

    private void enter(State to, @Nullable Sentence sentence, @Nullable Instant nextAttempt) {
        boolean lost = state == State.STREAMING && to != State.STREAMING;
        boolean found = state != State.STREAMING && to == State.STREAMING;
        if (lost || found || state == State.OFF) {
            since = Instant.now();
        }
        attempt = switch (to) {
            case OFF, STREAMING -> 0;
            case WAITING -> attempt + 1;
            case CONNECTING, STALLED -> attempt;
        };
        state = to;
        why = sentence;
        retryAt = nextAttempt;
    }

    private void tell() {
        CaptureStatus now = status();
        listeners.forEach(listener -> listener.accept(now));
    }
}

package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.media.CaptureStatus.State;
import org.porchlight.media.RtspPeer.HangsAt;

/** Cameras on the network that fail in every way, at the other end of real sockets. */
class FailingCameraTest {

    private static final CaptureWishes WISHES = new CaptureWishes(640, 360, 30);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration NOTICED = Duration.ofSeconds(2);

    /** A second, and what a busy computer may add. */
    private static final Duration BACK = Duration.ofMillis(1_500);

    @ParameterizedTest
    @EnumSource(
            value = HangsAt.class,
            names = {"CONNECT", "DESCRIBE", "STREAM"})
    void aPeerThatHangsIsNoticedAndItsPictureIsThereAsSoonAsItWakesUp(HangsAt stage) throws Exception {
        try (RtspPeer peer = new RtspPeer(stage, true);
                Capture door = Capture.of(peer.source(), WISHES);
                Cursor packets = door.h264().fromKeyframe()) {
            peer.show(1_000);
            await().atMost(NOTICED.plusMillis(500)).until(() -> door.status().why() != null);
            assertThat(door.status().streaming()).isFalse();

            peer.wakesUp();

            assertThat(packets.next(BACK)).isNotNull();
            assertThat(door.status().why()).isNull();
        }
    }

    @Test
    void aStreamThatFallsSilentIsNoticedWithTheTimeOfItsLastPicture() throws Exception {
        try (RtspPeer peer = new RtspPeer(HangsAt.NEVER, true);
                Capture door = Capture.of(peer.source(), WISHES);
                Cursor packets = door.h264().fromKeyframe()) {
            peer.show(10);
            assertThat(packets.next(LONG)).isNotNull();
            await().atMost(LONG).until(() -> door.status().state() == State.STALLED);
            Instant last = door.status().lastPicture();
            assertThat(last).isNotNull();
            assertThat(Duration.between(last, Instant.now())).isLessThan(NOTICED.plusMillis(200));

            peer.show(1_000);

            await().atMost(BACK).until(() -> door.status().streaming());
        }
    }

    @Test
    void aCameraMayTellItsParametersWithinTheStreamOnly() throws Exception {
        try (RtspPeer peer = new RtspPeer(HangsAt.NEVER, false);
                Capture door = Capture.of(peer.source(), WISHES);
                Cursor packets = door.h264().fromKeyframe()) {
            peer.show(1_000);
            Packet first = packets.next(LONG);

            assertThat(first).isNotNull();
            assertThat(first.format().extradata()).isNotEmpty();
            assertThat(door.status().width()).isEqualTo(96);
        }
    }

    @Test
    void aDeadCameraNeverDelaysAnother() throws Exception {
        try (RtspPeer dead = new RtspPeer(HangsAt.DESCRIBE, true);
                HandCamera well = new HandCamera(30);
                Capture shed = Capture.of(dead.source(), WISHES);
                Capture door = Capture.of(well.source(), WISHES);
                Cursor never = shed.jpeg().fromNewest()) {
            assertThat(never.next(Duration.ofMillis(200))).isNull();
            long begin = System.nanoTime();
            try (Cursor pictures = door.jpeg().fromNewest()) {
                assertThat(pictures.next(BACK)).isNotNull();
                while (System.nanoTime() - begin < NOTICED.toNanos()) {
                    assertThat(pictures.next(Duration.ofMillis(500))).isNotNull();
                }
            }
            assertThat(shed.status().streaming()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void aCameraThatIsBackIsSeenWithinASecondHoweverLongItWasAway(int seconds) throws Exception {
        try (HandCamera camera = new HandCamera(30);
                Capture door = Capture.of(camera.source(), WISHES);
                Cursor pictures = door.jpeg().fromNewest()) {
            assertThat(pictures.next(LONG)).isNotNull();
            camera.leave();
            await().atMost(NOTICED).until(() -> !door.status().streaming());
            Instant away = Instant.now().plusSeconds(seconds);
            await().atMost(LONG)
                    .until(() ->
                            door.status().retryAt() != null && Instant.now().isAfter(away));

            camera.comeBack();

            await().pollInterval(Duration.ofMillis(20))
                    .atMost(BACK)
                    .until(() -> door.status().streaming());
            assertThat(pictures.next(BACK)).isNotNull();
        }
    }

    @Test
    void attemptsAreCountedFromTheLastPictureOn() throws Exception {
        try (HandCamera camera = new HandCamera(30);
                Capture door = Capture.of(camera.source(), WISHES);
                Cursor pictures = door.jpeg().fromNewest()) {
            assertThat(pictures.next(LONG)).isNotNull();
            assertThat(door.status().attempt()).isZero();
            camera.leave();
            await().atMost(LONG).until(() -> door.status().attempt() == 2);
            assertThat(door.status().streaming()).isFalse();

            camera.comeBack();

            await().atMost(LONG).until(() -> door.status().streaming());
            assertThat(door.status().attempt()).isZero();
        }
    }

    @Test
    void aCameraThatIsSilentIsThereAgainWithItsNextPicture() throws Exception {
        try (HandCamera camera = new HandCamera(30);
                Capture door = Capture.of(camera.source(), WISHES);
                Cursor pictures = door.jpeg().fromNewest()) {
            assertThat(pictures.next(LONG)).isNotNull();
            camera.silent(true);
            await().atMost(NOTICED.plusMillis(300)).until(() -> door.status().state() == State.STALLED);
            assertThat(door.status().why()).hasToString("The camera is connected but sends no picture.");

            camera.silent(false);

            await().atMost(BACK).until(() -> door.status().streaming());
        }
    }

    private static Stream<Named<UnaryOperator<byte[]>>> distortions() {
        return Stream.of(
                Named.of("half pictures", jpeg -> Arrays.copyOf(jpeg, jpeg.length / 2)), Named.of("garbage", jpeg -> {
                    new Random(42).nextBytes(jpeg);
                    return jpeg;
                }));
    }

    @ParameterizedTest
    @MethodSource("distortions")
    void whatIsNoWholePictureIsNeverSentAndSaidToBeBroken(UnaryOperator<byte[]> distortion) throws Exception {
        try (HandCamera camera = new HandCamera(30);
                Capture door = Capture.of(camera.source(), WISHES);
                Cursor pictures = door.jpeg().fromKeyframe()) {
            assertThat(pictures.next(LONG)).isNotNull();
            camera.distorts(distortion);
            await().atMost(NOTICED.plusMillis(300)).until(() -> door.status().state() == State.STALLED);
            assertThat(door.status().why()).hasToString("The camera is connected, but its pictures are broken.");

            camera.distorts(jpeg -> jpeg);

            await().atMost(BACK).until(() -> door.status().streaming());
            long lost = 0;
            for (Packet packet = pictures.next(Duration.ofMillis(500));
                    packet != null && lost == 0;
                    packet = pictures.next(Duration.ofMillis(500))) {
                assertThat(Jpeg.inspect(packet.array()).whole()).isTrue();
                lost += packet.lostBefore();
            }
            assertThat(lost).as("what is missing is said").isPositive();
        }
    }

    @Test
    void aRecordingOfACameraThatComesBackEndsSoThatAnotherCanGoOn() throws Exception {
        try (HandCamera camera = new HandCamera(30);
                Capture door = Capture.of(camera.source(), WISHES);
                Cursor packets = door.h264().fromKeyframe()) {
            Packet first = packets.next(LONG);
            assertThat(first).isNotNull();
            camera.leave();
            await().atMost(NOTICED).until(() -> !door.status().streaming());
            camera.comeBack();

            await().atMost(LONG).until(() -> {
                Packet next = packets.next(LONG);
                return next != null && next.format() != first.format() && next.key();
            });
        }
    }

    @Test
    void moreThanWasWishedForIsLeftOutEvenly() throws Exception {
        try (HandCamera camera = new HandCamera(30);
                Capture door = Capture.of(camera.source(), new CaptureWishes(640, 360, 10));
                Cursor pictures = door.jpeg().fromNewest()) {
            assertThat(pictures.next(LONG)).isNotNull();

            await().atMost(LONG).untilAsserted(() -> {
                assertThat(door.status().rate()).isEqualTo(CaptureStatus.Rate.THINNED);
                assertThat(door.status().framesPerSecond()).isBetween(9.5, 10.5);
            });
        }
    }

    @Test
    void aPeerAnswersOnlyWhenSomethingComesFromIt() throws IOException {
        try (RtspPeer hung = new RtspPeer(HangsAt.CONNECT, true);
                HandCamera well = new HandCamera(30)) {
            assertThat(hung.source().seemsThere()).isFalse();
            assertThat(well.source().seemsThere()).isTrue();
            hung.wakesUp();
            assertThat(hung.source().seemsThere()).isTrue();
            well.leave();
            assertThat(well.source().seemsThere()).isFalse();
        }
    }
}

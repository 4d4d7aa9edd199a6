package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.ComponentQuery;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.account.AsOwner;
import org.porchlight.account.Member;
import org.porchlight.camera.Cameras;
import org.porchlight.media.CaptureStatus;
import org.porchlight.media.Cursor;
import org.porchlight.media.Sentence;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.RoomLimits;
import org.porchlight.settings.Settings;
import org.porchlight.viewing.Disconnections;
import org.porchlight.viewing.EndReason;
import org.porchlight.viewing.Viewing;
import org.porchlight.viewing.ViewingLog;
import org.porchlight.viewing.Viewings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

@WithMockUser(username = "Ana", roles = "OWNER")
class LiveViewTest extends PageTest {

    @Autowired
    Viewings viewings;

    @Autowired
    Disconnections disconnections;

    @Autowired
    ViewingLog log;

    @MockitoSpyBean
    Cameras cameras;

    @Autowired
    HouseSettings settings;

    @TempDir
    Path folder;

    @BeforeEach
    void anaSitsDown() throws Exception {
        AsOwner.call(() -> settings.save(new Settings(30, folder, false, 5, RoomLimits.defaults())));
    }

    @AfterEach
    void everybodyLeaves() {
        viewings.open().forEach(viewing -> viewings.end(viewing.id(), EndReason.LEFT));
    }

    @Test
    void whoIsSignedInCannotBecomeSomebodyElseByASignUp() {
        navigate("signup", LiveView.class);
    }

    @Test
    void aViewingLastsAsLongAsThePage() {
        LiveView page = navigate(LiveView.class);
        assertThat(viewings.open()).extracting(Viewing::username).containsExactly("Ana");

        page.removeFromParent();
        roundTrip();
        assertThat(viewings.open()).isEmpty();
    }

    @Test
    void aViewingEndsWhoseSessionEndsWhileItBegins() {
        LiveView page = navigate(LiveView.class);
        viewings.end(viewings.open().getFirst().id(), EndReason.CONNECTION_LOST);

        when(currentMember.isOver(any())).thenReturn(true);
        page.alive();
        assertThat(viewings.open()).isEmpty();
    }

    @Test
    void thePictureBearsTheCamerasNameAndItsViewingsNumber() {
        navigate(LiveView.class);
        long viewing = viewings.open().getFirst().id();

        assertThat(picture("name")).isEqualTo("Front door");
        assertThat(picture("camera")).isEqualTo("1");
        assertThat(picture("viewing")).isEqualTo(String.valueOf(viewing));
    }

    @Test
    void aPageThatSleptTooLongGoesOnWithAnotherViewing() {
        LiveView page = navigate(LiveView.class);
        long before = viewings.open().getFirst().id();
        viewings.end(before, EndReason.CONNECTION_LOST);

        page.alive();
        assertThat(viewings.open()).hasSize(1);
        long after = viewings.open().getFirst().id();
        assertThat(after).isNotEqualTo(before);
        assertThat(picture("viewing")).isEqualTo(String.valueOf(after));
    }

    @Test
    void aPageDoesNotGoOnForAnotherWhoSignedInMeanwhile() {
        LiveView page = navigate(LiveView.class);
        viewings.end(viewings.open().getFirst().id(), EndReason.SIGNED_OUT);

        become("Ben");
        page.alive();
        assertThat(viewings.open()).isEmpty();
    }

    @Test
    void aPageThatAnOwnerDisconnectedStaysSo() {
        LiveView page = navigate(LiveView.class);
        viewings.end(viewings.open().getFirst().id(), EndReason.DISCONNECTED);

        page.alive();
        assertThat(viewings.open()).isEmpty();
    }

    @Test
    void onePressRecordsAndOneStops() {
        navigate(LiveView.class);
        long viewing = viewings.open().getFirst().id();
        try (Cursor browser = cameras.capture(1).jpeg().fromNewest()) {
            await().until(() -> cameras.status(1).streaming());

            test(named(RecordButton.class, "Record")).click();
            assertThat(viewings.recording(viewing).isOn()).isTrue();

            test(named(RecordButton.class, "Stop recording")).click();
            await().until(() -> !viewings.recording(viewing).isOn());
        }
    }

    @Test
    void aRecordingThatCannotStartSaysWhyAndTheButtonIsBack() throws IOException {
        navigate(LiveView.class);
        Path away = Files.move(folder, folder.resolveSibling(folder.getFileName() + "-away"));
        Files.writeString(folder, "A file stands where the folder was.");

        test(named(RecordButton.class, "Record")).click();
        assertThat(noteText()).isNotEmpty();
        assertThat(named(RecordButton.class, "Record").isOn()).isFalse();
        Files.delete(folder);
        Files.move(away, folder);
    }

    @Test
    void whatCannotBeMadeOfThePictureIsSaidWhileThatIsSo() {
        String sentence = "Pictures in HEVC cannot be decoded here.";
        navigate(LiveView.class);
        CaptureStatus well = cameras.status(1);

        doReturn(troubled(well, sentence)).when(cameras).status(1);
        await().pollInSameThread().until(() -> says(sentence));

        doReturn(well).when(cameras).status(1);
        await().pollInSameThread().until(() -> !says(sentence));
    }

    @Test
    void thatPicturesComeLateIsSaidUntilTheyDoNot() {
        LiveView page = navigate(LiveView.class);
        try (Cursor browser = cameras.capture(1).jpeg().fromNewest()) {
            await().until(() -> cameras.status(1).streaming());

            page.late(true);
            assertThat(announcement()).isEqualTo("The connection is slow: pictures arrive late.");
            page.late(false);
            assertThat(announcement()).isEqualTo("The picture is live.");
        }
    }

    private String announcement() {
        return $(Span.class)
                .withAttribute("role", "status")
                .withCondition(span -> span.getParent().orElseThrow() instanceof LiveView)
                .single()
                .getText();
    }

    private boolean says(String sentence) {
        roundTrip();
        // In one look: the page goes on beside the test.
        return note().all().stream().map(Span::getText).anyMatch(sentence::equals);
    }

    private static CaptureStatus troubled(CaptureStatus status, String sentence) {
        return new CaptureStatus(
                status.state(),
                status.since(),
                status.why(),
                status.lastPicture(),
                status.codec(),
                status.width(),
                status.height(),
                status.framesPerSecond(),
                status.rate(),
                status.retryAt(),
                status.attempt(),
                new CaptureStatus.Encoding(null, Sentence.asItStands(sentence)));
    }

    @Test
    void theOthersWhoWatchAreNamed() {
        Member ben = become("Ben");
        become("Ana");
        navigate(LiveView.class);
        viewings.begin(ben, 1, "another session", "Phone");

        LiveView page = (LiveView) getCurrentView();
        page.alive();
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat($(Span.class).withClassName("pl-who-words").all())
                    .extracting(Span::getText)
                    .containsExactly("Ben is watching too");
        });
    }

    @Test
    void anOwnerEndsTheViewingOfAnotherAndTheirPageSaysSo() {
        Member ben = become("Ben");
        become("Ana");
        navigate(LiveView.class);
        long bens = viewings.begin(ben, 1, "another session", "Phone").id();
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat($(Button.class)
                            .withAttribute("aria-label", "End a viewing")
                            .all())
                    .hasSize(1);
        });

        ContextMenu menu = $(ContextMenu.class)
                .withCondition(found -> found.getTarget().hasClassName("pl-who-more"))
                .single();
        test(menu).clickItem("End the viewing of Ben · Phone");

        assertThat(viewings.isOpen(bens)).isFalse();
        assertThat(log.find(bens).orElseThrow().viewing().endReason()).isEqualTo(EndReason.DISCONNECTED);
    }

    @Test
    @WithMockUser(username = "Ben", roles = "MEMBER")
    void aMemberSeesWhoWatchesAndEndsNothing() {
        Member ana = become("Ana");
        become("Ben");
        navigate(AccountView.class); // the page that was open is Ana's
        navigate(LiveView.class);
        long anas = viewings.begin(ana, 1, "another session", "Phone").id();
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat($(Span.class).withClassName("pl-who-words").all()).hasSize(1);
        });

        assertThat($(Button.class).withAttribute("aria-label", "End a viewing").exists())
                .isFalse();
        assertThatThrownBy(() -> disconnections.disconnect(anas)).isInstanceOf(AccessDeniedException.class);
        assertThat(viewings.isOpen(anas)).isTrue();
    }

    @Test
    void aCrowdIsCounted() {
        assertThat(Watchers.sentence(List.of("Ben", "Mira"))).isEqualTo("Ben and Mira are watching too");
        assertThat(Watchers.sentence(List.of("Ben", "Jo", "Mira"))).isEqualTo("Ben, Jo and Mira are watching too");
        assertThat(Watchers.sentence(List.of("Ben", "Jo", "Mira", "Zoe")))
                .isEqualTo("Ben, Jo and 2 others are watching too");
    }

    /** What the live picture is told. */
    private String picture(String attribute) {
        return $(LivePicture.class).single().getElement().getAttribute(attribute);
    }

    private String noteText() {
        return note().single().getText();
    }

    private ComponentQuery<Span> note() {
        return $(Span.class)
                .withCondition(span -> span.getParent()
                        .filter(parent -> "alert".equals(parent.getElement().getAttribute("role")))
                        .isPresent());
    }
}

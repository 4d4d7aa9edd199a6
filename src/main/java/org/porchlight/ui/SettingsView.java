package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Capture;
import org.porchlight.recording.RoomWatch;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.InvalidInput;
import org.porchlight.settings.InvalidInput.Problem;
import org.porchlight.settings.Settings;

/** What an owner can change: the camera and recording. Takes effect at once. */
@Route(value = "settings", layout = MainLayout.class)
@RolesAllowed("OWNER")
@StyleSheet("settings.css")
public class SettingsView extends Div implements HasDynamicTitle {
    private static final String RECORD_EVERY_SESSION = "Record every session";
    private static final Pattern RESOLUTION = Pattern.compile("\\s*(\\d{1,5})\\s*[x×X*]\\s*(\\d{1,5})\\s*");

    private final transient HouseSettings settings;
    private final transient Cameras cameras;

    private final SettingsFields fields = new SettingsFields(this::countChanges);

    private final FolderOutcome folderOutcome;
    private final Span state = new Span();
    private final Paragraph sourceInUse = outcome();
    private final Paragraph rate = outcome();
    private final Paragraph encoder = outcome();
    private final DiskNotice disk;
    private final Span changes = new Span();
    private final Button discard = new Button("Discard", click -> show(held()));
    private final Div saveBar = new Div();

    private SettingsDraft shown;
    private transient Capture.@Nullable Subscription status;

    SettingsView(
            HouseSettings settings,
            Cameras cameras,
            RoomWatch room,
            TokensCard programs,
            FolderOutcome folder,
            LogRetentionCard log) {
        this.settings = settings;
        disk = new DiskNotice(room);
        this.cameras = cameras;
        folderOutcome = folder.beneath(fields.recordingsFolder);
        addClassNames("pl-page", "pl-settings");
        state.addClassName("pl-badge");
        shown = held();
        fields.fill(shown);
        Div cards = new Div(cameraCard(), recordingCard(), fields.room.card(), log, programs, setUpSaveBar());
        Div body = new Div(sections(), cards);
        body.addClassName("pl-settings-body");
        Div head = new Div(new H1("Settings"));
        head.addClassName("pl-page-head");
        add(head, body);
        show(shown);
    }

    private SettingsCard cameraCard() {
        return new SettingsCard(
                        "camera",
                        "Camera",
                        "Which picture to show, and how to reach it.",
                        new SettingRow<>(
                                Cameras.CAMERA_NAME,
                                "Shown over the picture and in the logs.",
                                fields.cameraName,
                                "Front door",
                                "Front door"),
                        new SettingRow<>(
                                        Cameras.SOURCE,
                                        "A device such as /dev/video0, an address that starts with rtsp:// or http://, the"
                                                + " path of a video file, or demo.",
                                        fields.source,
                                        "",
                                        "automatic")
                                .with(sourceInUse),
                        new SettingRow<>(
                                Cameras.RESOLUTION,
                                "Asked of the camera, in pixels. It gives what comes nearest.",
                                fields.resolution,
                                "1280 × 720",
                                "1280 × 720"),
                        new SettingRow<>(
                                        HouseSettings.FRAMES_PER_SECOND,
                                        "Asked of the camera, 1 to 60. Fewer take less of the disk.",
                                        fields.framesPerSecond,
                                        Settings.defaults().framesPerSecond(),
                                        Settings.defaults().framesPerSecond() + " a second")
                                .with(rate)
                                .with(encoder))
                .with(state);
    }

    private SettingsCard recordingCard() {
        Settings standard = Settings.defaults();
        SettingRow<Boolean> every = new SettingRow<>(
                RECORD_EVERY_SESSION,
                "Starts by itself when somebody opens Live.",
                fields.recordEverySession,
                standard.recordEverySession(),
                "off");
        every.addClassName("inline");
        return new SettingsCard(
                "recording",
                "Recording",
                "What is kept, and where.",
                new SettingRow<>(
                                HouseSettings.RECORDINGS_FOLDER,
                                "A folder on the computer that Porchlight runs on. Recordings that are elsewhere can be"
                                        + " moved there afterwards, or stay where they are.",
                                fields.recordingsFolder,
                                standard.recordingsFolder().toString(),
                                standard.recordingsFolder().toString())
                        .with(disk)
                        .with(folderOutcome),
                new SettingRow<>(
                        HouseSettings.PRE_ROLL,
                        "Keeps what happened just before the click, 0 to 15 seconds, so that you catch the ring too.",
                        fields.preRoll,
                        standard.preRollSeconds(),
                        standard.preRollSeconds() + " seconds"),
                every);
    }

    private Nav sections() {
        Nav nav = new Nav(
                section("camera", Icons.VIDEO, "Camera"),
                section("recording", Icons.RECORD, "Recording"),
                section("storage", Icons.HISTORY, "Storage"),
                section("log-retention", Icons.USERS, "Log"),
                section("programs", Icons.BARS, "Programs"));
        nav.getElement().setAttribute("aria-label", "Sections");
        return nav;
    }

    private static Anchor section(String id, Icons icon, String name) {
        Anchor link = new Anchor("settings#" + id, icon.create(), new Span(name));
        link.setRouterIgnore(true);
        return link;
    }

    private Div setUpSaveBar() {
        changes.getElement().setAttribute("role", "status");
        changes.addClassName("pl-save-words");
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        Button save = new Button("Save", click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        saveBar.addClassName("pl-save");
        saveBar.add(changes, discard, save);
        return saveBar;
    }

    private void save() {
        SettingsDraft draft = fields.typed().onTopOf(held(), shown);
        Camera before = cameras.first();
        List<Problem> wrong = new ArrayList<>();

        Matcher size = RESOLUTION.matcher(draft.resolution());
        boolean sized = size.matches();
        Camera camera = new Camera(
                before.id(),
                draft.cameraName(),
                draft.source().isBlank() ? null : draft.source(),
                sized ? Integer.parseInt(size.group(1)) : before.width(),
                sized ? Integer.parseInt(size.group(2)) : before.height());
        wrong.addAll(cameras.problems(camera));
        if (!sized) {
            wrong.add(new Problem(Cameras.RESOLUTION, "Enter a width and a height in pixels, such as 1280 × 720."));
        }

        Path folder = settings.current().recordingsFolder();
        try {
            folder = settings.folder(draft.recordingsFolder());
        } catch (InvalidInput notAFolder) {
            wrong.addAll(notAFolder.problems());
        }
        Settings house = new Settings(
                Objects.requireNonNullElse(draft.framesPerSecond(), 0),
                folder,
                draft.recordEverySession(),
                Objects.requireNonNullElse(draft.preRoll(), -1),
                draft.room().limits());
        settings.problems(house).stream()
                .filter(problem ->
                        wrong.stream().noneMatch(known -> known.field().equals(problem.field())))
                .forEach(wrong::add);

        if (wrong.isEmpty()) {
            try {
                settings.save(house);
                cameras.save(camera);
                show(held());
                changes.setText("Saved. It is in effect now.");
                Notification.show("Settings saved.", 4000, Notification.Position.BOTTOM_CENTER);
                return;
            } catch (InvalidInput meanwhile) {
                wrong.addAll(meanwhile.problems());
            }
        }
        fields.show(wrong);
        changes.setText(
                (wrong.size() == 1 ? "1 field" : wrong.size() + " fields") + " to correct. Nothing is saved yet.");
        saveBar.addClassName("wrong");
    }

    /** What is in force now. */
    private SettingsDraft held() {
        return SettingsDraft.of(settings.current(), cameras.first());
    }

    private void show(SettingsDraft draft) {
        shown = draft;
        fields.fill(draft);
        fields.show(List.of());
        countChanges();
        refresh();
        folderOutcome.refresh();
    }

    private void countChanges() {
        int count = fields.typed().differences(shown);
        changes.setText(
                switch (count) {
                    case 0 -> "No changes";
                    case 1 -> "1 change";
                    default -> count + " changes";
                });
        discard.setVisible(count > 0);
        saveBar.setClassName("changed", count > 0);
        saveBar.removeClassName("wrong");
    }

    /** Says what came of the settings. Leaves the fields alone: somebody may be typing. */
    private void refresh() {
        Camera camera = cameras.first();
        CameraWords words =
                new CameraWords(cameras.status(camera.id()), settings.current().framesPerSecond());
        state.setText(words.state());
        state.setClassName("ok", words.status().streaming());
        disk.refresh();
        rate.setText(words.outcome());
        encoder.setText(words.encoder());
        sourceInUse.setText(
                camera.source() == null
                        ? "Automatic found: " + cameras.sourceInUse(camera.id()).display()
                        : "");
        sourceInUse.setVisible(camera.source() == null);
    }

    private static Paragraph outcome() {
        Paragraph outcome = new Paragraph();
        outcome.addClassName("pl-setting-outcome");
        return outcome;
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        UI ui = attach.getUI();
        Runnable later = ui.accessLater(this::refresh, () -> {})::run;
        status = cameras.capture(cameras.first().id())
                .onStatus(change -> Thread.ofVirtual().name("settings-page").start(later));
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        if (status != null) {
            status.close();
            status = null;
        }
    }

    @Override
    public String getPageTitle() {
        return translate("title.settings");
    }
}

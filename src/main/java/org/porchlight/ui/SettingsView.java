package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Sentence;
import org.porchlight.recording.RoomWatch;
import org.porchlight.recording.StorageReports;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.InvalidInput;
import org.porchlight.settings.InvalidInput.Problem;
import org.porchlight.settings.Settings;

/** What an owner can change: the camera and recording. Takes effect at once. */
@Route(value = "settings", layout = MainLayout.class)
@RolesAllowed("OWNER")
@StyleSheet("settings.css")
@StyleSheet("cameras.css")
public class SettingsView extends Div implements BeforeLeaveObserver, HasDynamicTitle {
    private static final String RECORD_EVERY_SESSION = "Record every session";
    private static final Pattern RESOLUTION = Pattern.compile("\\s*(\\d{1,5})\\s*[x×X*]\\s*(\\d{1,5})\\s*");

    private final transient HouseSettings settings;
    private final transient Cameras cameras;
    private final transient StorageReports reports;
    private final transient LiveNews news;
    private final transient StorageNews storageNews;

    private final SettingsFields fields = new SettingsFields(this::countChanges);

    private final FolderOutcome folderOutcome;
    private final CameraCard cameraCard;
    private final DiskNotice disk;
    private final SaveBar saveBar = new SaveBar(this::save, () -> show(held()), fields::leadToProblem);

    /** The camera that the fields are of. */
    private long chosen;

    private SettingsDraft shown;
    private transient List<Runnable> leave = List.of();

    SettingsView(
            HouseSettings settings,
            Cameras cameras,
            CameraCard camera,
            RoomWatch room,
            StorageReports reports,
            LiveNews news,
            StorageNews storageNews,
            TokensCard programs,
            FolderOutcome folder,
            LogRetentionCard log) {
        this.settings = settings;
        this.cameras = cameras;
        this.reports = reports;
        this.news = news;
        this.storageNews = storageNews;
        disk = new DiskNotice(room);
        folderOutcome = folder.beneath(fields.recordingsFolder);
        cameraCard = camera.over(fields, this::choose);
        chosen = cameras.first().id();
        addClassNames("pl-page", "pl-settings");
        shown = held();
        fields.fill(shown);
        Div cards = new Div(cameraCard, recordingCard(), fields.room.card(), log, programs, saveBar);
        Div body = new Div(sections(), cards);
        body.addClassName("pl-settings-body");
        Div head = new Div(new H1(translate("settings.title")));
        head.addClassName("pl-page-head");
        add(head, body);
        show(shown);
    }

    private SettingsCard recordingCard() {
        Settings standard = Settings.defaults();
        SettingRow<Boolean> every = new SettingRow<>(
                RECORD_EVERY_SESSION,
                "every",
                fields.recordEverySession,
                standard.recordEverySession(),
                translate("settings.off"));
        every.addClassName("inline");
        String folder = standard.recordingsFolder().toString();
        return new SettingsCard(
                "recording",
                translate("settings.recording"),
                translate("settings.recordingAbout"),
                new SettingRow<>(HouseSettings.RECORDINGS_FOLDER, "folder", fields.recordingsFolder, folder, folder)
                        .with(disk)
                        .with(folderOutcome),
                new SettingRow<>(
                        HouseSettings.PRE_ROLL,
                        "preRoll",
                        fields.preRoll,
                        standard.preRollSeconds(),
                        translate("settings.seconds", standard.preRollSeconds())),
                every);
    }

    private static SectionNav sections() {
        return new SectionNav("settings", translate("settings.sections"))
                .to("camera", Icons.VIDEO, translate("settings.camera"))
                .to("recording", Icons.RECORD, translate("settings.recording"))
                .to("storage", Icons.DISK, translate("settings.storage"))
                .to("log-retention", Icons.HISTORY, translate("settings.log"))
                .to("programs", Icons.LINK, translate("settings.programs"));
    }

    /** The fields are of this camera from now on. */
    private void choose(Camera camera) {
        Runnable show = () -> {
            chosen = camera.id();
            show(held());
        };
        unlessUnsaved(show);
    }

    /** Does it at once, or after something has become of what was changed. */
    private void unlessUnsaved(Runnable next) {
        if (!saveBar.hasChanges()) {
            next.run();
            return;
        }
        Runnable save = () -> {
            save();
            if (!saveBar.hasChanges()) {
                next.run();
            }
        };
        new UnsavedDialog(save, () -> {
                    show(held());
                    next.run();
                })
                .open();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (saveBar.hasChanges()) {
            ContinueNavigationAction leaving = event.postpone();
            unlessUnsaved(leaving::proceed);
        }
    }

    private Camera chosen() {
        return cameras.find(chosen).orElseGet(cameras::first);
    }

    private void save() {
        SettingsDraft draft = fields.typed().onTopOf(held(), shown);
        Camera before = chosen();
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
            wrong.add(new Problem(Cameras.RESOLUTION, Sentence.of("settings.wrongSize")));
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
                saveBar.saved();
                Notification.show(translate("settings.told"), 4000, Notification.Position.BOTTOM_CENTER);
                return;
            } catch (InvalidInput meanwhile) {
                wrong.addAll(meanwhile.problems());
            }
        }
        fields.show(wrong);
        saveBar.wrong(wrong.size());
    }

    /** What is in force now. */
    private SettingsDraft held() {
        return SettingsDraft.of(settings.current(), chosen());
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
        saveBar.count(fields.typed().differences(shown), meaning());
    }

    /** What the changes will mean for the disk, as far as that can be reckoned. */
    private String meaning() {
        SettingsDraft draft = fields.typed();
        boolean sized = RESOLUTION.matcher(draft.resolution()).matches();
        // A camera that gives H.264 itself decides what that takes.
        boolean encoded = !cameras.status(chosen().id()).codec().equals("H.264");
        double more = sized && encoded ? draft.picturesAndPixels() / shown.picturesAndPixels() : 1;
        return reports.last()
                .filter(report -> more > 0 && Double.isFinite(more))
                .map(report -> new ChangeOutlook(report.room(), draft.room().limits(), more).words())
                .orElse("");
    }

    /** Says what came of the settings. Leaves the fields alone: somebody may be typing. */
    private void refresh() {
        Camera camera = chosen();
        if (camera.id() != chosen) { // an owner removed the one that was shown
            chosen = camera.id();
            show(held());
            return;
        }
        cameraCard.show(camera);
        disk.refresh();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        UI ui = attach.getUI();
        Runnable later = ui.accessLater(this::refresh, () -> {})::run;
        Runnable measured = ui.accessLater(() -> saveBar.mean(meaning()), () -> {})::run;
        leave = List.of(
                news.subscribe(later, viewing -> {}, viewing -> {})::close, storageNews.subscribe(measured)::remove);
        reports.measure();
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        leave.forEach(Runnable::run);
        leave = List.of();
    }

    @Override
    public String getPageTitle() {
        return translate("title.settings");
    }
}

package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.recording.FoundFiles;
import org.porchlight.recording.Moves;
import org.porchlight.recording.StorageReport;
import org.porchlight.recording.StorageReports;
import org.porchlight.viewing.Adoption;
import org.porchlight.viewing.Trash;

/** What the recordings take, what there is of room, what goes next, what lies around, and the last backup. */
@Route(value = "storage", layout = MainLayout.class)
@RolesAllowed("OWNER")
@StyleSheet("settings.css")
@StyleSheet("logs.css")
@StyleSheet("storage.css")
public class StorageView extends Div implements HasDynamicTitle {

    private final transient StorageReports reports;
    private final transient StorageNews news;
    private final Paragraph summary = new Paragraph();
    private final RoomCard room;
    private final DaysCard days;
    private final NextCard next;
    private final MoveCard move;
    private final FoundCard found;
    private @Nullable Registration listening;

    StorageView(
            StorageReports reports,
            StorageNews news,
            Moves moves,
            FoundFiles files,
            Adoption adoption,
            Trash trash,
            BackupCard backup,
            Clock clock,
            ZoneId zone) {
        this.reports = reports;
        this.news = news;
        LogWords words = new LogWords(clock, zone);
        room = new RoomCard();
        days = new DaysCard(words);
        next = new NextCard(words);
        move = new MoveCard(moves);
        found = new FoundCard(files, adoption, words, reports::measure);
        SettingsCard trashed = new SettingsCard(
                "trash",
                translate("storage.trash"),
                translate("storage.trashAbout"),
                new TrashList(trash, words, reports::measure));
        summary.getElement().setAttribute("role", "status");
        Div head = new Div(new Div(new H1(translate("nav.storage")), summary));
        head.addClassName("pl-page-head");
        addClassNames("pl-page", "pl-storage");
        add(head, room, days, move, next, trashed, found, backup);
        refresh();
    }

    private void refresh() {
        Optional<StorageReport> report = reports.last();
        summary.setText(report.map(RoomCard::summary).orElse(translate("storage.measuring")));
        report.ifPresent(measured -> {
            room.show(measured.room());
            days.show(measured.days());
            next.show(measured.next());
        });
        move.refresh();
        found.refresh();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        UI ui = attach.getUI();
        listening = news.subscribe(ui.accessLater(this::refresh, () -> {})::run);
        reports.measure();
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        if (listening != null) {
            listening.remove();
            listening = null;
        }
    }

    @Override
    public String getPageTitle() {
        return translate("title.storage");
    }
}

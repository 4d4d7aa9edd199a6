package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
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
    private final Paragraph summary = new Paragraph();
    private final RoomCard room;
    private final DaysCard days;
    private final NextCard next;
    private final MoveCard move;
    private final FoundCard found;

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
        news.follow(this, this::refresh);
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
        reports.measure();
    }

    @Override
    public String getPageTitle() {
        return translate("title.storage");
    }
}

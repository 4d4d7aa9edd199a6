package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.trail.Trail;
import org.porchlight.viewing.Archives;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.LogSort.Key;
import org.porchlight.viewing.Trash;
import org.porchlight.viewing.ViewingLog;

/**
 * The log: every look through the camera, with what was recorded of it. One grid that reads its lines as they are scrolled to; the
 * address says what is shown.
 */
@Route(value = LogsView.PATH, layout = MainLayout.class)
@PermitAll
@StyleSheet("logs.css")
class LogsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "logs";

    /** The parameter of a link to a recording: the number of its viewing. */
    static final String WATCH = "watch";

    /** Up to this width, in pixels, a line is a card. */
    private static final int PHONE = 700;

    /** Up to this width there is no room for columns that others say as well. */
    private static final int TABLET = 1100;

    private static final int BUTTONS = 196;
    private static final int BUTTONS_IN_TWO_LINES = 110;

    private final transient ViewingLog log;
    private final transient Archives archives;
    private final transient LogNews news;
    private final transient LogLines lines;
    private final transient LogDeeds deeds;
    private final transient Watching watching;
    private final LogWords words;
    private final LogFilterBar bar;
    private final LogGrid grid = new LogGrid();
    private final Column<LogEntry> card;
    private final List<Column<LogEntry>> wide = new ArrayList<>();
    private final Column<LogEntry> buttons;
    private final LogSelection selection;
    private final Paragraph summary = new Paragraph();
    private final H2 emptyTitle = new H2();
    private final Button showAll = new Button(translate("log.showAll"));
    private final Button choose = new Button(translate("log.choose"), Icons.SELECT.create());
    private boolean phone;
    private boolean choosing;
    private long drawn = -1;
    private @Nullable Registration listening;

    LogsView(
            ViewingLog log,
            Archives archives,
            Trash trash,
            LogNews news,
            Trail trail,
            CurrentMember me,
            Clock clock,
            ZoneId zone) {
        this.log = log;
        this.archives = archives;
        this.news = news;
        Member self = me.get();
        words = new LogWords(clock, zone);
        lines = new LogLines(log, trail, words);
        bar = new LogFilterBar(words, chosen -> chosen());
        watching = new Watching(log, trail, words, bar::filter, this::writeAddress);
        deeds = new LogDeeds(log, trash, words, self, this::watch, this::refresh);
        selection = new LogSelection(this::download, this::keep, this::delete, this::chooseNone);

        LogCells cells = new LogCells(words, deeds, deeds, lines);
        Column<LogEntry> start = addColumns(cells);
        buttons = grid.addColumn(new SteadyCell(cells::buttons)).setFlexGrow(0);
        card = grid.addColumn(new SteadyCell(cells::card)).setFlexGrow(1);
        grid.setMultiSort(false);
        grid.sort(List.of(new GridSortOrder<>(start, SortDirection.DESCENDING)));
        grid.setPartNameGenerator(entry -> lines.begins(entry).isPresent() ? "first-of-day" : null);
        grid.setDataProvider(lines.provider());
        grid.addClassName("pl-log-grid");
        grid.getElement().setProperty("accessibleName", translate("log.lines"));
        grid.setEmptyStateComponent(empty());
        layOutFor(0);
        addClassNames("pl-page", "pl-logs");
        add(head(self, trash), bar, grid, selection);
        refresh();
    }

    private Column<LogEntry> addColumns(LogCells cells) {
        grid.addColumn(new SteadyCell(cells::picture)).setWidth("132px").setFlexGrow(0);
        column(cells::who, "log.who", 130, Key.USER).setFlexGrow(1);
        Column<LogEntry> start = column(cells::start, "log.start", 112, Key.START);
        wide.add(column(cells::end, "log.end", 150, Key.END));
        wide.add(column(cells::length, "log.length", 108, Key.LENGTH));
        grid.addRecordingAndNote(cells::recording, cells::note, deeds);
        return start;
    }

    private Column<LogEntry> column(ValueProvider<LogEntry, Component> cell, String header, int width, Key sort) {
        return grid.addColumn(new SteadyCell(cell))
                .setHeader(translate(header))
                .setWidth(width + "px")
                .setFlexGrow(0)
                .setSortProperty(sort.name());
    }

    private Div head(Member self, Trash trash) {
        summary.getElement().setAttribute("role", "status");
        choose.addClickListener(click -> choosing(!choosing));
        Button list = new Button(translate("log.export"), Icons.DOWNLOAD.create(), click -> export());
        list.setAriaLabel(list.getText());
        Button inTrash = new Button(
                translate("log.trash"),
                Icons.TRASH.create(),
                click -> new TrashDialog(trash, words, this::refresh).open());
        inTrash.addThemeVariants(ButtonVariant.TERTIARY);
        inTrash.setAriaLabel(inTrash.getText());
        choose.addClassName("pl-log-choose");
        Div more = new Div(choose, inTrash, list);
        if (self.owner()) {
            more.addComponentAsFirst(new RouterLink(translate("log.whoDidWhat"), TrailView.class));
        }
        more.addClassName("pl-log-more-buttons");
        Div head = new Div(new Div(new H1(translate("log.heading")), summary), more);
        head.addClassName("pl-page-head");
        return head;
    }

    private Div empty() {
        showAll.addClickListener(click -> bar.choose(LogChoice.EVERYTHING));
        Div empty = new Div(emptyTitle, new Paragraph(translate("log.howItFills")), showAll);
        empty.addClassName("pl-empty");
        return empty;
    }

    /** Something else is to be shown: what was chosen of the lines before is let go. */
    private void chosen() {
        chooseNone();
        writeAddress(Optional.empty());
        refresh();
    }

    /** Reads everything shown anew; later, while a note is being written. */
    private void refresh() {
        if (deeds.holdsBack()) {
            return;
        }
        drawn = news.changes();
        bar.offer(log.usernames(), log.cameras());
        lines.show(bar.filter());
        saySum();
    }

    private void saySum() {
        LogSummaryWords said = new LogSummaryWords(bar.choice(), lines.sum(), bar.cameraName(), words);
        summary.setText(said.summary());
        emptyTitle.setText(said.nothing());
        showAll.setVisible(!bar.choice().equals(LogChoice.EVERYTHING));
    }

    /**
     * Draws what has changed: all of it only when lines came or went, or change places. What this page did itself is drawn already.
     * A click on what is drawn anew just then would be lost.
     */
    private void hear(LogNews.Gathered happened) {
        if (happened.changes() <= drawn || deeds.holdsBack()) {
            return;
        }
        if (happened.lines() || !lines.areTheSame(bar.filter())) {
            refresh();
            return;
        }
        drawn = happened.changes();
        saySum();
        Predicate<LogEntry> shown = grid.getDataCommunicator().getKeyMapper()::has;
        happened.viewings().forEach(viewing -> lines.redraw(viewing, shown));
    }

    private void watch(LogEntry entry) {
        watching.open(entry.id(), deeds);
    }

    private void export() {
        QueryParameters what =
                QueryParameters.simple(LogChoice.days(bar.filter()).address());
        new Download("exports/log.csv?" + what.getQueryString()).save(UI.getCurrent());
    }

    private void download(Collection<LogEntry> entries) {
        archives.prepare(entries.stream().map(LogEntry::id).toList())
                .ifPresentOrElse(
                        archive -> new ArchiveNotice(archive, UI.getCurrent()).open(),
                        () -> LogDeeds.tell(translate("log.nothingToDownload")));
        chooseNone();
    }

    private void keep(Set<LogEntry> entries) {
        deeds.keep(entries);
        chooseNone();
    }

    private void delete(Set<LogEntry> entries) {
        deeds.delete(entries, this::chooseNone);
    }

    private void chooseNone() {
        choosing(false);
        grid.deselectAll();
        selection.show(Set.of());
    }

    /** On a desk lines can be chosen at any time, on a phone while somebody wants to. */
    private void choosing(boolean on) {
        choosing = on;
        boolean can = !phone || on;
        choose.setText(translate(on ? "log.chooseDone" : "log.choose"));
        choose.setVisible(phone);
        if (can == grid.getSelectionMode().equals(Grid.SelectionMode.MULTI)) {
            return;
        }
        selection.show(Set.of());
        if (can) {
            grid.setSelectionMode(Grid.SelectionMode.MULTI)
                    .addSelectionListener(change -> selection.show(change.getAllSelectedItems()));
        } else {
            grid.setSelectionMode(Grid.SelectionMode.NONE);
        }
    }

    private void writeAddress(Optional<Long> watched) {
        Map<String, String> address = bar.choice().address();
        watched.ifPresent(viewing -> address.put(WATCH, viewing.toString()));
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(PATH, QueryParameters.simple(address)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        QueryParameters address = enter.getLocation().getQueryParameters();
        bar.show(LogChoice.of(address));
        refresh();
        address.getSingleParameter(WATCH).ifPresent(viewing -> watching.open(viewing, deeds));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        UI ui = attach.getUI();
        layOutFor(ui.getPage().getExtendedClientDetails().getWindowInnerWidth());
        Registration resizing = ui.getPage().addBrowserWindowResizeListener(resize -> layOutFor(resize.getWidth()));
        Registration telling = news.subscribe(happened -> ui.access(() -> hear(happened)));
        listening = Registration.combine(resizing, telling);
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        if (listening != null) {
            listening.remove();
            listening = null;
        }
    }

    /** @param width of the window; 0: not known */
    private void layOutFor(int width) {
        phone = width > 0 && width <= PHONE;
        boolean tablet = !phone && width > 0 && width <= TABLET;
        grid.getColumns().forEach(column -> column.setVisible(phone == column.equals(card)));
        wide.forEach(column -> column.setVisible(!phone && !tablet));
        buttons.setWidth((tablet ? BUTTONS_IN_TWO_LINES : BUTTONS) + "px");
        grid.setClassName("cards", phone);
        bar.layOutFor(phone);
        choosing(choosing && phone);
    }

    @Override
    public String getPageTitle() {
        return translate("title.logs");
    }
}

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
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.recording.CannotDelete;
import org.porchlight.settings.InvalidInput;
import org.porchlight.trail.Audience;
import org.porchlight.trail.Trail;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.LogFilter;
import org.porchlight.viewing.LogSort;
import org.porchlight.viewing.LogSort.Key;
import org.porchlight.viewing.LogSummary;
import org.porchlight.viewing.Trash;
import org.porchlight.viewing.ViewingLog;

/** The log: every look through the camera, with what was recorded of it. */
@Route(value = "logs", layout = MainLayout.class)
@PermitAll
@StyleSheet("logs.css")
class LogsView extends Div implements LogActions, NoteSaver, HasDynamicTitle {

    /** Up to this width, in pixels, a line is a card. */
    private static final int PHONE = 700;

    private final transient ViewingLog viewings;
    private final transient Trash trash;
    private final transient LogNews news;
    private final transient Trail trail;
    private final transient Member self;
    private final LogWords words;
    private final LogFilterBar bar;
    private final LogGrid grid = new LogGrid();
    private final Column<LogEntry> card;
    private final CallbackDataProvider<LogEntry, Void> lines;
    private final Paragraph summary = new Paragraph();
    private final H2 emptyTitle = new H2();
    private final Button showAll = new Button("Show everything");

    /** Of the lines that were read last. */
    private final transient Map<Long, Audience> audiences = new HashMap<>();

    private final Set<Object> editors = new HashSet<>();
    private boolean changedMeanwhile;
    private LogFilter filter;
    private transient LogSummary sum = new LogSummary(0, 0);
    private @Nullable Registration listening;

    LogsView(ViewingLog viewings, Trash trash, LogNews news, Trail trail, CurrentMember me, Clock clock, ZoneId zone) {
        this.viewings = viewings;
        this.trash = trash;
        this.news = news;
        this.trail = trail;
        self = me.get();
        words = new LogWords(clock, zone);
        bar = new LogFilterBar(words, chosen -> refresh());
        filter = bar.filter();
        lines = new CallbackDataProvider<>(this::fetch, query -> Math.toIntExact(sum.viewings()), LogEntry::id);

        LogCells cells = new LogCells(words, this, this, this::audience);
        grid.addComponentColumn(cells::who)
                .setHeader("Who")
                .setWidth("160px")
                .setFlexGrow(1)
                .setSortProperty(Key.USER.name());
        Column<LogEntry> start = column(cells::start, "Start", 116, Key.START);
        column(cells::end, "End", 104, Key.END);
        column(cells::length, "Length", 112, Key.LENGTH);
        grid.addComponentColumn(cells::how)
                .setHeader("How it ended")
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addRecordingAndNote(cells::recording, cells::note, this);
        grid.addComponentColumn(cells::buttons).setWidth("240px").setFlexGrow(0);
        card = grid.addComponentColumn(cells::card).setFlexGrow(1);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setMultiSort(false);
        grid.sort(List.of(new GridSortOrder<>(start, SortDirection.DESCENDING)));
        grid.setDataProvider(lines);
        grid.addClassName("pl-log-grid");
        grid.getElement().setProperty("accessibleName", "Viewings");
        grid.setEmptyStateComponent(empty());
        layOutFor(false);

        summary.getElement().setAttribute("role", "status");
        Button trashButton =
                new Button("Trash", Icons.TRASH.create(), click -> new TrashDialog(trash, words, this::refresh).open());
        trashButton.addThemeVariants(ButtonVariant.TERTIARY);
        Div head = new Div(new H1("Logs"), summary, trashButton);
        if (self.owner()) {
            head.add(new RouterLink("Who did what", TrailView.class));
        }
        head.addClassName("pl-page-head");
        addClassNames("pl-page", "pl-logs");
        add(head, bar, grid);
        refresh();
    }

    private Column<LogEntry> column(ValueProvider<LogEntry, Component> cell, String header, int width, Key sort) {
        return grid.addComponentColumn(cell)
                .setHeader(header)
                .setWidth(width + "px")
                .setFlexGrow(0)
                .setSortProperty(sort.name());
    }

    private Div empty() {
        Paragraph why = new Paragraph("A viewing appears here each time somebody opens the live picture.");
        showAll.addClickListener(click -> bar.chooseEverything());
        Div empty = new Div(emptyTitle, why, showAll);
        empty.addClassName("pl-empty");
        return empty;
    }

    private Stream<LogEntry> fetch(Query<LogEntry, Void> query) {
        List<QuerySortOrder> orders = query.getSortOrders();
        LogSort sort = orders.isEmpty()
                ? LogSort.NEWEST_FIRST
                : new LogSort(
                        Key.valueOf(orders.getFirst().getSorted()),
                        orders.getFirst().getDirection() == SortDirection.ASCENDING);
        List<LogEntry> page = viewings.page(filter, sort, query.getOffset(), query.getLimit());
        audiences.putAll(trail.audiences(page.stream().map(LogEntry::id).toList()));
        return page.stream();
    }

    private String audience(long viewing) {
        Audience audience = audiences.get(viewing);
        return audience == null ? "" : audience.words();
    }

    /** Reads everything shown anew; later, while a note is being written. */
    private void refresh() {
        if (!editors.isEmpty()) {
            changedMeanwhile = true;
            return;
        }
        changedMeanwhile = false;
        filter = bar.filter();
        bar.people(viewings.usernames());
        sum = viewings.summary(filter);
        summary.setText(summary());
        audiences.clear();
        emptyTitle.setText("Nobody looked" + scope());
        showAll.setVisible(!filter.equals(LogFilter.ALL));
        lines.refreshAll();
    }

    private String summary() {
        if (sum.viewings() == 0) {
            return "No viewings" + scope();
        }
        String count = sum.viewings() == 1 ? "1 viewing" : sum.viewings() + " viewings";
        String recorded = sum.recorded() == 0
                ? "none of them recorded"
                : sum.recorded() == sum.viewings() ? "all of them recorded" : sum.recorded() + " of them recorded";
        if (sum.viewings() == 1) {
            recorded = sum.recorded() == 1 ? "recorded" : "not recorded";
        }
        return count + scope() + ", " + recorded;
    }

    /** What the filter leaves, in words: " by Ben in the last 7 days". */
    private String scope() {
        String who = filter.username() == null ? "" : " by " + filter.username();
        var from = filter.from();
        var to = filter.to();
        String when;
        if (bar.range().isPresent()) {
            String range = bar.range().get().words();
            when = range.isEmpty() ? "" : " " + range;
        } else if (from != null && from.equals(to)) {
            when = " on " + words.longDay(from);
        } else {
            when = (from == null ? "" : " from " + words.longDay(from))
                    + (to == null ? "" : " to " + words.longDay(to));
        }
        return who + when;
    }

    @Override
    public boolean mayChange(LogEntry entry) {
        return self.owner() || entry.viewing().memberId() == self.id();
    }

    @Override
    public void watch(LogEntry entry) {
        new WatchDialog(entry, words, this).open();
    }

    @Override
    public void delete(LogEntry entry) {
        int days = trash.days();
        new DeleteDialog(
                        entry,
                        words,
                        days,
                        () -> {
                            if (attempt(() -> trash.put(entry.id())) && days > 0) {
                                new UndoNotice(
                                                "Deleted. It is in the trash.",
                                                () -> attempt(() -> trash.takeBack(entry.id())))
                                        .open();
                            }
                        },
                        () -> attempt(() -> trash.delete(entry.id())))
                .open();
    }

    /** Something with the trash. */
    private interface Deed {
        void run() throws CannotDelete;
    }

    private boolean attempt(Deed deed) {
        try {
            deed.run();
            return true;
        } catch (CannotDelete e) {
            tell(e.sentence());
            return false;
        } finally {
            refresh();
        }
    }

    @Override
    public void keep(LogEntry entry, boolean kept) {
        try {
            viewings.keep(entry.id(), kept);
        } catch (InvalidInput e) {
            tell(e.problems().getFirst().sentence());
        }
        refresh();
    }

    @Override
    public boolean save(LogEntry entry, String text) {
        try {
            viewings.note(entry.id(), text);
            return true;
        } catch (InvalidInput e) {
            tell(e.problems().getFirst().sentence());
            return false;
        }
    }

    @Override
    public void editing(Object editor, boolean on) {
        if (on) {
            editors.add(editor);
        } else if (editors.remove(editor) && changedMeanwhile) {
            refresh();
        }
    }

    private static void tell(String sentence) {
        Notification notification = Notification.show(sentence, 8000, Notification.Position.BOTTOM_CENTER);
        notification.setAssertive(true);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        UI ui = attach.getUI();
        layOutFor(isPhone(ui.getPage().getExtendedClientDetails().getWindowInnerWidth()));
        Registration resizing =
                ui.getPage().addBrowserWindowResizeListener(resize -> layOutFor(isPhone(resize.getWidth())));
        Registration telling = news.subscribe(() -> ui.access(this::refresh));
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

    private static boolean isPhone(int width) {
        return width > 0 && width <= PHONE;
    }

    private void layOutFor(boolean phone) {
        grid.getColumns().forEach(column -> column.setVisible(phone == column.equals(card)));
        grid.setClassName("cards", phone);
    }

    @Override
    public String getPageTitle() {
        return translate("title.logs");
    }
}

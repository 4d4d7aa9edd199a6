package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.porchlight.trail.Trail;
import org.porchlight.trail.TrailLine;

/** Who did what, and from where, for owners. It is only read here: nobody can change it. */
@Route(value = "trail", layout = MainLayout.class)
@RolesAllowed("OWNER")
@StyleSheet("logs.css")
public class TrailView extends Div implements HasDynamicTitle {

    /** Up to this width, in pixels, a line is a card. */
    private static final int PHONE = 700;

    private final transient Trail trail;
    private final LogWords words;
    private final LogFilterBar bar;
    private final Grid<TrailLine> grid = new Grid<>();
    private final Column<TrailLine> card;
    private final CallbackDataProvider<TrailLine, Void> lines;
    private final Paragraph summary = new Paragraph();
    private @Nullable Registration resizing;

    TrailView(Trail trail, Clock clock, ZoneId zone) {
        this.trail = trail;
        words = new LogWords(clock, zone);
        bar = new LogFilterBar(words, chosen -> refresh());
        lines = new CallbackDataProvider<>(
                query -> trail.page(bar.filter(), query.getOffset(), query.getLimit()).stream(),
                query -> trail.count(bar.filter()),
                TrailLine::id);

        column(translate("trail.who"), 150, TrailView::who).setFlexGrow(2);
        column(translate("trail.when"), 115, this::when);
        column(translate("trail.whatHead"), 220, TrailView::what).setFlexGrow(4);
        column(translate("trail.from"), 160, TrailView::from).setFlexGrow(1);
        card = grid.addComponentColumn(this::card).setFlexGrow(1);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setDataProvider(lines);
        grid.addClassName("pl-log-grid");
        grid.getElement().setProperty("accessibleName", translate("nav.trail"));
        grid.setEmptyStateComponent(empty());
        layOutFor(false);

        summary.getElement().setAttribute("role", "status");
        Div head = new Div(
                new H1(translate("nav.trail")), summary, new RouterLink(translate("trail.back"), LogsView.class));
        head.addClassName("pl-page-head");
        addClassNames("pl-page", "pl-logs");
        add(head, bar, grid);
        refresh();
    }

    private Column<TrailLine> column(String header, int width, ValueProvider<TrailLine, Component> cell) {
        return grid.addComponentColumn(cell)
                .setHeader(header)
                .setWidth(width + "px")
                .setFlexGrow(0);
    }

    private void refresh() {
        bar.people(trail.names());
        int count = trail.count(bar.filter());
        summary.setText(translate("trail.summary", count));
        lines.refreshAll();
    }

    private static Component who(TrailLine line) {
        String name = line.who().isEmpty() ? translate("trail.somebody") : line.who();
        Div who = new Div(new Initials(name), new Div(text(name, "pl-strong")));
        who.addClassName("pl-who-cell");
        return who;
    }

    private Component when(TrailLine line) {
        Div when = new Div(text(words.time(line.at()), "pl-strong"), text(words.dayOf(line.at()), "pl-small"));
        when.addClassName("pl-time-cell");
        return when;
    }

    private static Component what(TrailLine line) {
        Div what = new Div(
                text(translate("trail.what." + line.what().name()), "pl-strong"), text(line.details(), "pl-small"));
        what.addClassName("pl-trail-what");
        return what;
    }

    private static Component from(TrailLine line) {
        return new Div(
                text(line.from().address(), "pl-strong"), text(line.from().device(), "pl-small"));
    }

    private Component card(TrailLine line) {
        Div card = new Div(who(line), when(line), what(line), from(line));
        card.addClassNames("pl-log-card", "pl-trail-card");
        return card;
    }

    private static Span text(String text, String kind) {
        Span span = new Span(text);
        span.addClassName(kind);
        return span;
    }

    private static Div empty() {
        Div empty = new Div(new H2(translate("trail.nothing")), new Paragraph(translate("trail.nothingAbout")));
        empty.addClassName("pl-empty");
        return empty;
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        UI ui = attach.getUI();
        layOutFor(isPhone(ui.getPage().getExtendedClientDetails().getWindowInnerWidth()));
        resizing = ui.getPage().addBrowserWindowResizeListener(resize -> layOutFor(isPhone(resize.getWidth())));
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        if (resizing != null) {
            resizing.remove();
            resizing = null;
        }
    }

    private static boolean isPhone(int width) {
        return width > 0 && width <= PHONE;
    }

    private void layOutFor(boolean phone) {
        grid.getColumns().forEach(column -> column.setVisible(phone == column.equals(card)));
        grid.setClassName("cards", phone);
        bar.layOutFor(phone);
    }

    @Override
    public String getPageTitle() {
        return translate("title.trail");
    }
}

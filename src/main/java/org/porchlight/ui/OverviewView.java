package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.porchlight.recording.RecordedDays;
import org.porchlight.recording.StorageReport.Day;
import org.porchlight.ui.BarChart.Bar;
import org.porchlight.viewing.ViewingFigures;
import org.porchlight.viewing.ViewingFigures.Share;
import org.porchlight.viewing.ViewingStatistics;

/** How much was looked and recorded in the last days, and when. */
@Route(value = "overview", layout = MainLayout.class)
@PermitAll
@StyleSheet("settings.css")
@StyleSheet("storage.css")
@StyleSheet("overview.css")
class OverviewView extends Div implements HasDynamicTitle {
    private static final List<Integer> RANGES = List.of(7, 30, 90);
    private static final int FIRST_RANGE = 1;

    private final transient ViewingStatistics viewings;
    private final transient RecordedDays recordings;
    private final transient Clock clock;
    private final ZoneId zone;
    private final Locale locale = UI.getCurrent().getLocale();
    private final DateTimeFormatter date =
            DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale);
    private final Paragraph summary = new Paragraph();
    private final ChartCard days =
            new ChartCard("days", translate("overview.days"), translate("overview.daysAbout"), false);
    private final WeekCard week = new WeekCard(locale);
    private final ChartCard people =
            new ChartCard("people", translate("overview.people"), translate("overview.peopleAbout"), true);
    private final ChartCard cameras =
            new ChartCard("cameras", translate("overview.cameras"), translate("overview.camerasAbout"), true);
    private final ChartCard room =
            new ChartCard("room", translate("overview.room"), translate("overview.roomAbout"), false);

    OverviewView(ViewingStatistics viewings, RecordedDays recordings, Clock clock, ZoneId zone) {
        this.viewings = viewings;
        this.recordings = recordings;
        this.clock = clock;
        this.zone = zone;
        Tabs ranges = new Tabs();
        RANGES.forEach(range -> ranges.add(new Tab(translate("overview.range", range))));
        ranges.setSelectedIndex(FIRST_RANGE);
        ranges.addSelectedChangeListener(change -> show(RANGES.get(ranges.getSelectedIndex())));
        ranges.getElement().setAttribute("aria-label", translate("overview.ranges"));
        summary.getElement().setAttribute("role", "status");
        Div head = new Div(new Div(new H1(translate("overview.heading")), summary), ranges);
        head.addClassName("pl-page-head");
        Div cards = new Div(days, week, people, cameras, room);
        cards.addClassName("pl-charts");
        addClassNames("pl-page", "pl-overview");
        add(head, cards);
        show(RANGES.get(FIRST_RANGE));
    }

    private void show(int range) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate first = today.minusDays(range - 1L);
        ViewingFigures figures = viewings.between(first, today);
        List<Day> recorded = recordings.between(first, today);
        summary.setText(translate(
                "overview.summary",
                range,
                figures.all().viewings(),
                recorded.stream().mapToInt(Day::recordings).sum(),
                LogWords.size(recorded.stream().mapToLong(Day::bytes).sum())));
        days.show(figures.days().entrySet().stream()
                .map(day -> new Bar(date.format(day.getKey()), day.getValue(), words(day.getValue())))
                .toList());
        week.show(figures);
        people.show(bars(figures.people()));
        cameras.show(bars(figures.cameras()));
        cameras.setVisible(figures.cameras().size() > 1);
        room.show(recorded.stream()
                .map(day -> new Bar(
                        date.format(day.day()),
                        day.bytes() / 1e6,
                        translate("overview.recorded", LogWords.size(day.bytes()), day.recordings())))
                .toList());
    }

    private static List<Bar> bars(List<Share> shares) {
        return shares.stream()
                .map(share -> new Bar(share.name(), share.viewings(), words(share.viewings())))
                .toList();
    }

    private static String words(long viewings) {
        return translate("overview.viewings", viewings);
    }

    @Override
    public String getPageTitle() {
        return translate("title.overview");
    }
}

package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.DayOfWeek;
import java.util.List;
import org.porchlight.recording.StorageReport.Day;

/** What was recorded on each of the last days: a bar a day, and the same in words for whoever does not see it. */
final class DaysCard extends SettingsCard {

    private final LogWords words;
    private final OrderedList bars = new OrderedList();
    private final Span most = new Span();

    DaysCard(LogWords words) {
        super("days", translate("overview.days"), translate("storage.daysAbout"));
        this.words = words;
        bars.addClassName("pl-days");
        bars.getElement().setAttribute("aria-label", translate("storage.daysLabel"));
        most.addClassName("pl-days-most");
        most.getElement().setAttribute("aria-hidden", "true");
        Div body = new Div(most, bars);
        body.addClassName("pl-card-body");
        add(body);
        setVisible(false);
    }

    void show(List<Day> days) {
        setVisible(true);
        long highest = days.stream().mapToLong(Day::bytes).max().orElse(0);
        most.setText(highest == 0 ? translate("storage.nothingRecorded") : LogWords.size(highest));
        bars.removeAll();
        days.forEach(day -> bars.add(bar(day, Math.max(1, highest))));
    }

    private ListItem bar(Day day, long highest) {
        Span text = new Span(
                translate("storage.day", words.longDay(day.day()), day.recordings(), LogWords.size(day.bytes())));
        text.addClassName("pl-hidden");
        Div column = new Div();
        column.addClassName("bar");
        column.getStyle().set("height", 100.0 * day.bytes() / highest + "%");
        column.getElement().setAttribute("aria-hidden", "true");
        ListItem item = new ListItem(text, column);
        item.setTitle(text.getText());
        if (day.day().getDayOfWeek() == DayOfWeek.MONDAY) {
            Span label = new Span(LogWords.dayAndMonth(day.day()));
            label.addClassName("label");
            label.getElement().setAttribute("aria-hidden", "true");
            item.add(label);
        }
        return item;
    }
}

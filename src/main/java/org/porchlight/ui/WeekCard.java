package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.porchlight.viewing.ViewingFigures;

/** When people look: the hours of the week, the warmer the more; a table, so that it can be read as well as seen. */
final class WeekCard extends SettingsCard {
    private static final int WARMEST = 4;
    private static final int LABELS_EVERY = 6;

    private final NativeTable week = new NativeTable();
    private final Locale locale;

    WeekCard(Locale locale) {
        super("week", translate("overview.week"), translate("overview.weekAbout"));
        this.locale = locale;
        week.addClassName("pl-week");
        week.getElement().setAttribute("aria-label", translate("overview.week"));
        Div body = new Div(week);
        body.addClassName("pl-card-body");
        add(body);
    }

    void show(ViewingFigures figures) {
        int most = figures.week().stream()
                .flatMap(Collection::stream)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        week.removeAll();
        week.add(head());
        DayOfWeek day = WeekFields.of(locale).getFirstDayOfWeek();
        for (int i = 0; i < 7; i++, day = day.plus(1)) {
            week.add(row(day, figures.hours(day), most));
        }
    }

    private static NativeTableRow head() {
        NativeTableRow head = new NativeTableRow(new NativeTableCell());
        for (int hour = 0; hour < 24; hour++) {
            Span said = new Span(hour + ":00");
            said.addClassName("pl-hidden");
            NativeTableHeaderCell cell = new NativeTableHeaderCell(said);
            cell.getElement().setAttribute("scope", "col");
            if (hour % LABELS_EVERY == 0) {
                Span shown = new Span(String.valueOf(hour));
                shown.getElement().setAttribute("aria-hidden", "true");
                cell.add(shown);
            }
            head.add(cell);
        }
        return head;
    }

    private NativeTableRow row(DayOfWeek day, List<Integer> hours, int most) {
        NativeTableHeaderCell name = new NativeTableHeaderCell(day.getDisplayName(TextStyle.SHORT_STANDALONE, locale));
        name.getElement().setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow(name);
        String wholeName = day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
        for (int hour = 0; hour < hours.size(); hour++) {
            int viewings = hours.get(hour);
            Span number = new Span(String.valueOf(viewings));
            number.addClassName("pl-hidden");
            NativeTableCell cell = new NativeTableCell(number);
            cell.addClassName("warm" + (viewings == 0 ? 0 : Math.ceilDiv(viewings * WARMEST, most)));
            cell.setTitle(
                    translate("overview.hour", wholeName, String.valueOf(hour), String.valueOf(hour + 1), viewings));
            row.add(cell);
        }
        return row;
    }
}

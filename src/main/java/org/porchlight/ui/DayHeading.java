package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** Stands over the first line of each day: "Today  Sunday, 22 November · 3 viewings". */
final class DayHeading extends Div {

    DayHeading(LogDay day, LogWords words) {
        String name = words.longDay(day.day());
        boolean today = day.day().equals(words.today());
        boolean near = today || day.day().equals(words.today().minusDays(1));
        H2 heading = new H2(!near ? name : translate(today ? "log.today" : "log.yesterday"));
        Span details = new Span((near ? name + " · " : "") + translate("log.viewings", day.viewings()));
        add(heading, details);
        addClassName("pl-day");
    }
}

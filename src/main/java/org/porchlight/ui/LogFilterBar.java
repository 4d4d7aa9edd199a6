package org.porchlight.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.porchlight.viewing.LogFilter;

/**
 * Chooses what of the log is shown: a quick range, or two days; one person, or everyone. While what is entered makes no sense,
 * the field says so and the last good choice stays.
 */
class LogFilterBar extends Div {

    private final LogWords words;
    private final Consumer<LogFilter> onChoice;
    private final Tabs ranges = new Tabs(false);
    private final Map<LogRange, Tab> tabs = new EnumMap<>(LogRange.class);
    private final DayField from;
    private final DayField to;
    private final Select<String> person = new Select<>();
    private final Button more = new Button("Filter", Icons.BARS.create());

    private @Nullable LogRange range = LogRange.SEVEN_DAYS;
    private LogFilter filter;
    private List<String> people = List.of();
    private boolean filling;

    LogFilterBar(LogWords words, Consumer<LogFilter> onChoice) {
        this.words = words;
        this.onChoice = onChoice;
        from = new DayField("From", UI.getCurrent().getSession().getBrowser().getLocale());
        to = new DayField("To", UI.getCurrent().getSession().getBrowser().getLocale());
        filter = new LogFilter(LogRange.SEVEN_DAYS.from(words.today()), LogRange.SEVEN_DAYS.to(words.today()), null);

        addClassName("pl-log-filter");
        ranges.addClassName("pl-segments");
        ranges.getElement().setAttribute("aria-label", "Range");
        for (LogRange each : LogRange.values()) {
            Tab tab = new Tab(each.label());
            tabs.put(each, tab);
            ranges.add(tab);
        }
        ranges.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                tabs.forEach((each, tab) -> {
                    if (tab.equals(change.getSelectedTab())) {
                        choose(each);
                    }
                });
            }
        });

        from.addValueChangeListener(change -> daysChanged(from));
        from.addValidationStatusChangeListener(change -> daysChanged(from));
        to.addValueChangeListener(change -> daysChanged(to));
        to.addValidationStatusChangeListener(change -> daysChanged(to));

        person.setAriaLabel("Person");
        person.setEmptySelectionAllowed(true);
        person.setEmptySelectionCaption("Everyone");
        person.setPlaceholder("Everyone");
        person.setPrefixComponent(Icons.USER.create());
        person.addClassName("pl-log-person");
        person.addValueChangeListener(change -> {
            if (!filling) {
                filter = new LogFilter(filter.from(), filter.to(), change.getValue());
                onChoice.accept(filter);
            }
        });

        Div days = new Div(from, new Span("to"), to);
        days.addClassName("pl-log-days");
        Div fields = new Div(days, person);
        fields.addClassName("pl-log-fields");
        more.addClassName("pl-log-more");
        more.getElement().setAttribute("aria-expanded", "false");
        more.addClickListener(click -> {
            boolean open = !hasClassName("open");
            setClassName("open", open);
            more.getElement().setAttribute("aria-expanded", String.valueOf(open));
        });
        add(ranges, more, fields);
        show();
    }

    /** The last choice that made sense, with quick ranges reckoned from today. */
    LogFilter filter() {
        if (range != null) {
            LocalDate today = words.today();
            LogFilter now = new LogFilter(range.from(today), range.to(today), filter.username());
            if (!now.equals(filter)) {
                filter = now;
                show();
            }
        }
        return filter;
    }

    /** The quick range that is chosen; empty when days are. */
    Optional<LogRange> range() {
        return Optional.ofNullable(range);
    }

    void choose(LogRange wanted) {
        range = wanted;
        LocalDate today = words.today();
        filter = new LogFilter(wanted.from(today), wanted.to(today), filter.username());
        show();
        onChoice.accept(filter);
    }

    /** Shows all days and everyone. */
    void chooseEverything() {
        filter = LogFilter.ALL;
        choose(LogRange.ALL);
    }

    /** Who can be chosen; who is chosen stays, even when nothing is left of them. */
    void people(List<String> names) {
        String chosen = filter.username();
        List<String> wanted = new ArrayList<>(names);
        if (chosen != null && !names.contains(chosen)) {
            wanted.add(chosen);
        }
        if (!wanted.equals(people)) {
            people = List.copyOf(wanted);
            filling = true;
            try {
                person.setItems(people);
                person.setValue(chosen);
            } finally {
                filling = false;
            }
        }
    }

    private void show() {
        filling = true;
        try {
            from.setValue(filter.from());
            to.setValue(filter.to());
            person.setValue(filter.username());
            from.say(null);
            to.say(null);
            ranges.setSelectedTab(range == null ? null : tabs.get(range));
        } finally {
            filling = false;
        }
    }

    private void daysChanged(DayField changed) {
        if (filling) {
            return;
        }
        from.say(from.typedWrong());
        to.say(to.typedWrong());
        if (from.isInvalid() || to.isInvalid()) {
            return;
        }
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        if (first != null && last != null && first.isAfter(last)) {
            changed.say(
                    changed == from
                            ? "From is after To. Choose " + to.write(last) + " or earlier."
                            : "To is before From. Choose " + from.write(first) + " or later.");
            return;
        }
        LogFilter chosen = new LogFilter(first, last, filter.username());
        if (!chosen.equals(filter)) {
            filter = chosen;
            range = rangeOf(chosen);
            ranges.setSelectedTab(range == null ? null : tabs.get(range));
            onChoice.accept(filter);
        }
    }

    private @Nullable LogRange rangeOf(LogFilter chosen) {
        LocalDate today = words.today();
        for (LogRange each : LogRange.values()) {
            if (Objects.equals(each.from(today), chosen.from()) && Objects.equals(each.to(today), chosen.to())) {
                return each;
            }
        }
        return null;
    }
}

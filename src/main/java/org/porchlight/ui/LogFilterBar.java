package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.porchlight.viewing.LogCamera;
import org.porchlight.viewing.LogFilter;

/**
 * Chooses what of the log is shown: a quick range, or two days; one person, one camera, and whether there has to be a recording;
 * all together. While what is entered makes no sense, the field says so and the last good choice stays. On a phone all but the
 * ranges is on a sheet behind one button.
 */
class LogFilterBar extends Div {

    private final LogWords words;
    private final Consumer<LogChoice> onChoice;
    private final Tabs ranges = new Tabs(false);
    private final Map<LogRange, Tab> tabs = new EnumMap<>(LogRange.class);
    private final DayField from;
    private final DayField to;
    private final Select<String> person = new Select<>();
    private final Select<LogCamera> camera = new Select<>();
    private final Checkbox recorded = new Checkbox(translate("log.recordedOnly"));
    private final Div fields;
    private final Button more = new Button(Icons.FILTER.create());
    private final Dialog sheet = new Dialog();

    private LogChoice choice = LogChoice.AT_FIRST;
    private List<String> people = List.of();
    private List<LogCamera> cameras = List.of();
    private boolean filling;

    LogFilterBar(LogWords words, Consumer<LogChoice> onChoice) {
        this.words = words;
        this.onChoice = onChoice;
        Locale locale = UI.getCurrent().getLocale();
        from = new DayField(translate("log.from"), locale);
        to = new DayField(translate("log.to"), locale);

        addClassName("pl-log-filter");
        ranges.addClassName("pl-segments");
        ranges.getElement().setAttribute("aria-label", translate("log.range"));
        for (LogRange each : LogRange.values()) {
            Tab tab = new Tab(each.label());
            tabs.put(each, tab);
            ranges.add(tab);
        }
        ranges.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                tabs.forEach((each, tab) -> {
                    if (tab.equals(change.getSelectedTab())) {
                        choose(new LogChoice(each, choice.wish()));
                    }
                });
            }
        });
        for (DayField day : List.of(from, to)) {
            day.addValueChangeListener(change -> daysChanged(day));
            day.addValidationStatusChangeListener(change -> daysChanged(day));
        }
        everything(person, "log.person", "log.everyone", Icons.USER);
        everything(camera, "log.camera", "log.everyCamera", Icons.VIDEO);
        camera.setItemLabelGenerator(each -> each == null ? translate("log.everyCamera") : each.name());
        person.addValueChangeListener(change -> narrow(choice.wish().of(change.getValue())));
        camera.addValueChangeListener(change -> narrow(choice.wish()
                .through(change.getValue() == null ? null : change.getValue().id())));
        recorded.addClassName("pl-log-recorded");
        recorded.addValueChangeListener(change -> narrow(choice.wish().recorded(change.getValue())));

        Div days = new Div(from, new Span(translate("log.until")), to);
        days.addClassName("pl-log-days");
        fields = new Div(days, person, camera, recorded);
        fields.addClassName("pl-log-fields");
        more.addClassName("pl-log-more");
        more.addClickListener(click -> sheet.open());
        sheet.addClassName("pl-sheet");
        sheet.setHeaderTitle(translate("log.filter"));
        Button done = new Button(translate("log.done"), click -> sheet.close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        sheet.getFooter().add(done);
        add(ranges, more, fields);
        show();
    }

    private static <T> void everything(Select<T> select, String name, String all, Icons icon) {
        select.setAriaLabel(translate(name));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(translate(all));
        select.setPlaceholder(translate(all));
        select.setPrefixComponent(icon.create());
        select.addClassName("pl-log-select");
    }

    /** Has the fields beside the ranges, or on a sheet. */
    void layOutFor(boolean phone) {
        more.setVisible(phone);
        if (phone) {
            sheet.add(fields);
        } else {
            sheet.close();
            add(fields);
        }
    }

    /** The last choice that made sense. */
    LogChoice choice() {
        return choice;
    }

    /** Of the camera that is chosen; empty when none is. */
    String cameraName() {
        return camera.getValue() == null ? "" : camera.getValue().name();
    }

    /** The same as a filter of today. */
    LogFilter filter() {
        LogFilter filter = choice.filter(words.today());
        if (!from.isInvalid()
                && !to.isInvalid()
                && choice.range() != null
                && !Objects.equals(filter.to(), to.getValue())) {
            show(); // it is another day meanwhile
        }
        return filter;
    }

    void choose(LogChoice wanted) {
        choice = wanted;
        show();
        onChoice.accept(choice);
    }

    /** Shows what was chosen elsewhere, and tells nobody. */
    void show(LogChoice wanted) {
        choice = wanted;
        show();
    }

    /** Who and what can be chosen; what is chosen stays, even when nothing is left of it. */
    void offer(List<String> names, List<LogCamera> seenThrough) {
        String chosen = choice.wish().username();
        List<String> wanted = new ArrayList<>(names);
        if (chosen != null && names.stream().noneMatch(chosen::equalsIgnoreCase)) {
            wanted.add(chosen);
        }
        Long chosenCamera = choice.wish().cameraId();
        List<LogCamera> wantedCameras = new ArrayList<>(seenThrough);
        if (chosenCamera != null && seenThrough.stream().noneMatch(each -> each.id() == chosenCamera)) {
            wantedCameras.add(new LogCamera(chosenCamera, translate("log.cameraOf", String.valueOf(chosenCamera))));
        }
        if (!wanted.equals(people) || !wantedCameras.equals(cameras)) {
            people = List.copyOf(wanted);
            cameras = List.copyOf(wantedCameras);
            show();
        }
        camera.setVisible(cameras.size() > 1 || chosenCamera != null);
    }

    /** The same for a page that knows neither cameras nor recordings. */
    void people(List<String> names) {
        recorded.setVisible(false);
        offer(names, List.of());
    }

    private void show() {
        LogFilter filter = choice.filter(words.today());
        filling = true;
        try {
            from.setValue(filter.from());
            to.setValue(filter.to());
            from.say(null);
            to.say(null);
            person.setItems(people);
            person.setValue(people.stream()
                    .filter(name -> name.equalsIgnoreCase(filter.username()))
                    .findFirst()
                    .orElse(null));
            camera.setItems(cameras);
            camera.setValue(cameras.stream()
                    .filter(each -> Objects.equals(each.id(), filter.cameraId()))
                    .findFirst()
                    .orElse(null));
            recorded.setValue(filter.recordedOnly());
            ranges.setSelectedTab(choice.range() == null ? null : tabs.get(choice.range()));
            int hidden = choice.hidden();
            more.setText(translate("log.filter") + (hidden == 0 ? "" : " · " + hidden));
        } finally {
            filling = false;
        }
    }

    private void narrow(LogFilter wish) {
        if (!filling && !wish.equals(choice.wish())) {
            choose(new LogChoice(choice.range(), wish));
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
        @Nullable LocalDate first = from.getValue();
        @Nullable LocalDate last = to.getValue();
        if (first != null && last != null && first.isAfter(last)) {
            changed.say(
                    changed == from
                            ? translate("log.fromAfterTo", to.write(last))
                            : translate("log.toBeforeFrom", from.write(first)));
            return;
        }
        LogFilter wanted = choice.wish().between(first, last);
        if (!wanted.equals(choice.filter(words.today()))) {
            choose(LogChoice.of(wanted, words.today()));
        }
    }
}

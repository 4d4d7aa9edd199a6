package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.ValueContext;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.WeekFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A day to choose. Written as its reader's country writes it; where that puts the month first, which elsewhere in the same
 * household reads as another day, as 2026-11-22. That form is always understood.
 */
class DayField extends DatePicker {

    private static final String ISO = "yyyy-MM-dd";

    private final DateTimeFormatter format;

    DayField(String name, Locale locale) {
        String pattern = pattern(locale);
        format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        setAriaLabel(name);
        setPlaceholder(name);
        setLocale(locale);
        setI18n(new DatePickerI18n()
                .setDateFormats(pattern, ISO)
                .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7)
                .setBadInputErrorMessage(translate("log.enterADay", format.format(LocalDate.of(2026, 11, 22)))));
        setManualValidation(true);
    }

    /** As this field writes it. */
    String write(LocalDate day) {
        return format.format(day);
    }

    /** The sentence of what is wrong with what was typed; null when it is a day, or nothing. */
    @Nullable
    String typedWrong() {
        ValidationResult result = getDefaultValidator().apply(getValue(), new ValueContext(this));
        return result.isError() ? result.getErrorMessage() : null;
    }

    /** Shows what is wrong; null: nothing. */
    void say(@Nullable String sentence) {
        setErrorMessage(sentence == null ? "" : sentence);
        setInvalid(sentence != null);
    }

    private static String pattern(Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        boolean plain = pattern.matches("[dMy./ -]+");
        boolean dayFirst =
                plain && pattern.indexOf('d') < pattern.indexOf('M') && pattern.indexOf('M') < pattern.indexOf('y');
        return dayFirst ? pattern.replaceAll("d+", "dd").replaceAll("M+", "MM").replaceAll("y+", "yyyy") : ISO;
    }
}

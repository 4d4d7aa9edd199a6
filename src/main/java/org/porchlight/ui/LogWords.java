package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** How the log says times, lengths and sizes: in the house's zone, and as the page's language and country write them. */
class LogWords {

    private static final long TEN_YEARS_OF_DAYS = 3_653;

    private final Clock clock;
    private final ZoneId zone;

    LogWords(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), zone);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** 18:40:12 */
    String time(Instant at) {
        return localized("jms", at.atZone(zone));
    }

    /** Today, Yesterday, Sun, 15 Nov, and in other years 15 Nov 2025. */
    String dayOf(Instant at) {
        LocalDate day = day(at);
        if (day.equals(today())) {
            return translate("log.today");
        }
        return day.equals(today().minusDays(1)) ? translate("log.yesterday") : shortDay(day);
    }

    private String shortDay(LocalDate day) {
        return localized(day.getYear() == today().getYear() ? "MMMEd" : "yMMMd", day);
    }

    /** 14 Nov */
    static String dayAndMonth(LocalDate day) {
        return localized("MMMd", day);
    }

    /** Saturday, 14 November, and in other years 14 November 2025. */
    String longDay(LocalDate day) {
        return day.getYear() == today().getYear()
                ? localized("MMMMEEEEd", day)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .localizedBy(locale())
                        .format(day);
    }

    /** For a heading: "today at 18:40", "Sun, 15 Nov at 18:40". */
    String moment(Instant at) {
        LocalDate day = day(at);
        String time = localized("jm", at.atZone(zone));
        if (day.equals(today())) {
            return translate("log.todayAt", time);
        }
        return day.equals(today().minusDays(1))
                ? translate("log.yesterdayAt", time)
                : translate("log.dayAt", shortDay(day), time);
    }

    private static String localized(String fields, TemporalAccessor at) {
        return DateTimeFormatter.ofLocalizedPattern(fields)
                .localizedBy(locale())
                .format(at);
    }

    /** The page's; English of no country is written with the day first and 24 hours. */
    private static Locale locale() {
        UI page = UI.getCurrent();
        Locale locale = page == null ? Locale.ENGLISH : page.getLocale();
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }

    /** 33 s, 3 min 38 s, 1 h 12 min. */
    static String length(Duration length) {
        long seconds = Math.max(0, length.plusMillis(500).toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
        }
        long minutes = seconds / 60;
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    /** 1 day, 7 days. */
    static String days(long days) {
        return translate("log.days", days);
    }

    /** 1 picture is missing in it. 40 pictures are missing in it. */
    static String missing(long pictures) {
        return translate("log.missing", pictures);
    }

    /** As a player shows it: 3:38, 1:02:03. */
    static String counter(Duration length) {
        long seconds = Math.max(0, length.plusMillis(500).toSeconds());
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** How long something lasts: less than a day, about a day, about 41 days, more than ten years. */
    static String aboutDays(long days) {
        return days > TEN_YEARS_OF_DAYS ? translate("log.tenYears") : translate("log.aboutDays", days);
    }

    /** 640 kB, 1.4 MB, 52 MB, 3.1 GB. */
    static String size(long bytes) {
        if (bytes < 1_000_000) {
            return Math.max(1, Math.round(bytes / 1e3)) + " kB";
        }
        double number = bytes < 1_000_000_000 ? bytes / 1e6 : bytes / 1e9;
        String unit = bytes < 1_000_000_000 ? " MB" : " GB";
        return (number < 9.95 ? String.format(locale(), "%.1f", number) : String.valueOf(Math.round(number))) + unit;
    }
}

package org.porchlight.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the log says times, lengths and sizes, in the house's zone. */
class LogWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_DAY_AND_YEAR =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final long TEN_YEARS_OF_DAYS = 3_653;

    private final Clock clock;
    private final ZoneId zone;

    LogWords(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
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
        return TIME.format(at.atZone(zone));
    }

    /** Today, Yesterday, Sun 15 Nov, 15 Nov 2025. */
    String dayOf(Instant at) {
        LocalDate day = day(at);
        LocalDate today = today();
        if (day.equals(today)) {
            return "Today";
        }
        if (day.equals(today.minusDays(1))) {
            return "Yesterday";
        }
        return (day.getYear() == today.getYear() ? THIS_YEAR : OTHER_YEAR).format(day);
    }

    /** Saturday 14 November, and in other years 14 November 2025. */
    String longDay(LocalDate day) {
        return (day.getYear() == today().getYear() ? LONG_DAY : LONG_DAY_AND_YEAR).format(day);
    }

    /** For a heading: "today at 18:40", "Sun 15 Nov at 18:40". */
    String moment(Instant at) {
        String day = dayOf(at);
        boolean near = day.equals("Today") || day.equals("Yesterday");
        return (near ? day.toLowerCase(Locale.ENGLISH) : day) + " at " + SHORT_TIME.format(at.atZone(zone));
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
        return days == 1 ? "1 day" : days + " days";
    }

    /** 1 picture is missing in it. 40 pictures are missing in it. */
    static String missing(long pictures) {
        return pictures == 1 ? "1 picture is missing in it." : pictures + " pictures are missing in it.";
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
        if (days > TEN_YEARS_OF_DAYS) {
            return "more than ten years";
        }
        return days == 0 ? "less than a day" : days == 1 ? "about a day" : "about " + days + " days";
    }

    /** 640 kB, 1.4 MB, 52 MB, 3.1 GB. */
    static String size(long bytes) {
        if (bytes < 1_000_000) {
            return Math.max(1, Math.round(bytes / 1e3)) + " kB";
        }
        double number = bytes < 1_000_000_000 ? bytes / 1e6 : bytes / 1e9;
        String unit = bytes < 1_000_000_000 ? " MB" : " GB";
        return (number < 9.95 ? String.format(Locale.ROOT, "%.1f", number) : String.valueOf(Math.round(number))) + unit;
    }
}

package org.porchlight.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.viewing.LogFilter;

/**
 * What somebody chose to see of the log. It stands in the page's address, where a reload, a bookmark and the way back find it;
 * what makes no sense there is passed over.
 *
 * @param range a quick range, which goes with the calendar; null when days were chosen
 * @param wish all else, and with no range the days
 */
record LogChoice(@Nullable LogRange range, LogFilter wish) {

    static final LogChoice AT_FIRST = new LogChoice(LogRange.SEVEN_DAYS, LogFilter.ALL);
    static final LogChoice EVERYTHING = new LogChoice(LogRange.ALL, LogFilter.ALL);

    private static final String RANGE = "range";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String WHO = "who";
    private static final String CAMERA = "camera";
    private static final String RECORDED = "recorded";

    /** A filter, by the range that its days are today, if they are one. */
    static LogChoice of(LogFilter filter, LocalDate today) {
        return Arrays.stream(LogRange.values())
                .filter(range -> Objects.equals(range.from(today), filter.from())
                        && Objects.equals(range.to(today), filter.to()))
                .findFirst()
                .map(range -> new LogChoice(range, filter))
                .orElseGet(() -> new LogChoice(null, filter));
    }

    /** A filter by its days alone, for whoever does not know what day it is. */
    static LogChoice days(LogFilter filter) {
        return new LogChoice(null, filter);
    }

    static LogChoice of(QueryParameters address) {
        LogFilter others = LogFilter.ALL
                .of(address.getSingleParameter(WHO)
                        .filter(name -> !name.isBlank())
                        .orElse(null))
                .through(address.getSingleParameter(CAMERA)
                        .flatMap(LogChoice::number)
                        .orElse(null))
                .recorded(address.getSingleParameter(RECORDED).isPresent());
        LocalDate from =
                address.getSingleParameter(FROM).flatMap(LogChoice::day).orElse(null);
        LocalDate to = address.getSingleParameter(TO).flatMap(LogChoice::day).orElse(null);
        if ((from != null || to != null) && (from == null || to == null || !from.isAfter(to))) {
            return new LogChoice(null, others.between(from, to));
        }
        String code = address.getSingleParameter(RANGE).orElse("");
        LogRange range = Arrays.stream(LogRange.values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElse(LogRange.SEVEN_DAYS);
        return new LogChoice(range, others);
    }

    /** As it stands in the address; what is so at first is left out. */
    Map<String, String> address() {
        Map<String, String> address = new LinkedHashMap<>();
        if (range == null) {
            put(address, FROM, wish.from());
            put(address, TO, wish.to());
        } else if (range != LogRange.SEVEN_DAYS) {
            address.put(RANGE, range.code);
        }
        put(address, WHO, wish.username());
        put(address, CAMERA, wish.cameraId());
        if (wish.recordedOnly()) {
            address.put(RECORDED, "");
        }
        return address;
    }

    private static void put(Map<String, String> address, String name, @Nullable Object value) {
        if (value != null) {
            address.put(name, value.toString());
        }
    }

    LogFilter filter(LocalDate today) {
        return range == null ? wish : wish.between(range.from(today), range.to(today));
    }

    /** How much of it a phone does not show beside the button that leads to it. */
    int hidden() {
        return (range == null ? 1 : 0)
                + (wish.username() == null ? 0 : 1)
                + (wish.cameraId() == null ? 0 : 1)
                + (wish.recordedOnly() ? 1 : 0);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

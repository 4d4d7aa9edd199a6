package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.viewing.LogFilter;

/** What was chosen of the log, in the page's address and back. */
class LogChoiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static Stream<LogChoice> choices() {
        LogFilter narrow = LogFilter.ALL.of("Ben & Jo").through(3L).recorded(true);
        return Stream.of(
                LogChoice.AT_FIRST,
                LogChoice.EVERYTHING,
                new LogChoice(LogRange.THIRTY_DAYS, narrow),
                new LogChoice(null, narrow.between(TODAY, TODAY)),
                new LogChoice(null, LogFilter.ALL.between(TODAY, null)),
                new LogChoice(null, LogFilter.ALL.between(null, TODAY)));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void theAddressGivesItBack(LogChoice choice) {
        String address = QueryParameters.simple(choice.address()).getQueryString();
        assertThat(LogChoice.of(QueryParameters.fromString(address))).isEqualTo(choice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "range=8", "from=soon", "from=2026-11-22&to=2026-11-01", "camera=x&who=", "watch=3"})
    void whatMakesNoSenseInAnAddressIsPassedOver(String address) {
        assertThat(LogChoice.of(QueryParameters.fromString(address))).isEqualTo(LogChoice.AT_FIRST);
    }

    @Test
    void daysThatAreAQuickRangeAreOne() {
        assertThat(LogChoice.of(LogFilter.ALL.between(TODAY.minusDays(29), TODAY), TODAY)
                        .range())
                .isEqualTo(LogRange.THIRTY_DAYS);
        assertThat(LogChoice.of(LogFilter.ALL.between(TODAY.minusDays(28), TODAY), TODAY)
                        .range())
                .isNull();
    }

    @Test
    void aRangeGoesWithTheCalendar() {
        LogChoice today = new LogChoice(LogRange.TODAY, LogFilter.ALL.of("Ana"));
        assertThat(today.filter(TODAY.plusDays(1)))
                .isEqualTo(new LogFilter(TODAY.plusDays(1), TODAY.plusDays(1), "Ana"));
    }
}

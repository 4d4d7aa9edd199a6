package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataChangeEvent;
import com.vaadin.flow.data.provider.DataChangeEvent.DataRefreshEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.porchlight.recording.RecordingChanged;
import org.porchlight.trail.Trail;
import org.porchlight.ui.LogNews.Gathered;
import org.porchlight.viewing.EndReason;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.LogFilter;
import org.porchlight.viewing.LogSummary;
import org.porchlight.viewing.Viewing;
import org.porchlight.viewing.ViewingLog;
import org.porchlight.viewing.ViewingNoted;
import org.porchlight.viewing.Viewings;

/** What open log pages are told, and how little of a page is drawn anew for it: a click on what is drawn just then is lost. */
class LogNewsTest {

    private static final Instant EVENING = Instant.parse("2026-11-22T17:40:12Z");

    private final LogNews news = new LogNews(mock(Viewings.class));
    private final List<Gathered> told = new CopyOnWriteArrayList<>();
    private final ViewingLog log = mock(ViewingLog.class);
    private final LogLines lines =
            new LogLines(log, mock(Trail.class), new LogWords(Clock.systemUTC(), ZoneOffset.UTC));

    @AfterEach
    void close() {
        news.close();
    }

    @Test
    void whatHappensShortlyAfterAnotherIsToldAtOnceWithWhoseLinesItChanged() {
        news.subscribe(told::add);
        news.on(new ViewingNoted(7));
        news.on(new RecordingChanged(8));
        await().until(() -> !told.isEmpty());
        assertThat(told).containsExactly(new Gathered(2, false, Set.of(7L, 8L)));

        news.linesChanged();
        await().until(() -> told.size() == 2);
        assertThat(told.getLast()).isEqualTo(new Gathered(3, true, Set.of()));
        assertThat(news.changes()).isEqualTo(3);
    }

    @Test
    void oneLineIsDrawnAsItIsNowAndOnlyWhereItIsShown() {
        LogEntry before = entry(7, null);
        LogEntry now = entry(7, "A parcel");
        when(log.find(7)).thenReturn(Optional.of(now));
        List<DataChangeEvent<LogEntry>> drawn = new ArrayList<>();
        lines.provider().addDataProviderListener(drawn::add);

        lines.redraw(7, entry -> false);
        lines.redraw(8, entry -> true);
        assertThat(drawn).isEmpty();

        lines.redraw(7, entry -> true);
        lines.provider().refreshItem(before);
        assertThat(drawn)
                .hasSize(2)
                .allSatisfy(change -> assertThat(change)
                        .isInstanceOfSatisfying(
                                DataRefreshEvent.class,
                                line -> assertThat(line.getItem()).isEqualTo(now)));
    }

    @Test
    void allAreDrawnWhenThereAreMoreOrOthers() {
        when(log.summary(LogFilter.ALL)).thenReturn(new LogSummary(3, 1));
        lines.show(LogFilter.ALL);
        when(log.summary(LogFilter.ALL)).thenReturn(new LogSummary(3, 2));
        assertThat(lines.areTheSame(LogFilter.ALL))
                .as("only recorded meanwhile")
                .isTrue();
        assertThat(lines.sum()).isEqualTo(new LogSummary(3, 2));

        when(log.summary(LogFilter.ALL)).thenReturn(new LogSummary(4, 2));
        assertThat(lines.areTheSame(LogFilter.ALL)).isFalse();
        when(log.summary(LogFilter.ALL.of("Ana"))).thenReturn(new LogSummary(4, 2));
        assertThat(lines.areTheSame(LogFilter.ALL.of("Ana"))).isFalse();
    }

    @Test
    void aCellThatSaysTheSameStays() {
        SteadyCell cell =
                new SteadyCell(entry -> new Span(String.valueOf(entry.viewing().note())));
        Component drawn = cell.createComponent(entry(7, "A parcel"));
        assertThat(cell.updateComponent(drawn, entry(7, "A parcel"))).isSameAs(drawn);
        assertThat(cell.updateComponent(drawn, entry(7, "A letter"))).isNotSameAs(drawn);
    }

    private static LogEntry entry(long id, @Nullable String note) {
        return new LogEntry(
                new Viewing(id, 1, "Ana", 1, "Front door", "", EVENING, EVENING.plusSeconds(9), EndReason.LEFT, note),
                List.of());
    }
}

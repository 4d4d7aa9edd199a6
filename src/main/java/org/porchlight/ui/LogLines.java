package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.trail.Audience;
import org.porchlight.trail.Trail;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.LogFilter;
import org.porchlight.viewing.LogSort;
import org.porchlight.viewing.LogSort.Key;
import org.porchlight.viewing.LogSummary;
import org.porchlight.viewing.ViewingLog;

/**
 * The lines of the log as a grid reads them: some at a time, in the order that it wants. Knows of those that were read last which
 * begins a day, and who saw their recordings. For one page.
 */
class LogLines {

    private final ViewingLog log;
    private final Trail trail;
    private final LogWords words;
    private final Provider provider = new Provider();
    private final Map<Long, Audience> audiences = new HashMap<>();
    private final Map<Long, LogDay> beginnings = new HashMap<>();
    private final Map<LocalDate, Long> counts = new HashMap<>();
    private LogFilter filter = LogFilter.ALL;
    private boolean byDay = true;
    private LogSummary sum = new LogSummary(0, 0);

    LogLines(ViewingLog log, Trail trail, LogWords words) {
        this.log = log;
        this.trail = trail;
        this.words = words;
    }

    /** Draws a line as it is now, whatever is known of it to whoever asks: Grid Pro knows what it was before an edit. */
    private final class Provider extends CallbackDataProvider<LogEntry, Void> {

        Provider() {
            super(LogLines.this::fetch, query -> Math.toIntExact(sum.viewings()), LogEntry::id);
        }

        @Override
        public void refreshItem(LogEntry entry) {
            log.find(entry.id()).ifPresent(this::draw);
        }

        private void draw(LogEntry now) {
            audiences.putAll(trail.audiences(List.of(now.id())));
            super.refreshItem(now);
        }
    }

    CallbackDataProvider<LogEntry, Void> provider() {
        return provider;
    }

    /** Reads anew. */
    void show(LogFilter wanted) {
        filter = wanted;
        sum = log.summary(wanted);
        audiences.clear();
        beginnings.clear();
        counts.clear();
        provider.refreshAll();
    }

    /** Counts anew: whether the same lines would be shown in the same order, so that it is enough to draw single ones. */
    boolean areTheSame(LogFilter wanted) {
        long before = sum.viewings();
        sum = log.summary(wanted);
        return byDay && wanted.equals(filter) && sum.viewings() == before;
    }

    /** Draws one line as it is now. @param shown whether a grid shows it; all others are left alone */
    void redraw(long id, Predicate<LogEntry> shown) {
        log.find(id).filter(shown).ifPresent(provider::draw);
    }

    LogSummary sum() {
        return sum;
    }

    /** The day that begins with this line, for a heading; none unless the lines are ordered by start. */
    Optional<LogDay> begins(LogEntry entry) {
        return Optional.ofNullable(beginnings.get(entry.id()));
    }

    /** Whether headings tell the days. */
    boolean isByDay() {
        return byDay;
    }

    /** Who saw the recording of a viewing, in words; empty when nobody did. */
    String audience(LogEntry entry) {
        Audience audience = audiences.get(entry.id());
        if (audience == null) {
            return "";
        }
        String watched = String.join(", ", audience.watched());
        String downloaded = String.join(", ", audience.downloaded());
        if (downloaded.isEmpty()) {
            return watched.isEmpty() ? "" : translate("log.watchedBy", watched);
        }
        return watched.isEmpty()
                ? translate("log.downloadedBy", downloaded)
                : translate("log.watchedAndDownloadedBy", watched, downloaded);
    }

    private Stream<LogEntry> fetch(Query<LogEntry, Void> query) {
        LogSort sort =
                query.getSortOrders().stream().findFirst().map(LogLines::sort).orElse(LogSort.NEWEST_FIRST);
        byDay = sort.by() == Key.START;
        // With the line before: only it tells whether the first one begins a day.
        int before = byDay && query.getOffset() > 0 ? 1 : 0;
        List<LogEntry> page = log.page(filter, sort, query.getOffset() - before, query.getLimit() + before);
        if (byDay) {
            @Nullable LocalDate day = null;
            for (int i = 0; i < page.size(); i++) {
                LocalDate next = words.day(page.get(i).viewing().startedAt());
                if (i >= before && !next.equals(day)) {
                    beginnings.put(page.get(i).id(), new LogDay(next, count(next)));
                }
                day = next;
            }
        } else {
            beginnings.clear();
        }
        List<LogEntry> wanted = page.subList(Math.min(before, page.size()), page.size());
        audiences.putAll(trail.audiences(wanted.stream().map(LogEntry::id).toList()));
        return wanted.stream();
    }

    private long count(LocalDate day) {
        return counts.computeIfAbsent(
                day, each -> log.summary(filter.between(each, each)).viewings());
    }

    private static LogSort sort(QuerySortOrder order) {
        return new LogSort(Key.valueOf(order.getSorted()), order.getDirection() == SortDirection.ASCENDING);
    }
}

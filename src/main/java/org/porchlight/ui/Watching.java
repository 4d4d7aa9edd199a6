package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.porchlight.trail.Look;
import org.porchlight.trail.Trail;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.LogFilter;
import org.porchlight.viewing.ViewingLog;

/** Shows recordings over the log, one at a time, with the way to those next to it; the address says which one. */
class Watching {

    /** Among so many neighbours there is one whose file is there, or none is looked for. */
    private static final int NEIGHBOURS = 20;

    /** The number of no viewing. */
    private static final long NOBODYS = -1;

    private final ViewingLog log;
    private final Trail trail;
    private final LogWords words;
    private final Supplier<LogFilter> filter;
    private final Consumer<Optional<Long>> address;

    /**
     * @param filter of the log: neighbours are looked for in what it leaves
     * @param address told which viewing's recording is watched; none once that is over
     */
    Watching(
            ViewingLog log, Trail trail, LogWords words, Supplier<LogFilter> filter, Consumer<Optional<Long>> address) {
        this.log = log;
        this.trail = trail;
        this.words = words;
        this.filter = filter;
        this.address = address;
    }

    /** From a link. @param number as it stands there */
    void open(String number, LogActions actions) {
        open(number.matches("\\d{1,18}") ? Long.parseLong(number) : NOBODYS, actions);
    }

    /** As it is now: it may be gone. */
    void open(long viewing, LogActions actions) {
        Optional<LogEntry> entry = log.find(viewing);
        if (entry.isEmpty()) {
            LogDeeds.tell(translate("log.linkIsGone"));
        } else if (entry.get().playable().isEmpty()) {
            LogDeeds.tell(translate("log.linkHasNothing"));
        } else {
            open(entry.get(), actions);
        }
    }

    private void open(LogEntry entry, LogActions actions) {
        WatchDialog dialog = new WatchDialog(words, actions, this);
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                address.accept(Optional.empty());
            }
        });
        dialog.show(entry);
        dialog.open();
    }

    /** Whether it is kept now. */
    boolean isKept(LogEntry entry) {
        return log.find(entry.id()).filter(LogEntry::isKept).isPresent();
    }

    List<Look> looksAt(LogEntry entry) {
        return trail.looks(entry.id());
    }

    void isAt(LogEntry entry) {
        address.accept(Optional.of(entry.id()));
    }

    /** The nearest recording. @param later after it; else before it */
    @Nullable
    LogEntry nextTo(LogEntry entry, boolean later) {
        List<LogEntry> nearest = log.nextTo(entry.viewing(), later, filter.get().recorded(true), NEIGHBOURS);
        return nearest.stream()
                .filter(each -> !each.playable().isEmpty())
                .findFirst()
                .orElse(null);
    }
}

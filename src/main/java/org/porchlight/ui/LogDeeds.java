package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static org.porchlight.ui.Texts.say;

import com.vaadin.flow.component.notification.Notification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.porchlight.account.Member;
import org.porchlight.recording.CannotDelete;
import org.porchlight.settings.InvalidInput;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.Trash;
import org.porchlight.viewing.ViewingLog;

/** What can be done with lines of the log, with one or with many, and what is said of it. For one page. */
class LogDeeds implements LogActions, NoteSaver {

    private static final int MILLIS = 8_000;

    private final ViewingLog log;
    private final Trash trash;
    private final LogWords words;
    private final Member self;
    private final Consumer<LogEntry> player;
    private final Runnable changed;
    private final Set<Object> editors = new HashSet<>();
    private boolean heldBack;

    /**
     * @param player shows a recording
     * @param changed told when the log is to be read anew
     */
    LogDeeds(ViewingLog log, Trash trash, LogWords words, Member self, Consumer<LogEntry> player, Runnable changed) {
        this.log = log;
        this.trash = trash;
        this.words = words;
        this.self = self;
        this.player = player;
        this.changed = changed;
    }

    /** Something with the trash. */
    private interface Deed {
        void run() throws CannotDelete;
    }

    @Override
    public boolean mayChange(LogEntry entry) {
        return self.owner() || entry.viewing().memberId() == self.id();
    }

    @Override
    public void watch(LogEntry entry) {
        player.accept(entry);
    }

    @Override
    public void delete(LogEntry entry) {
        new DeleteDialog(entry, words, trash.days(), () -> put(entry), () -> attempt(() -> trash.delete(entry.id())))
                .open();
    }

    private void put(LogEntry entry) {
        if (attempt(() -> trash.put(entry.id())) && trash.days() > 0) {
            new UndoNotice(translate("log.deleted"), () -> attempt(() -> trash.takeBack(entry.id()))).open();
        }
    }

    /** Deletes those that may be, once that was confirmed. @param done told when they are gone */
    void delete(Collection<LogEntry> entries, Runnable done) {
        List<LogEntry> deletable = entries.stream()
                .filter(entry -> mayChange(entry) && !entry.viewing().isOpen() && !entry.isRecording())
                .toList();
        if (deletable.isEmpty()) {
            tell(translate("log.noneDeletable"));
            return;
        }
        new DeleteManyDialog(deletable, entries.size() - deletable.size(), trash.days(), () -> {
                    put(deletable);
                    done.run();
                })
                .open();
    }

    private void put(List<LogEntry> entries) {
        List<Long> gone = new ArrayList<>();
        attempt(() -> {
            for (LogEntry entry : entries) {
                trash.put(entry.id());
                gone.add(entry.id());
            }
        });
        if (!gone.isEmpty() && trash.days() > 0) {
            new UndoNotice(
                            translate("log.deletedMany", gone.size()),
                            () -> attempt(() -> {
                                for (long id : gone) {
                                    trash.takeBack(id);
                                }
                            }))
                    .open();
        }
    }

    private boolean attempt(Deed deed) {
        try {
            deed.run();
            return true;
        } catch (CannotDelete e) {
            tell(say(e.sentence()));
            return false;
        } finally {
            changed.run();
        }
    }

    @Override
    public void keep(LogEntry entry, boolean kept) {
        try {
            log.keep(entry.id(), kept);
        } catch (InvalidInput e) {
            tell(say(e.problems().getFirst().sentence()));
        }
        changed.run();
    }

    /** Keeps those that may be and have something to keep. */
    void keep(Collection<LogEntry> entries) {
        List<LogEntry> keepable = entries.stream()
                .filter(entry -> mayChange(entry) && !entry.playable().isEmpty())
                .toList();
        try {
            for (LogEntry entry : keepable) {
                log.keep(entry.id(), true);
            }
            tell(translate("log.keptMany", keepable.size(), entries.size() - keepable.size()));
        } catch (InvalidInput e) {
            tell(say(e.problems().getFirst().sentence()));
        }
        changed.run();
    }

    @Override
    public boolean save(LogEntry entry, String text) {
        try {
            log.note(entry.id(), text);
            return true;
        } catch (InvalidInput e) {
            tell(say(e.problems().getFirst().sentence()));
            return false;
        }
    }

    @Override
    public void editing(Object editor, boolean on) {
        if (on) {
            editors.add(editor);
        } else if (editors.remove(editor) && editors.isEmpty() && heldBack) {
            heldBack = false;
            changed.run();
        }
    }

    /** Whether a note is being written: what is shown is not redrawn below it, but when that is over. */
    boolean holdsBack() {
        heldBack = !editors.isEmpty();
        return heldBack;
    }

    static void tell(String sentence) {
        Notification.show(sentence, MILLIS, Notification.Position.BOTTOM_CENTER).setAssertive(true);
    }
}

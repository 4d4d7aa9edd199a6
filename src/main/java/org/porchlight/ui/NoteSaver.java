package org.porchlight.ui;

import org.porchlight.viewing.LogEntry;

/** Where notes go that are edited in the log. */
interface NoteSaver {

    /** Whether whoever looks may write this line's note; else it is only read. */
    boolean mayChange(LogEntry entry);

    /** Saves, or says why not. @return whether it was saved */
    boolean save(LogEntry entry, String text);

    /** An edit begins or ends; while one goes on, the page is not redrawn below it. */
    void editing(Object editor, boolean on);
}

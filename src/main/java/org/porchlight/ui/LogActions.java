package org.porchlight.ui;

import org.porchlight.viewing.LogEntry;

/** What the buttons of a line do. */
interface LogActions {

    /** Whether whoever looks may delete this line, and write its note. */
    boolean mayChange(LogEntry entry);

    void watch(LogEntry entry);

    void delete(LogEntry entry);
}

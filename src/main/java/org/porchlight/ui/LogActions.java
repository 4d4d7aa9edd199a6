package org.porchlight.ui;

import org.porchlight.viewing.LogEntry;

/** What the buttons of a line do. */
interface LogActions {

    /** Whether whoever looks may delete this line, and write its note. */
    boolean mayChange(LogEntry entry);

    /** Keeps its recordings from being removed, or lets them go when their time comes. */
    void keep(LogEntry entry, boolean kept);

    void watch(LogEntry entry);

    void delete(LogEntry entry);
}

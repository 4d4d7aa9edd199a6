package org.porchlight.ui;

import org.porchlight.viewing.LogEntry;

/** What the buttons of a line do. */
interface LogActions {

    void watch(LogEntry entry);

    void delete(LogEntry entry);
}

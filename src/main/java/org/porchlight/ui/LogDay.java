package org.porchlight.ui;

import java.time.LocalDate;

/**
 * A day of the log, as it is headed.
 *
 * @param viewings that began on it and that the filter leaves
 */
record LogDay(LocalDate day, long viewings) {}

package org.porchlight.backup;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A backup that was made.
 *
 * @param name of its file
 * @param folder in which it is
 */
public record Backup(String name, Path folder, Instant madeAt, long bytes) {}

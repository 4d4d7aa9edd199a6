package org.porchlight.settings;

import java.util.Set;

/**
 * What a folder lies on.
 *
 * @param name the whole disk's, as the kernel calls it: {@code sda}, {@code mmcblk0}; empty when there is none, as on a network
 * @param fileSystem its type: {@code ext4}
 * @param sdCard whether it is a memory card
 * @param system whether the operating system runs from it
 */
record Disk(String name, String fileSystem, boolean sdCard, boolean system) {

    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");

    /** Whether what is written to it is gone when the computer is off. */
    boolean inMemory() {
        return IN_MEMORY.contains(fileSystem);
    }

    boolean isSameAs(Disk other) {
        return !name.isEmpty() && name.equals(other.name);
    }
}

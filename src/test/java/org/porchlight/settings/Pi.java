package org.porchlight.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel of a Raspberry Pi tells: its system runs from a memory card, and a USB disk and a disk in memory are mounted. */
final class Pi {

    final Path card;
    final Path usb;
    final Path memory;
    final Disks disks;
    private final Path sys;

    Pi(Path temp) throws IOException {
        card = Files.createDirectory(temp.resolve("card")).toRealPath();
        usb = Files.createDirectory(temp.resolve("usb disk")).toRealPath();
        memory = Files.createDirectory(temp.resolve("memory")).toRealPath();
        sys = Files.createDirectory(temp.resolve("sys"));
        Path mounts = Files.writeString(
                temp.resolve("mountinfo"), """
                24 1 179:2 / / rw,noatime shared:1 - ext4 /dev/root rw
                25 24 8:1 / %s rw,noatime shared:2 - ext4 /dev/sda1 rw
                26 24 0:30 / %s rw,nosuid shared:3 - tmpfs tmpfs rw
                nonsense
                """.formatted(usb.toString().replace(" ", "\\040"), memory));
        partition("mmcblk0", "mmcblk0p2", "179:2");
        partition("sda", "sda1", "8:1");
        disks = new Disks(mounts, sys);
    }

    /** Says what kind of memory the card is. */
    void cardIs(String type) throws IOException {
        Path device = Files.createDirectories(sys.resolve("block/mmcblk0/device"));
        Files.writeString(device.resolve("type"), type + "\n");
    }

    private void partition(String disk, String partition, String number) throws IOException {
        Path real = Files.createDirectories(sys.resolve("devices").resolve(disk).resolve(partition));
        Files.writeString(real.resolve("partition"), "2");
        Path numbers = Files.createDirectories(sys.resolve("dev/block"));
        Files.createSymbolicLink(numbers.resolve(number), real);
    }
}

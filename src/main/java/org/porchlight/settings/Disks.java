package org.porchlight.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Finds out on which disk a folder lies, from what Linux tells of its mounts. On other systems there is nothing to find. */
@Component
class Disks {

    private final Path mounts;
    private final Path sys;

    /** A line of the list of mounts. @param device major and minor number */
    private record Mount(Path point, String device, String fileSystem, String source) {

        /** {@code 36 35 98:0 / /mnt rw,noatime master:1 - ext4 /dev/sda1 rw}. */
        static @Nullable Mount parse(String line) {
            String[] halves = line.split(" - ", 2);
            if (halves.length < 2) {
                return null;
            }
            String[] left = halves[0].split(" ");
            String[] right = halves[1].split(" ");
            return left.length < 5 || right.length < 2
                    ? null
                    : new Mount(Path.of(unescaped(left[4])), left[2], right[0], unescaped(right[1]));
        }

        private static String unescaped(String text) {
            return text.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
        }
    }

    @Autowired
    Disks() {
        this(Path.of("/proc/self/mountinfo"), Path.of("/sys"));
    }

    Disks(Path mounts, Path sys) {
        this.mounts = mounts;
        this.sys = sys;
    }

    /** The disk that a folder lies on, or would, were it made; empty when that cannot be told. Reads no disk but the kernel's. */
    Optional<Disk> of(Path folder) {
        try {
            List<Mount> all = Files.readAllLines(mounts).stream()
                    .map(Mount::parse)
                    .flatMap(Stream::ofNullable)
                    .toList();
            String system = mountOf(Path.of("/"), all).map(this::diskName).orElse("");
            return mountOf(existing(folder), all).map(mount -> {
                String name = diskName(mount);
                return new Disk(name, mount.fileSystem(), isSdCard(name), !name.isEmpty() && name.equals(system));
            });
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The innermost; of those at one place the last, which hides the others. */
    private static Optional<Mount> mountOf(Path path, List<Mount> all) {
        return all.stream()
                .filter(mount -> path.startsWith(mount.point()))
                .reduce((one, next) ->
                        next.point().getNameCount() >= one.point().getNameCount() ? next : one);
    }

    private static Path existing(Path folder) throws IOException {
        Path there = folder.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there.toRealPath();
    }

    /** Of the disk whose partition is mounted. Some file systems have no device number that the kernel knows a disk by. */
    private String diskName(Mount mount) {
        return Stream.of(
                        sys.resolve("dev/block").resolve(mount.device()),
                        sys.resolve("class/block")
                                .resolve(String.valueOf(Path.of(mount.source()).getFileName())))
                .filter(Files::exists)
                .findFirst()
                .map(Disks::wholeDisk)
                .orElse("");
    }

    private static String wholeDisk(Path device) {
        try {
            Path real = device.toRealPath();
            Path disk = Files.exists(real.resolve("partition")) ? real.resolveSibling("") : real;
            return String.valueOf(disk.getFileName());
        } catch (IOException e) {
            return "";
        }
    }

    /** Memory that is soldered in, which lasts longer, has the same name and another type. */
    private boolean isSdCard(String disk) {
        try {
            Path type = sys.resolve("block").resolve(disk).resolve("device/type");
            return disk.startsWith("mmcblk")
                    && !(Files.exists(type) && Files.readString(type).strip().equals("MMC"));
        } catch (IOException e) {
            return true;
        }
    }
}

package org.porchlight.testing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real disk of 64 MB, an ext4 file system in a file, that can be filled, unmounted, broken and brought back. The test that wants
 * one is skipped where it may not be mounted: that takes root and a loop device.
 */
public final class SmallDisk implements AutoCloseable {

    private static final int MEGABYTES = 64;
    private static final Duration GONE = Duration.ofSeconds(20);

    private final Path image;
    private final Path folder;

    private SmallDisk(Path image, Path folder) {
        this.image = image;
        this.folder = folder;
    }

    /** A new one, mounted on a new folder. */
    public static SmallDisk in(Path place) throws IOException {
        SmallDisk disk = new SmallDisk(place.resolve("disk.img"), Files.createDirectories(place.resolve("mnt")));
        try (OutputStream image = Files.newOutputStream(disk.image)) {
            for (int i = 0; i < MEGABYTES; i++) {
                image.write(new byte[1 << 20]);
            }
        }
        try {
            run("mkfs.ext4", "-q", "-N", "64", disk.image.toString());
            disk.mount();
        } catch (IOException e) {
            abort("No disk can be mounted here: " + e.getMessage());
        }
        return disk;
    }

    /** Where it is mounted, or was. */
    public Path folder() {
        return folder;
    }

    public void mount() throws IOException {
        run("mount", "-o", "loop,errors=remount-ro", image.toString(), folder.toString());
    }

    /** Takes it away from beneath whoever uses it: what is open stays so, by its name nothing is there. */
    public void takeAway() throws IOException {
        run("umount", "-l", folder.toString());
    }

    /** Puts it back, when nobody has anything open on it any more. */
    public void bringBack() throws IOException {
        await("the disk is let go")
                .atMost(GONE)
                .until(() -> run("losetup", "-j", image.toString()).isBlank());
        mount();
    }

    /** Its file system finds an error, and takes nothing more. */
    public void becomesReadOnly() throws IOException {
        String device = run("findmnt", "-no", "SOURCE", folder.toString()).strip();
        Files.writeString(Path.of("/sys/fs/ext4", Path.of(device).getFileName().toString(), "trigger_fs_error"), "1");
    }

    public void isRepaired() throws IOException {
        takeAway();
        await("the disk is let go")
                .atMost(GONE)
                .until(() -> run("losetup", "-j", image.toString()).isBlank());
        new ProcessBuilder("e2fsck", "-fy", image.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join(); // it answers 1 when it has repaired something
        mount();
    }

    /** Fills it to the last byte. */
    public void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(
                ballast("room"), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SYNC)) {
            byte[] block = new byte[1 << 16];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            return;
        }
    }

    /** Fills it until no more than so many bytes are free. */
    public void fillUntilFree(long bytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast("room"))) {
            byte[] block = new byte[1 << 12];
            while (Files.getFileStore(folder).getUsableSpace() > bytes) {
                out.write(block);
            }
        }
    }

    /** What is to stay free on it: a quarter, since it is so small. */
    public long floor() throws IOException {
        return Files.getFileStore(folder).getTotalSpace() / 4;
    }

    /** Makes empty files until it takes no more. */
    public void takeAllFiles() throws IOException {
        try {
            for (int i = 0; ; i++) {
                Files.createFile(ballast("file" + i));
            }
        } catch (IOException full) {
            return;
        }
    }

    /** Gives back what it was filled with. */
    public void makeRoom() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith("ballast-")) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path ballast(String name) {
        return folder.resolve("ballast-" + name);
    }

    @Override
    public void close() throws IOException {
        if (run("mount").contains(" " + folder + " ")) {
            takeAway();
        }
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(List.of(command) + ": " + said);
        }
        return said;
    }
}

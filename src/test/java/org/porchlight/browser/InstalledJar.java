package org.porchlight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged jar, installed as README.md says for a Raspberry Pi: unpacked, with an archive of its classes, so that it starts in
 * half the time. Installed once for all tests of a build, whichever process they run in.
 */
final class InstalledJar {

    static final Path PACKED = Path.of(System.getProperty("porchlight.jar", "target/porchlight.jar"))
            .toAbsolutePath();

    private static final Path FOLDER = PACKED.resolveSibling("installed");
    private static final Path UNPACKED = FOLDER.resolve("porchlight.jar");
    private static final Path ARCHIVE = FOLDER.resolve("porchlight.jsa");

    private InstalledJar() {}

    /** What Java has to be told to run it. */
    static List<String> arguments() throws IOException {
        try (FileChannel lock = FileChannel.open(
                PACKED.resolveSibling("installed.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!isUpToDate()) {
                install();
            }
        }
        return List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-Xlog:cds=off", "-jar", UNPACKED.toString());
    }

    private static boolean isUpToDate() throws IOException {
        return Files.exists(ARCHIVE)
                && Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(PACKED)) > 0;
    }

    private static void install() throws IOException {
        Files.deleteIfExists(ARCHIVE);
        run("-Djarmode=tools", "-jar", PACKED.toString(), "extract", "--force", "--destination", FOLDER.toString());
        Path data = Files.createTempDirectory("porchlight-trial");
        run(
                "@" + House.JVM_OPTIONS,
                "-XX:ArchiveClassesAtExit=" + ARCHIVE,
                "-Xlog:cds=off",
                "-Dspring.context.exit=onRefresh",
                "-jar",
                UNPACKED.toString(),
                "--porchlight.data-dir=" + data);
        assertThat(ARCHIVE).exists();
    }

    private static void run(String... arguments) throws IOException {
        List<String> command =
                Stream.concat(Stream.of(House.JAVA), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(PACKED.resolveSibling("installed.log").toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("%s ends", command)
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IOException("Interrupted while installing the jar", e);
        } finally {
            process.destroyForcibly();
        }
    }
}

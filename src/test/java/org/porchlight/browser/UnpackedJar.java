package org.porchlight.browser;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The packaged jar, unpacked as README.md says for a Raspberry Pi, so that it starts in two thirds of the time. Unpacked once for all
 * tests of a build, whichever process they run in.
 */
final class UnpackedJar {

    static final Path PACKED = Path.of(System.getProperty("porchlight.jar", "target/porchlight.jar"))
            .toAbsolutePath();

    private static final Path FOLDER = PACKED.resolveSibling("unpacked");

    private UnpackedJar() {}

    static Path path() throws IOException {
        String build = Files.getLastModifiedTime(PACKED).toString();
        Path of = PACKED.resolveSibling("unpacked.of"); // says which build, and is locked by whoever unpacks
        try (FileChannel lock = FileChannel.open(of, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.readString(of).equals(build)) {
                unpack();
                lock.truncate(0);
                lock.write(ByteBuffer.wrap(build.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return FOLDER.resolve("porchlight.jar");
    }

    private static void unpack() throws IOException {
        List<String> command = List.of(
                House.JAVA,
                "-Djarmode=tools",
                "-jar",
                PACKED.toString(),
                "extract",
                "--force",
                "--destination",
                FOLDER.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(PACKED.resolveSibling("unpacked.log").toFile())
                .start();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("The jar cannot be unpacked, see unpacked.log beside it: " + command);
            }
        } catch (InterruptedException e) {
            throw new IOException("Interrupted while the jar is unpacked", e);
        } finally {
            process.destroyForcibly();
        }
    }
}

package org.porchlight.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Porchlight of its own: the packaged jar, unpacked or as it is, running in a folder of the test's on a port that is free, so that
 * it can be killed and started again.
 */
final class House implements AutoCloseable {

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration SPEECH = Duration.ofSeconds(10);
    private static final Pattern PORT = Pattern.compile("Jetty started on port (\\d+)");
    private static final Pattern READY = Pattern.compile("Started Porchlight in");
    private static final Pattern SETUP_CODE = Pattern.compile("Setup code: (\\w{4}-\\w{4})");
    private static final Pattern CRASH = Pattern.compile("^.*( ERROR |^\\tat ).*$", Pattern.MULTILINE);

    private final Path folder;
    private final Path jar;
    private final List<String> options;
    private final Map<String, String> environment;
    private @Nullable Process process;
    private int starts;

    private House(Path folder, Path jar, List<String> options, Map<String, String> environment) {
        this.folder = folder;
        this.jar = jar;
        this.options = options;
        this.environment = environment;
    }

    /** A house whose camera is {@code source}. */
    static House with(String source, Path folder) {
        return with(List.of("--porchlight.camera=" + source), Map.of(), folder);
    }

    static House with(List<String> options, Map<String, String> environment, Path folder) {
        try {
            return started(new House(folder, UnpackedJar.path(), options, environment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A house that runs the jar as it is, as on a PC. */
    static House ofPackedJar(Path folder, String... options) {
        return started(new House(folder, UnpackedJar.PACKED, List.of(options), Map.of()));
    }

    private static House started(House house) {
        house.start();
        return house;
    }

    /** Starts it (again) and waits until it is ready. What it kept from before is still there. */
    void start() {
        start("0");
    }

    /** Starts it again where it was, so that the pages that are open find it. */
    void startWhereItWas() {
        start(said(PORT));
    }

    private void start(String port) {
        starts++;
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "@" + Path.of("packaging", "jvm.options").toAbsolutePath(),
                "-jar",
                jar.toString(),
                "--server.port=" + port));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command, e);
        }
        Process started = process;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        await("Porchlight is ready").atMost(START).until(() -> {
            assertThat(started.isAlive())
                    .as("Porchlight runs; it said:%n%s", output())
                    .isTrue();
            return READY.matcher(output()).find();
        });
    }

    /** Where it answers, with no slash at the end. */
    String address() {
        return "http://localhost:" + said(PORT);
    }

    /** What the first account is made with, as printed. */
    String setupCode() {
        return said(SETUP_CODE);
    }

    /** The folder of recordings. */
    Path recordings() {
        return folder.resolve("recordings");
    }

    /** Its recordings: every video under the folder of recordings. */
    List<Path> recordingFiles() {
        Path recordings = recordings();
        if (!Files.exists(recordings)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(recordings)) {
            return files.filter(file -> file.toString().endsWith(".mp4")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it printed since it was last started. */
    String output() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing that it printed looks like a crash to whoever reads its log. */
    void wasCalm() {
        assertThat(CRASH.matcher(output()).results().map(line -> line.group()))
                .as("errors and stack traces in the log:%n%s", output())
                .isEmpty();
    }

    /** Ends it at once, as {@code kill -9} or a power cut would. */
    void kill() {
        Process running = Objects.requireNonNull(process);
        running.destroyForcibly();
        gone(running);
    }

    /** Stops it in good order. */
    @Override
    public void close() {
        Process running = Objects.requireNonNull(process);
        running.destroy();
        try {
            gone(running);
        } finally {
            running.destroyForcibly();
        }
    }

    private static void gone(Process process) {
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS))
                    .as("Porchlight stops within 20 s")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Porchlight stops", e);
        }
    }

    private String said(Pattern pattern) {
        return await("'" + pattern + "' on the console")
                .atMost(SPEECH)
                .until(
                        () -> pattern.matcher(output())
                                .results()
                                .map(found -> found.group(1))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Path log() {
        return folder.resolve("porchlight-" + starts + ".log");
    }
}

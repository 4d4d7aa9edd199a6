package org.porchlight.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link BusyHouse} in a process of its own. For one thread. */
final class HouseProcess {

    private final Process process;
    private final Thread reader;
    private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> console = new CopyOnWriteArrayList<>();

    /** Starts it and waits until it has put in order what the one before left. */
    static HouseProcess start(Path folder, long seed) throws IOException, InterruptedException {
        HouseProcess house = new HouseProcess(folder, seed);
        house.await("settled", 60_000);
        return house;
    }

    private HouseProcess(Path folder, long seed) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("packaging", "jvm.options").toAbsolutePath(),
                "-Dvaadin.productionMode=true",
                "-cp",
                System.getProperty("java.class.path"),
                BusyHouse.class.getName(),
                String.valueOf(seed),
                "--server.port=0",
                "--porchlight.camera=demo"));
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        reader = Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line; (line = lines.readLine()) != null; ) {
                if (line.startsWith(BusyHouse.SAYS)) {
                    String words = line.substring(BusyHouse.SAYS.length());
                    said.add(words);
                    unread.add(words);
                } else {
                    console.add(line);
                }
            }
        } catch (IOException e) {
            console.add("Its console cannot be read: " + e);
        }
    }

    /** Has its people begin. */
    void begin() throws IOException {
        process.outputWriter().append('\n').flush();
    }

    /** Waits for something that is said from now on to begin so. */
    void await(String begin, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        String words;
        do {
            words = unread.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(words)
                    .as("'%s' was to be said; it said:%n%s", begin, output())
                    .isNotNull();
        } while (words == null || !words.startsWith(begin));
    }

    /** Lets it go on for so long. */
    void goOn(long millis) throws InterruptedException {
        assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS))
                .as("it ended by itself; it said:%n%s", output())
                .isFalse();
    }

    /** Ends it at once, and answers with all that it had said by then. */
    List<String> kill() throws InterruptedException {
        process.toHandle()
                .destroyForcibly(); // Process.destroyForcibly would close what is still to be read of its console
        process.waitFor();
        reader.join();
        return said;
    }

    /** All that it said until now. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** What else stands on its console. */
    String output() {
        return String.join("\n", console);
    }
}

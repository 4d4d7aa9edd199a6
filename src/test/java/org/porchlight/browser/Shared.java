package org.porchlight.browser;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * The stand-in cameras of the founders' folder, beside the project or where {@code PORCHLIGHT_SHARED} says. A test that
 * wants one where it cannot be had is skipped, and says why.
 */
final class Shared {

    private Shared() {}

    /** What lets a process see webcams where there are none; its own folder keeps tests apart. */
    static Map<String, String> webcam(Path folder) throws IOException, InterruptedException {
        Path library = virtualWebcam(folder);
        Path state = Files.createDirectory(folder.resolve("webcam"));
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKECAM_DEVICES", "0",
                "FAKECAM_CTL", control(folder).toString(),
                "FAKECAM_STATE_DIR", state.toString());
    }

    /** The one that {@code -Dfakecam=} names, else one made here. */
    private static Path virtualWebcam(Path folder) throws IOException, InterruptedException {
        String given = System.getProperty("fakecam");
        if (given != null) {
            return Path.of(given).toAbsolutePath();
        }
        Path library = folder.resolve("fakecam.so");
        compile("fakecam/fakecam.c", library, "-shared", "-fPIC", "-ldl", "-pthread");
        return library;
    }

    /** The file whose words make the webcam slow, silent or gone. */
    static Path control(Path folder) {
        return folder.resolve("webcam-control");
    }

    /** A network camera that repeats the pictures of {@code mjpeg}, 30 a second. */
    static Camera httpCamera(Path mjpeg, Path folder) throws IOException, InterruptedException {
        Path program = folder.resolve("camera");
        compile("bench/camera.c", program, "-lpthread");
        int port = freePort();
        Process process = start(
                folder.resolve("camera.log"), program.toString(), String.valueOf(port), "mjpeg", mjpeg.toString());
        return new Camera(process, "http://127.0.0.1:" + port + "/", folder.resolve("camera.log"), "frames");
    }

    /** A camera that speaks RTSP and shows a ball that moves. */
    static Camera rtspCamera(Path folder) throws IOException, InterruptedException {
        Path script = find("tools/rtsp-camera");
        if (!succeeds("/usr/bin/python3", "-c", "import gi; gi.require_version('GstRtspServer', '1.0')")) {
            skip("GStreamer's RTSP server for Python is not installed (gir1.2-gst-rtsp-server-1.0)");
        }
        int port = freePort();
        Process process =
                start(folder.resolve("camera.log"), "/usr/bin/python3", script.toString(), String.valueOf(port));
        String address = "rtsp://127.0.0.1:" + port + "/door";
        return new Camera(process, address, folder.resolve("camera.log"), address);
    }

    /** A camera in a process of its own, at an address. */
    static final class Camera implements AutoCloseable {

        private final Process process;
        private final String address;

        private Camera(Process process, String address, Path log, String ready) {
            this.process = process;
            this.address = address;
            await("the camera is ready").atMost(Duration.ofSeconds(15)).until(() -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException("The camera stopped: " + Files.readString(log));
                }
                return Files.readString(log).contains(ready);
            });
        }

        String address() {
            return address;
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private static void skip(String reason) {
        LoggerFactory.getLogger(Shared.class).warn("A test is skipped: {}", reason);
        abort(reason);
    }

    /** The screens as they were drawn, where they are at hand. */
    static Optional<Path> drawings() {
        return Optional.of(at("look/shots")).filter(Files::isDirectory);
    }

    private static Path at(String file) {
        String folder = System.getenv("PORCHLIGHT_SHARED");
        return Path.of(folder == null ? ".." + File.separator + "shared" : folder, file)
                .toAbsolutePath()
                .normalize();
    }

    private static Path find(String file) {
        Path found = at(file);
        if (!Files.exists(found)) {
            skip("no " + file + " in ../shared: set PORCHLIGHT_SHARED to the folder that has it");
        }
        return found;
    }

    private static void compile(String source, Path to, String... options) throws IOException, InterruptedException {
        Path file = find(source);
        List<String> command = new ArrayList<>(List.of("gcc", "-O2", "-o", to.toString(), file.toString()));
        command.addAll(List.of(options));
        if (!succeeds(command.toArray(String[]::new))) {
            skip(source + " cannot be built here: it wants gcc and libc6-dev");
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    private static Process start(Path log, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

package org.porchlight.media;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a camera reads: a V4L2 device, an RTSP or HTTP address, a video file, or the built-in demo picture. The only place
 * that knows what may be asked of FFmpeg: nothing that a person types reaches it in any other way.
 */
public abstract sealed class Source {

    /** What is taken, in a sentence. */
    public static final Sentence ACCEPTED = Sentence.of("source.accepted");

    private static final Pattern DEVICE = Pattern.compile("/dev/(video\\d{1,3}|v4l/by-(id|path)/[\\w.:+@-]+)");

    /** All there is to say of it, passwords included. */
    private final String text;

    private Source(String text) {
        this.text = text;
    }

    /**
     * Reads what a person typed. Whether it is there is another question: {@link #missing}.
     *
     * @throws NotASource with a sentence for that person
     */
    public static Source parse(String text) {
        String wanted = text.strip();
        String lower = wanted.toLowerCase(Locale.ROOT);
        if (lower.equals("demo")) {
            return new Demo();
        }
        if (lower.startsWith("rtsp://") || lower.startsWith("http://") || lower.startsWith("https://")) {
            return new Address(address(wanted));
        }
        if (DEVICE.matcher(wanted).matches()) {
            return new Device(wanted);
        }
        if (wanted.startsWith("/") && !wanted.startsWith("/dev/")) {
            return new VideoFile(file(wanted));
        }
        throw new NotASource(ACCEPTED, null);
    }

    /** The V4L2 devices that can capture, lowest number first, with what each calls itself. Opens each for a moment. */
    public static Map<Source, String> devices() {
        Map<Source, String> devices = new LinkedHashMap<>();
        V4l2Devices.capturing().forEach((path, name) -> devices.put(new Device(path), name));
        return devices;
    }

    /** How it may be shown and logged: without passwords. */
    public abstract String display();

    /** What is missing at this moment, as a sentence; empty when all is there, or cannot be known without connecting. */
    public Optional<Sentence> missing() {
        return Optional.empty();
    }

    /** Whether this is the built-in picture, which shows no real door. */
    public boolean isDemo() {
        return this instanceof Demo;
    }

    /** Whether both are one and the same device, by whichever of its paths; a device has one reader at a time. */
    public boolean isSameDevice(Source other) {
        return this instanceof Device mine
                && other instanceof Device its
                && mine.real().equals(its.real());
    }

    /** Whether both are one and the same camera: a device, or an address, whoever signs in there. */
    public boolean isSameCamera(Source other) {
        return isSameDevice(other)
                || (this instanceof Address mine
                        && other instanceof Address its
                        && mine.place().equals(its.place()));
    }

    /** A cheap look whether connecting may work; takes a second at most. */
    boolean seemsThere() {
        return missing().isEmpty();
    }

    /** Connects. To be called, and the demuxer to be used, on one thread. */
    abstract Demuxer open(CaptureWishes wishes, Interrupt interrupt) throws IOException;

    /** Whether other wishes need a new connection; else they are met by leaving pictures out. */
    abstract boolean reopensFor(CaptureWishes before, CaptureWishes after);

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Source source && source.getClass() == getClass() && source.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return display();
    }

    private static URI address(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() == null) {
                throw new NotASource(Sentence.of("source.noHost"), null);
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new NotASource(Sentence.of("source.notComplete"), e);
        }
    }

    private static Path file(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new NotASource(ACCEPTED, e);
        }
    }

    /** A V4L2 device; MJPEG is preferred, raw pictures are taken else. */
    static final class Device extends Source {

        private final String path;

        Device(String path) {
            super(path);
            this.path = path;
        }

        /** Where the links lead that stand for it; the path itself while it is unplugged. */
        private Path real() {
            try {
                return Path.of(path).toRealPath();
            } catch (IOException unplugged) {
                return Path.of(path);
            }
        }

        @Override
        public String display() {
            return path;
        }

        @Override
        public Optional<Sentence> missing() {
            return Files.exists(Path.of(path))
                    ? Optional.empty()
                    : Optional.of(Sentence.of("camera.notPluggedIn", path));
        }

        @Override
        Demuxer open(CaptureWishes wishes, Interrupt interrupt) throws IOException {
            List<DemuxerOptions> attempts = List.of(
                    DemuxerOptions.v4l2(path, wishes).with("input_format", "mjpeg"), DemuxerOptions.v4l2(path, wishes));
            return FFmpegDemuxer.openFirst(attempts, display(), interrupt);
        }

        @Override
        boolean reopensFor(CaptureWishes before, CaptureWishes after) {
            return !before.equals(after);
        }
    }

    /** A camera on the network: RTSP, MJPEG over HTTP, or whatever else FFmpeg reads from there. */
    static final class Address extends Source {

        private final URI uri;

        Address(URI uri) {
            super(uri.toString());
            this.uri = uri;
        }

        /** The address without a name and a password. */
        private List<@Nullable Object> place() {
            return Arrays.asList(
                    uri.getScheme().toLowerCase(Locale.ROOT),
                    uri.getHost().toLowerCase(Locale.ROOT),
                    port(),
                    uri.getRawPath(),
                    uri.getRawQuery());
        }

        private int port() {
            if (uri.getPort() >= 0) {
                return uri.getPort();
            }
            return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
                case "rtsp" -> 554;
                case "https" -> 443;
                default -> 80;
            };
        }

        @Override
        public String display() {
            return FFmpeg.withoutSecrets(uri.toString());
        }

        @Override
        Demuxer open(CaptureWishes wishes, Interrupt interrupt) throws IOException {
            boolean rtsp = "rtsp".equalsIgnoreCase(uri.getScheme());
            DemuxerOptions options = rtsp ? DemuxerOptions.rtsp(uri) : DemuxerOptions.http(uri);
            return FFmpegDemuxer.openFirst(List.of(options), display(), interrupt);
        }

        @Override
        boolean seemsThere() {
            return new Peer(uri).answers();
        }

        @Override
        boolean reopensFor(CaptureWishes before, CaptureWishes after) {
            return false;
        }
    }

    /** A video file, played over and over at the speed of life. */
    static final class VideoFile extends Source {

        private final Path path;

        VideoFile(Path path) {
            super(path.toString());
            this.path = path;
        }

        @Override
        public String display() {
            return path.toString();
        }

        @Override
        public Optional<Sentence> missing() {
            if (!Files.isRegularFile(path)) {
                return Optional.of(Sentence.of("source.noFile", path));
            }
            return Files.isReadable(path) ? Optional.empty() : Optional.of(Sentence.of("source.fileDenied", path));
        }

        @Override
        Demuxer open(CaptureWishes wishes, Interrupt interrupt) throws IOException {
            return new LoopingDemuxer(
                    FFmpegDemuxer.openFirst(List.of(DemuxerOptions.file(path)), display(), interrupt), interrupt);
        }

        @Override
        boolean reopensFor(CaptureWishes before, CaptureWishes after) {
            return false;
        }
    }

    /** The built-in picture of a door. */
    static final class Demo extends Source {

        Demo() {
            super("demo");
        }

        @Override
        public String display() {
            return "demo";
        }

        @Override
        Demuxer open(CaptureWishes wishes, Interrupt interrupt) throws IOException {
            return new DemoDemuxer(wishes, interrupt);
        }

        @Override
        boolean reopensFor(CaptureWishes before, CaptureWishes after) {
            return !before.equals(after);
        }
    }
}

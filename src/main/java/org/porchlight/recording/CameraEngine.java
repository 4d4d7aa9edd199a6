package org.porchlight.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Mp4Recorder;
import org.porchlight.media.PacketStream;
import org.porchlight.media.Still;
import org.springframework.stereotype.Component;

/** The real cameras. */
@Component
class CameraEngine implements RecordingEngine {

    /** In pixels: sharp on a desk, good enough over the width of a phone. About 20 KB. */
    private static final int STILL_WIDTH = 480;

    private final Cameras cameras;

    CameraEngine(Cameras cameras) {
        this.cameras = cameras;
    }

    @Override
    public String cameraName(long cameraId) {
        return cameras.find(cameraId).map(Camera::name).orElse("Camera " + cameraId);
    }

    @Override
    public boolean hasPicture(long cameraId) {
        return cameras.status(cameraId).streaming();
    }

    @Override
    public Runnable start(long cameraId, Path file, Duration preRoll, boolean patient, Mp4Recorder.Listener listener)
            throws IOException {
        PacketStream h264 = cameras.capture(cameraId).h264();
        Mp4Recorder recorder = patient
                ? Mp4Recorder.startPatiently(h264, file, preRoll, listener)
                : Mp4Recorder.start(h264, file, preRoll, listener);
        return recorder::stop;
    }

    @Override
    public Duration measure(Path file) throws IOException {
        return Mp4Recorder.measure(file);
    }

    @Override
    public byte[] still(Path file) throws IOException {
        return Still.of(file, STILL_WIDTH);
    }
}

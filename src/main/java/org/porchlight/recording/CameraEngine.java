package org.porchlight.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Mp4Recorder;
import org.porchlight.media.PacketStream;
import org.springframework.stereotype.Component;

/** The real cameras. */
@Component
class CameraEngine implements RecordingEngine {

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
}

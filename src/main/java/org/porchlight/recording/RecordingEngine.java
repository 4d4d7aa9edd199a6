package org.porchlight.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.porchlight.media.Mp4Recorder;

/** What recorders want of cameras and of the engine. A boundary, so that a test can drive a camera by hand. */
interface RecordingEngine {

    String cameraName(long cameraId);

    /** Whether the camera has a live picture now. */
    boolean hasPicture(long cameraId);

    /**
     * Starts writing a camera's pictures to a file; returns at once.
     *
     * @param preRoll how long before this moment the file begins, as far as pictures of the present connection are kept
     * @return asks it to stop; the listener is told when the file is finished
     * @param patient whether it waits for its first picture also while none can be encoded
     * @throws IOException if the file cannot be created
     */
    Runnable start(long cameraId, Path file, Duration preRoll, boolean patient, Mp4Recorder.Listener listener)
            throws IOException;

    /** The true length of a file. @throws IOException when nothing in it can be read */
    Duration measure(Path file) throws IOException;

    /** A small JPEG of what a file shows. @throws IOException when nothing in it can be shown */
    byte[] still(Path file) throws IOException;
}

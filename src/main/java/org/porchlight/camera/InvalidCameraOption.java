package org.porchlight.camera;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What was given at start as the camera is no source; the server does not start. */
class InvalidCameraOption extends IllegalArgumentException {

    InvalidCameraOption(String option, IllegalArgumentException why) {
        super("The option porchlight.camera is \"" + option + "\", which is no camera.", why);
    }

    /** Has Boot say it in two sentences, without a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<InvalidCameraOption> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, InvalidCameraOption cause) {
            Throwable why = cause.getCause();
            return new FailureAnalysis(cause.getMessage(), why == null ? null : why.getMessage(), cause);
        }
    }
}

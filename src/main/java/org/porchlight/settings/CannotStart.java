package org.porchlight.settings;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Something that whoever starts Porchlight has to put right. The server does not start. */
public class CannotStart extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String action;

    /**
     * Both are printed, without a stack trace; neither may hold a password.
     *
     * @param problem what is wrong, as a sentence
     * @param action what to do about it, as a sentence
     */
    public CannotStart(String problem, String action, @Nullable Throwable cause) {
        super(problem, cause);
        this.action = action;
    }

    /** What to do about it. */
    public String action() {
        return action;
    }

    /** Has Spring Boot print it. */
    static class Analyzer extends AbstractFailureAnalyzer<CannotStart> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, CannotStart cause) {
            return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
        }
    }
}

package org.porchlight.settings;

import org.springframework.context.SmartLifecycle;

/** A part of the application that does its work in rounds, from its start to its stop. */
public interface InRounds extends SmartLifecycle {

    /** What does the rounds; always the same one. */
    Sweeper rounds();

    @Override
    default void start() {
        rounds().start();
    }

    @Override
    default void stop() {
        rounds().stop();
    }

    @Override
    default boolean isRunning() {
        return rounds().isRunning();
    }
}

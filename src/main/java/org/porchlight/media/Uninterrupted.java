package org.porchlight.media;

/** Waits for what must not be left half done; an interruption is kept for whoever comes after. */
final class Uninterrupted {
    private Uninterrupted() {}

    /** Waits until the thread has ended. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

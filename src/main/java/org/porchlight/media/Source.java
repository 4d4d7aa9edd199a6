package org.porchlight.media;

/** What a camera reads. */
public abstract class Source {
    public static Source parse(String text) {
        throw new UnsupportedOperationException();
    }

    public static java.util.Optional<Source> firstDevice() {
        throw new UnsupportedOperationException();
    }

    public abstract String display();

    public boolean isDemo() {
        return false;
    }
}

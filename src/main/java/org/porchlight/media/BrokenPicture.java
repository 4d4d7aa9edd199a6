package org.porchlight.media;

import java.io.IOException;

/** One picture cannot be decoded; the next one may be well. */
final class BrokenPicture extends IOException {

    BrokenPicture(String sentence) {
        super(sentence);
    }
}

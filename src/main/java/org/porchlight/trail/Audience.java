package org.porchlight.trail;

import java.util.ArrayList;
import java.util.List;

/**
 * Who saw a recording.
 *
 * @param watched names, each once, the first one first
 * @param downloaded likewise
 */
public record Audience(List<String> watched, List<String> downloaded) {

    public Audience {
        watched = List.copyOf(watched);
        downloaded = List.copyOf(downloaded);
    }

    Audience with(Audience other) {
        return new Audience(both(watched, other.watched), both(downloaded, other.downloaded));
    }

    private static List<String> both(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}

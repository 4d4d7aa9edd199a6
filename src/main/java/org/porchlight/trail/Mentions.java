package org.porchlight.trail;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where lines of the trail, as {@link PeopleTrail} and {@link LogTrail} word them, name the member whom something was done to.
 * Only there: somebody may be called like a year, or like a camera.
 */
final class Mentions {

    private static final String NAME = "NAME";
    private static final List<String> VIEWING = List.of("()NAME(, \\d{1,2} \\p{L}{3} \\d{4} \\d{2}:\\d{2}:\\d{2}.*)");
    private static final Map<What, List<String>> PLACES = Map.of(
            What.EXPORTED,
            VIEWING,
            What.DELETED,
            VIEWING,
            What.TAKEN_BACK,
            VIEWING,
            What.KEPT,
            VIEWING,
            What.DISCONNECTED,
            List.of("(Of )NAME()"),
            What.MEMBER_DATA,
            List.of("(Of )NAME()"),
            What.PERSON,
            List.of(
                    "()NAME( signed up| chose another password(?: by a link)?)",
                    "(Let )NAME( in)",
                    "(Refused |Disabled |Enabled |Removed )NAME()",
                    "(Made )NAME( an owner| a member)",
                    "(Made a link for a new password of )NAME((?: by starting Porchlight anew)?)"));

    private final String name;

    Mentions(String name) {
        this.name = name;
    }

    /** Whether such a line names the member. */
    boolean in(What what, String details) {
        return patterns(what).anyMatch(pattern -> pattern.matcher(details).matches());
    }

    /** The line with something else where the name stands; as it is where it does not. */
    String replaced(What what, String details, String instead) {
        return patterns(what)
                .map(pattern -> pattern.matcher(details))
                .filter(Matcher::matches)
                .findFirst()
                .map(found -> found.group(1) + instead + found.group(2))
                .orElse(details);
    }

    private Stream<Pattern> patterns(What what) {
        return PLACES.getOrDefault(what, List.of()).stream()
                .map(place -> Pattern.compile(place.replace(NAME, Pattern.quote(name))));
    }
}

package org.porchlight.settings;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.porchlight.media.Sentence;

/** What was typed cannot be taken: one sentence for each field that is wrong. */
public class InvalidInput extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** @param problems at least one */
    public InvalidInput(List<Problem> problems) {
        super(problems.stream().map(problem -> problem.sentence().toString()).collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    /** One wrong field. */
    public InvalidInput(String field, Sentence sentence) {
        this(List.of(new Problem(field, sentence)));
    }

    /** What is wrong, in the order of the form. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * What is wrong with one field.
     *
     * @param field the field's label in the English page, "Frames per second"
     * @param sentence what is wrong and what to do, for the person who typed it
     */
    public record Problem(String field, Sentence sentence) {}
}

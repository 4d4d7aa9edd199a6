package org.porchlight.ui;

import static org.porchlight.ui.Texts.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.porchlight.settings.InvalidInput.Problem;

/** Puts what is wrong with an input beside the fields that it is wrong with. */
final class FieldProblems {
    private final Map<String, Component> fields = new LinkedHashMap<>();

    /** The field that problems of this name belong to; it does not check by itself any more. */
    <F extends Component & HasValidation> FieldProblems at(String name, F field) {
        field.setManualValidation(true);
        fields.put(name, field);
        return this;
    }

    /** Nothing is wrong any more. */
    void clear() {
        show(List.of());
    }

    /** Shows these problems and no others, and leads to the first one. */
    void show(List<Problem> problems) {
        for (Map.Entry<String, Component> entry : fields.entrySet()) {
            List<String> sentences = problems.stream()
                    .filter(problem -> problem.field().equals(entry.getKey()))
                    .map(problem -> say(problem.sentence()))
                    .toList();
            Component field = entry.getValue();
            HasValidation validation = (HasValidation) field;
            validation.setErrorMessage(String.join(" ", sentences));
            validation.setInvalid(!sentences.isEmpty());
        }
        leadToFirst();
    }

    /** Leads to the first field that something is wrong with. */
    void leadToFirst() {
        fields.values().stream()
                .filter(field -> ((HasValidation) field).isInvalid())
                .findFirst()
                .ifPresent(field -> field.getElement().callJsFunction("focus"));
    }
}

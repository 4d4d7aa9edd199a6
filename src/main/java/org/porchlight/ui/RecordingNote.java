package org.porchlight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says under the live picture why nothing is recorded, or what is wrong with it. */
final class RecordingNote extends Div {

    private final Span words = new Span();

    RecordingNote() {
        add(Icons.WARNING.create(), words);
        addClassName("pl-note");
        getElement().setAttribute("role", "alert");
    }

    /** Shows the first sentence that there is. @return whether there is one */
    boolean show(@Nullable String... sentences) {
        String sentence =
                Stream.of(sentences).filter(each -> each != null).findFirst().orElse("");
        words.setText(sentence);
        setVisible(!sentence.isEmpty());
        return !sentence.isEmpty();
    }
}

package org.porchlight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;

/** Says under the live picture why nothing is recorded, or what is wrong with it. */
final class RecordingNote extends Div {

    private final Span words = new Span();

    RecordingNote() {
        add(Icons.WARNING.create(), words);
        addClassName("pl-note");
        getElement().setAttribute("role", "alert");
    }

    /** Shows the first sentence that there is. @return whether there is one */
    boolean show(@Nullable Sentence... sentences) {
        Optional<Sentence> first =
                Stream.of(sentences).flatMap(Stream::ofNullable).findFirst();
        words.setText(first.map(Texts::say).orElse(""));
        setVisible(first.isPresent());
        return first.isPresent();
    }
}

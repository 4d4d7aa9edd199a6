package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.porchlight.viewing.LastSnapshots.Taken;

/** Says for some seconds that a snapshot was saved to the device, and offers to keep it in the log too. */
final class SavedNote extends Div {

    private static final Duration SHOWN = Duration.ofSeconds(15);

    private final Span words = new Span();
    private final Button keep;
    private final Anchor look = new Anchor("logs", translate("live.seeLog"));

    SavedNote(Runnable keepIt) {
        keep = new Button(translate("live.keepInLog"), Icons.ARCHIVE.create(), click -> keepIt.run());
        words.getElement().setAttribute("role", "status");
        addClassName("pl-saved");
        add(Icons.CHECK.create(), words, keep, look);
        setVisible(false);
    }

    /** @return whether there is anything to see */
    boolean show(Optional<Taken> last, Instant now) {
        boolean isNew =
                last.filter(taken -> now.isBefore(taken.at().plus(SHOWN))).isPresent();
        setVisible(isNew);
        last.filter(taken -> isNew).ifPresent(this::say);
        return isNew;
    }

    private void say(Taken taken) {
        words.setText(taken.kept() ? translate("live.savedInLog") : translate("live.saved"));
        keep.setVisible(!taken.kept());
        look.setVisible(taken.kept());
    }
}

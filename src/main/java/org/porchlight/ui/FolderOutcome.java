package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static org.porchlight.ui.Texts.say;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.porchlight.media.Sentence;
import org.porchlight.recording.FolderOutlook;
import org.porchlight.recording.FolderOutlooks;
import org.porchlight.recording.MoveNow;
import org.porchlight.recording.Moves;
import org.porchlight.settings.FolderFindings;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.InvalidInput;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/**
 * Beneath the field of the recordings folder: what was found out about the folder that somebody writes there, before it is saved,
 * and what lies in others.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
final class FolderOutcome extends Div {

    private final transient FolderOutlooks outlooks;
    private final transient HouseSettings settings;
    private final transient Moves moves;
    private final Div found = new Div();
    private final RouterLink elsewhere = new RouterLink("", StorageView.class);
    private int looks;

    FolderOutcome(FolderOutlooks outlooks, HouseSettings settings, Moves moves) {
        this.outlooks = outlooks;
        this.settings = settings;
        this.moves = moves;
        addClassName("pl-setting-outcome");
        found.getElement().setAttribute("role", "status");
        add(found, elsewhere);
    }

    /** Looks at whatever is written into the field from now on. */
    FolderOutcome beneath(TextField field) {
        field.addValueChangeListener(change -> look(change.getValue()));
        refresh();
        return this;
    }

    /** What was written is saved or discarded: says anew what lies in other folders. */
    void refresh() {
        looks++;
        found.removeAll();
        MoveNow now = moves.now();
        elsewhere.setVisible(now.left() > 0);
        elsewhere.setText(translate("folder.elsewhere", now.left()));
    }

    /** A disk may take its time: nobody waits for it, and what was written meanwhile counts. */
    private void look(String typed) {
        int mine = ++looks;
        found.removeAll();
        Path folder;
        try {
            folder = settings.folder(typed);
        } catch (InvalidInput saidWhenItIsSaved) {
            return;
        }
        if (folder.equals(settings.current().recordingsFolder())) {
            return;
        }
        SerializableConsumer<FolderOutlook> later = UI.getCurrent()
                .accessLater(
                        outlook -> {
                            if (mine == looks) {
                                show(outlook);
                            }
                        },
                        () -> {});
        Thread.ofVirtual()
                .name("folder-trial")
                .start(new DelegatingSecurityContextRunnable(() -> later.accept(outlooks.of(folder))));
    }

    private void show(FolderOutlook outlook) {
        found.removeAll();
        FolderFindings findings = outlook.findings();
        Sentence problem = findings.problem();
        if (problem != null) {
            found.add(warning(problem));
            return;
        }
        String free = LogWords.size(findings.freeBytes());
        OptionalLong days = outlook.daysUntilFull();
        String room = days.isEmpty()
                ? translate("folder.free", free)
                : translate("folder.freeAndFull", free, LogWords.aboutDays(days.getAsLong()));
        found.add(new Paragraph(findings.sameDisk() ? room + " " + translate("folder.sameDisk") : room));
        findings.warnings().forEach(warning -> found.add(warning(warning)));
    }

    private static Div warning(Sentence sentence) {
        Div warning = new Div(Icons.WARNING.create(), new Span(say(sentence)));
        warning.addClassName("pl-problem");
        return warning;
    }
}

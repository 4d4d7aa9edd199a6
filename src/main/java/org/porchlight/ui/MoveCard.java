package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static org.porchlight.ui.Texts.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.porchlight.media.Sentence;
import org.porchlight.recording.MoveNow;
import org.porchlight.recording.Moves;

/** Recordings that lie in another folder than the one in force: offers to move them, and says how far that has come. */
final class MoveCard extends SettingsCard {

    private final transient Moves moves;
    private final Paragraph words = new Paragraph();
    private final Paragraph problem = new Paragraph();
    private final Progress progress = new Progress(translate("storage.moved"));
    private final Button begin = new Button(translate("storage.moveBegin"), click -> moves().begin());
    private final Button goOn = new Button(translate("storage.moveOn"), click -> moves().begin());
    private final Button pause = new Button(translate("storage.movePause"), click -> moves().pause());
    private final Button stop = new Button(translate("storage.moveEnd"), click -> moves().end());

    MoveCard(Moves moves) {
        super("move", translate("storage.move"), translate("storage.moveAbout"));
        this.moves = moves;
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        goOn.addThemeVariants(ButtonVariant.PRIMARY);
        words.getElement().setAttribute("role", "status");
        problem.addClassName("pl-problem");
        Div buttons = new Div(begin, goOn, pause, stop);
        buttons.addClassName("pl-storage-buttons");
        Div body = new Div(words, progress, problem, buttons);
        body.addClassNames("pl-card-body", "pl-move");
        add(body);
        refresh();
    }

    private Moves moves() {
        return moves;
    }

    void refresh() {
        MoveNow now = moves.now();
        Sentence why = now.problem();
        setVisible(now.left() > 0 || now.state() != MoveNow.State.NONE || why != null);
        words.setText(sentence(now));
        progress.setVisible(now.state() != MoveNow.State.NONE);
        progress.show(now.moved(), now.moved() + now.left());
        problem.setText(why == null ? "" : say(why));
        problem.setVisible(why != null);
        begin.setVisible(now.state() == MoveNow.State.NONE && now.left() > 0);
        goOn.setVisible(now.state() == MoveNow.State.PAUSED);
        pause.setVisible(now.isOn());
        stop.setVisible(now.state() != MoveNow.State.NONE);
    }

    private static String sentence(MoveNow now) {
        return switch (now.state()) {
            case NONE ->
                now.left() == 0
                        ? translate("storage.moveNone", now.target().toString())
                        : translate(
                                "storage.moveLeft",
                                now.left(),
                                LogWords.size(now.leftBytes()),
                                now.target().toString());
            case RUNNING -> translate("storage.moving", now.target().toString(), now.moved(), now.left());
            case WAITING -> translate("storage.moveWaits", now.moved());
            case PAUSED ->
                translate("storage.movePaused", now.moved(), now.target().toString(), now.left());
        };
    }
}

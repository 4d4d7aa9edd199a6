package org.porchlight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.porchlight.recording.MoveNow;
import org.porchlight.recording.Moves;

/** Recordings that lie in another folder than the one in force: offers to move them, and says how far that has come. */
final class MoveCard extends SettingsCard {

    private final transient Moves moves;
    private final Paragraph words = new Paragraph();
    private final Paragraph problem = new Paragraph();
    private final Progress progress = new Progress("Recordings moved");
    private final Button begin = new Button("Move them", click -> moves().begin());
    private final Button goOn = new Button("Go on", click -> moves().begin());
    private final Button pause = new Button("Pause", click -> moves().pause());
    private final Button stop = new Button("Leave the rest", click -> moves().end());

    MoveCard(Moves moves) {
        super("move", "Recordings elsewhere", "They can be watched wherever they lie, also while they are moved.");
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
        String why = now.problem();
        setVisible(now.left() > 0 || now.state() != MoveNow.State.NONE || why != null);
        words.setText(sentence(now));
        progress.setVisible(now.state() != MoveNow.State.NONE);
        progress.show(now.moved(), now.moved() + now.left());
        problem.setText(why == null ? "" : why);
        problem.setVisible(why != null);
        begin.setVisible(now.state() == MoveNow.State.NONE && now.left() > 0);
        goOn.setVisible(now.state() == MoveNow.State.PAUSED);
        pause.setVisible(now.isOn());
        stop.setVisible(now.state() != MoveNow.State.NONE);
    }

    private static String sentence(MoveNow now) {
        String left = count(now.left()) + ", " + LogWords.size(now.leftBytes()) + ",";
        return switch (now.state()) {
            case NONE ->
                now.left() == 0
                        ? "All recordings are in " + now.target() + "."
                        : left + (now.left() == 1 ? " is" : " are") + " not in " + now.target() + ".";
            case RUNNING ->
                "Moving to " + now.target() + ": " + count(now.moved()) + " moved, " + now.left() + " left.";
            case WAITING -> count(now.moved()) + " moved. One that is being recorded follows when it is finished.";
            case PAUSED -> "Paused: " + count(now.moved()) + " moved to " + now.target() + ", " + now.left() + " left.";
        };
    }

    private static String count(long recordings) {
        return recordings == 1 ? "1 recording" : recordings + " recordings";
    }
}

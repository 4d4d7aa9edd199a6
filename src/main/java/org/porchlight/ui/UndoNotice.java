package org.porchlight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/** Says for some seconds what was done, with a button that undoes it. */
final class UndoNotice extends Notification {

    private static final int MILLIS = 10_000;

    UndoNotice(String done, Runnable undo) {
        Button button = new Button("Undo", Icons.RETRY.create(), click -> {
            close();
            undo.run();
        });
        Div words = new Div(new Span(done), button);
        words.addClassName("pl-undo");
        add(words);
        setDuration(MILLIS);
        setPosition(Position.BOTTOM_CENTER);
        setAssertive(true);
    }
}

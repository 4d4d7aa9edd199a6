package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/** Says for some seconds what was done, with a button that undoes it. */
final class UndoNotice extends Notification {

    private static final int MILLIS = 10_000;

    UndoNotice(String done, Runnable undo) {
        Button button = new Button(translate("log.undo"), Icons.RETRY.create(), click -> {
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

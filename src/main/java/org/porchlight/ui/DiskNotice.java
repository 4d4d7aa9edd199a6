package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static org.porchlight.ui.Texts.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import org.porchlight.recording.CannotRecord;
import org.porchlight.recording.RoomWatch;

/** Tells owners why nothing can be recorded; and where another disk lies at the folder, lets them take it for the right one. */
final class DiskNotice extends Div {

    private final transient RoomWatch room;
    private final Paragraph words = new Paragraph();
    private final Button accept = new Button(translate("settings.useDisk"), click -> accept());

    DiskNotice(RoomWatch room) {
        this.room = room;
        words.getElement().setAttribute("role", "alert");
        words.addClassName("pl-setting-outcome");
        add(words, accept);
        refresh();
    }

    void refresh() {
        words.setText(room.problem().map(Texts::say).orElse(""));
        setVisible(room.problem().isPresent());
        accept.setVisible(room.isOtherDisk());
    }

    private void accept() {
        try {
            room.acceptDisk();
        } catch (CannotRecord e) {
            Notification.show(say(e.sentence()), 8000, Notification.Position.BOTTOM_CENTER);
        }
        refresh();
    }
}

package org.porchlight.ui;

import com.vaadin.flow.component.UI;
import org.porchlight.recording.Recording;

/** Where a browser finds a recording; relative to the application, wherever that is mounted. */
record RecordingAddress(Recording recording) {

    String toWatch() {
        return "recordings/" + recording.id() + ".mp4";
    }

    String toSave() {
        return toWatch() + "?download";
    }

    /** The small picture that it is known by. */
    String picture() {
        return "recordings/" + recording.id() + ".jpg";
    }

    /** The browser saves it; the page stays. */
    void save(UI ui) {
        new Download(toSave()).save(ui);
    }
}

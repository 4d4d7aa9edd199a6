package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import java.util.List;
import org.porchlight.recording.Snapshot;

/** The pictures that were kept beside a viewing, small, in its line of the log; each opens whole in a tab of its own. */
final class SnapshotStrip extends Div {

    SnapshotStrip(List<Snapshot> snapshots, LogWords words) {
        addClassName("pl-snapshots");
        for (Snapshot snapshot : snapshots) {
            Image picture = new Image(snapshot.address(), translate("snapshot.of", words.moment(snapshot.takenAt())));
            picture.getElement().setAttribute("loading", "lazy");
            Anchor whole = new Anchor(snapshot.address(), picture);
            whole.setTarget(AnchorTarget.BLANK);
            whole.setRouterIgnore(true);
            add(whole);
        }
    }
}

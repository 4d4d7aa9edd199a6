package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.porchlight.trail.Look;

/** Who has seen a recording, and when last; nothing where nobody has. */
final class WatchedBy extends Div {

    WatchedBy(List<Look> looks, LogWords words) {
        addClassName("pl-watched-by");
        setVisible(!looks.isEmpty());
        UnorderedList people = new UnorderedList();
        for (Look look : looks) {
            Span when = new Span(words.moment(look.at()));
            when.addClassName("pl-small");
            people.add(new ListItem(new Initials(look.who()), new Span(look.who()), when));
        }
        add(new H3(translate("log.watchedSinceBy")), people);
    }
}

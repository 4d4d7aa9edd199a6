package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/** What can be done with the live picture by keys, by a mouse and by fingers. */
final class KeysDialog extends Dialog {

    KeysDialog() {
        setHeaderTitle(translate("live.keys"));
        addClassName("pl-keys");
        setWidth("min(460px, 100%)");
        DescriptionList keys = new DescriptionList();
        line(keys, translate("live.keyRecord"), "R");
        line(keys, translate("live.keySnapshot"), "S");
        line(keys, translate("live.keyFull"), "F");
        line(keys, translate("live.keyFloat"), "P");
        line(keys, translate("live.keyZoom"), "+", "−");
        line(keys, translate("live.keyPan"), "←", "↑", "→", "↓");
        line(keys, translate("cameras.keys"), "←", "→");
        line(keys, translate("live.keyCameras"), "←", "→");
        line(keys, translate("live.keyReset"), "0", translate("live.escape"));
        line(keys, translate("live.keyHelp"), "?");
        add(keys, new H3(translate("live.hands")), new Paragraph(translate("live.handsWheel")));
        add(new Paragraph(translate("live.handsTap")));
        Button close = new Button(translate("live.close"), click -> close());
        close.setAutofocus(true);
        getFooter().add(close);
    }

    private static void line(DescriptionList list, String meaning, String... keys) {
        Term term = new Term();
        for (String key : keys) {
            term.add(new Key(key));
        }
        list.add(term, new Description(meaning));
    }

    @Tag("kbd")
    private static final class Key extends Component {
        Key(String key) {
            getElement().setText(key);
        }
    }
}

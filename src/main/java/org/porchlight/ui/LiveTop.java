package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Over the live picture, at its top: which camera this is, how it is with it, and who else watches. */
final class LiveTop extends Div {

    private final Span cameraName = new Span();
    private final Span state = new Span();

    LiveTop(Watchers watchers, ShutterMenu shutter) {
        cameraName.addClassName("pl-cam");
        state.addClassName("pl-state");
        state.getElement().setAttribute("data-gone", translate("live.stateLost")); // see live.css
        Span dot = new Span();
        dot.addClassName("pl-dot");
        Span time = new Span();
        time.addClassNames("pl-clock", "pl-num");
        Div meta = new Div(dot, state, time, recordingSign());
        meta.addClassName("pl-meta");
        Div identity = new Div(cameraName, meta);
        identity.addClassName("pl-id");
        Button help = LiveControls.round(Icons.HELP, "pl-help", translate("live.keys"), "?");
        help.addClickListener(click -> new KeysDialog().open());
        Div beside = new Div(watchers, shutter, help);
        beside.addClassName("pl-beside");
        addClassName("pl-top");
        add(identity, beside);
    }

    private static Span recordingSign() {
        Span dot = new Span();
        dot.addClassNames("pl-dot", "rec");
        Span sign = new Span(dot, new Span(translate("live.rec")));
        sign.addClassName("pl-recsign");
        return sign;
    }

    void show(String camera, String stateNow) {
        cameraName.setText(camera);
        state.setText(stateNow);
    }
}

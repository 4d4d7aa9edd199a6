package org.porchlight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** The live picture itself: an address to read, which the browser does in the way that suits it ({@code frontend/picture.ts}). */
@Tag("porchlight-picture")
@JsModule("./picture.ts")
final class LivePicture extends Component {

    /** Shows a camera through a viewing of this page. */
    void show(long camera, long viewing) {
        getElement().setAttribute("camera", String.valueOf(camera));
        getElement().setAttribute("viewing", String.valueOf(viewing));
    }

    /** Reads nothing more; what was shown last stays. */
    void stop() {
        getElement().removeAttribute("viewing");
    }

    /** Nothing more comes of what is read now, which the browser may not have noticed. */
    void brokeOff() {
        getElement().callJsFunction("brokeOff");
    }

    /** Its alternative text. */
    void name(String name) {
        getElement().setAttribute("name", name);
    }
}

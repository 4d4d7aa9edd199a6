package org.porchlight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("")
@AnonymousAllowed
public class LiveView extends Div {
    public LiveView() {
        setText("hello");
    }
}

package org.porchlight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** How the live picture comes, which the browser knows, and what of it. */
final class ConnectionSign extends Div {

    private final Span rate = new Span();
    private final Span demo = new Span(" · Demo picture");

    ConnectionSign() {
        Span way = new Span();
        way.addClassName("pl-way");
        rate.addClassName("pl-rate");
        add(Icons.BARS.create(), new Span(way, rate, demo));
        addClassNames("pl-conn", "pl-num");
    }

    void show(String rateNow, boolean isDemo) {
        rate.setText(rateNow);
        demo.setVisible(isDemo);
    }
}

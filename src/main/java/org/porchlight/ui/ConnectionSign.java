package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.porchlight.ui.DeliveryRate.Rate;

/** How the live picture comes, in words: the way, which the browser knows, or that it is slow; and how much of it comes. */
final class ConnectionSign extends Div {

    private final Span pictures = new Span();
    private final Span data = new Span();
    private final Span demo = new Span(" · " + translate("live.demo"));

    ConnectionSign() {
        Span way = new Span();
        way.addClassName("pl-way");
        way.getElement()
                .setAttribute("data-smooth", translate("live.smooth"))
                .setAttribute("data-compatible", translate("live.compatible"))
                .setAttribute("data-slow", translate("live.slow"));
        data.addClassName("pl-data");
        demo.addClassName("pl-demo");
        add(Icons.BARS.create(), new Span(way, pictures, data, demo));
        addClassNames("pl-conn", "pl-num");
    }

    void show(Optional<Rate> rate, Pace.Verdict verdict, boolean isDemo) {
        pictures.setText(rate.map(each -> translate("live.pictures", Math.max(1, Math.round(each.pictures()))))
                .orElse(translate("live.measuring")));
        data.setText(rate.map(each -> " · " + data(each.bits())).orElse(""));
        demo.setVisible(isDemo);
        setClassName("slow", verdict != Pace.Verdict.WELL);
        setTitle(why(verdict));
    }

    /** A sentence that says what is slow; empty when nothing is. */
    static String why(Pace.Verdict verdict) {
        return switch (verdict) {
            case WELL -> "";
            case LATE -> translate("live.slowLate");
            case SLOW_LINE -> translate("live.slowLine");
            case SLOW_CAMERA -> translate("live.slowCamera");
        };
    }

    private static String data(double bitsPerSecond) {
        return bitsPerSecond < 1e6
                ? translate("live.kilobits", Math.round(bitsPerSecond / 1e3))
                : translate("live.megabits", bitsPerSecond / 1e6);
    }
}

package org.porchlight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bars, drawn by Chart.js ({@code fronten./bar-chart.ts}). They say nothing to screen readers: {@link ChartCard} has a table too. */
@Tag("porchlight-chart")
@NpmPackage(value = "chart.js", version = "4.6.1")
@JsModule("./bar-chart.ts")
final class BarChart extends Component {

    /** @param lying whether the bars run from left to right, one below the other */
    void show(List<Bar> bars, boolean lying) {
        ObjectNode chart = JsonNodeFactory.instance.objectNode();
        ArrayNode labels = chart.putArray("labels");
        ArrayNode values = chart.putArray("values");
        ArrayNode words = chart.putArray("words");
        for (Bar bar : bars) {
            labels.add(bar.label());
            values.add(bar.value());
            words.add(bar.words());
        }
        chart.put("lying", lying);
        getElement().setPropertyJson("bars", chart);
    }

    /**
     * @param label below or beside it
     * @param value how long it is
     * @param words its value as it is read: "3 viewings"
     */
    record Bar(String label, double value, String words) {}
}

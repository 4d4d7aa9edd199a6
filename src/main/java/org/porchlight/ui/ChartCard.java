package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.porchlight.ui.BarChart.Bar;

/** A chart, and the same as a table for whoever would rather read. */
final class ChartCard extends SettingsCard {
    /** Bars below each other need so much height, in pixels. */
    private static final int LINE = 38;

    private final BarChart chart = new BarChart();
    private final Div frame = new Div(chart);
    private final Paragraph nothing = new Paragraph(translate("overview.nothing"));
    private final NativeTable table = new NativeTable();
    private final Details asTable = new Details(translate("overview.asTable"), table);
    private final boolean lying;

    ChartCard(String id, String title, String about, boolean lying) {
        super(id, title, about);
        this.lying = lying;
        frame.addClassName("pl-chart");
        nothing.addClassName("pl-muted");
        table.getElement().setAttribute("aria-label", title);
        Div body = new Div(nothing, frame, asTable);
        body.addClassName("pl-card-body");
        add(body);
    }

    void show(List<Bar> bars) {
        boolean some = bars.stream().anyMatch(bar -> bar.value() > 0);
        nothing.setVisible(!some);
        frame.setVisible(some);
        asTable.setVisible(some);
        if (lying) {
            frame.setHeight(LINE * bars.size() + LINE + "px");
        }
        chart.show(bars, lying);
        table.removeAll();
        bars.stream().filter(bar -> bar.value() > 0).map(ChartCard::row).forEach(table::add);
    }

    private static NativeTableRow row(Bar bar) {
        NativeTableHeaderCell label = new NativeTableHeaderCell(bar.label());
        label.getElement().setAttribute("scope", "row");
        return new NativeTableRow(label, new NativeTableCell(bar.words()));
    }
}

package org.porchlight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.ValueProvider;
import org.porchlight.viewing.LogEntry;

/**
 * Draws a cell of the log. When its line is drawn anew, a cell that says the same as before stays as it is: neither a click on it nor
 * the focus in it is lost.
 */
final class SteadyCell extends ComponentRenderer<Component, LogEntry> {

    SteadyCell(ValueProvider<LogEntry, Component> cell) {
        super(cell::apply, (drawn, entry) -> {
            Component anew = cell.apply(entry);
            return says(anew).equals(says(drawn)) ? drawn : anew;
        });
    }

    private static String says(Component cell) {
        return cell.getElement().getOuterHTML();
    }
}

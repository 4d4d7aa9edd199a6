package org.porchlight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.stream.Stream;
import org.porchlight.trail.LogRetention;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** How long the log is kept. For pages of owners. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
final class LogRetentionCard extends SettingsCard {

    private static final List<Integer> CHOICES = List.of(6, 12, 24, 60, 0);

    LogRetentionCard(LogRetention retention) {
        super(
                "log-retention",
                "Log",
                "How long the log and the trail remember who watched and what was done. A viewing that has a recording stays as long"
                        + " as that.");
        Select<Integer> months = new Select<>();
        months.setLabel("Keep the log for");
        months.setItems(Stream.concat(CHOICES.stream(), Stream.of(retention.months()))
                .distinct()
                .toList());
        months.setItemLabelGenerator(LogRetentionCard::words);
        months.setValue(retention.months());
        months.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                retention.choose(change.getValue());
            }
        });
        add(new Div(months));
    }

    private static String words(int months) {
        if (months == 0) {
            return "Ever";
        }
        return months % 12 != 0 ? months + " months" : months == 12 ? "1 year" : months / 12 + " years";
    }
}

package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

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
        super("log-retention", translate("settings.log"), translate("settings.logAbout"));
        Select<Integer> months = new Select<>();
        months.setLabel(translate("settings.keepLog"));
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
            return translate("settings.ever");
        }
        return months % 12 != 0 ? translate("settings.months", months) : translate("settings.years", months / 12);
    }
}

package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.porchlight.recording.Recording;
import org.porchlight.viewing.LogEntry;

/** Saves the recording of a line; where it has several parts, asks which one. */
final class DownloadButton extends Div {

    DownloadButton(LogEntry entry, LogWords words) {
        Button download = LogCells.button(translate("log.download"), Icons.DOWNLOAD);
        download.setTooltipText(translate("log.download") + " · " + LogWords.size(entry.recordedBytes()));
        addClassName("pl-log-download");
        add(download);
        List<Recording> parts = entry.playable();
        getElement().setAttribute("data-parts", Integer.toString(parts.size())); // so that SteadyCell sees another menu
        if (parts.size() == 1) {
            download.addClickListener(click -> new RecordingAddress(parts.getFirst()).save(UI.getCurrent()));
            return;
        }
        ContextMenu menu = new ContextMenu(download);
        menu.setOpenOnClick(true);
        for (int i = 0; i < parts.size(); i++) {
            Recording part = parts.get(i);
            menu.addItem(
                    String.join(
                            " · ",
                            translate("log.part", i + 1),
                            words.time(part.begin()),
                            LogWords.length(part.length()),
                            LogWords.size(part.bytes())),
                    click -> new RecordingAddress(part).save(UI.getCurrent()));
        }
        add(menu);
    }
}

package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The frame of the pages before the door: its picture on one side, what there is to do on the other. */
@StyleSheet("door.css")
abstract class DoorPage extends Div {
    private final Div content = new Div();
    private final H1 heading = new H1();
    private final Paragraph lead = new Paragraph();
    private List<Component> offered = List.of();

    DoorPage() {
        addClassName("pl-door");
        Paragraph caption = new Paragraph(translate("door.caption"));
        Div art = new Div(caption);
        art.addClassName("pl-door-art");
        content.addClassName("pl-door-content");
        lead.addClassName("pl-door-lead");
        content.add(wordmark(), heading, lead);
        Main pane = new Main(content);
        pane.addClassName("pl-door-pane");
        add(art, pane);
    }

    /** What the page says first. */
    final void say(String title, String text) {
        heading.setText(title);
        lead.setText(text);
    }

    /** What there is to do, beneath; in place of what there was before. */
    final void offer(Component... components) {
        content.remove(offered);
        offered = List.of(components);
        content.add(offered);
    }

    private static Component wordmark() {
        try (InputStream drawing = Objects.requireNonNull(DoorPage.class.getResourceAsStream("wordmark.svg"))) {
            Svg wordmark = new Svg(drawing);
            wordmark.addClassName("pl-wordmark");
            return wordmark;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read wordmark.svg out of the application", e);
        }
    }
}

package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.recording.Recording;

/**
 * The browser's own player, and below it what that lacks: single pictures, the recordings before and after, how fast. What has to
 * happen in the browser, keys above all, is in {@code frontend/player.ts}.
 */
@Tag("porchlight-player")
@JsModule("./player.ts")
class Player extends HtmlContainer {

    private static final List<Double> SPEEDS = List.of(0.5, 1.0, 1.5, 2.0, 4.0);

    private final Video video;

    /**
     * @param name of the recording, for screen readers
     * @param earlier goes to the recording before; null: there is none
     * @param later goes to the one after it; null: there is none
     */
    Player(String name, @Nullable Runnable earlier, @Nullable Runnable later) {
        video = new Video(name);
        video.addClassName("pl-watch-video");
        Select<Double> speed = new Select<>();
        speed.setAriaLabel(translate("player.speed"));
        speed.setItems(SPEEDS);
        speed.setItemLabelGenerator(Player::times);
        speed.setValue(1.0);
        speed.addClassName("pl-speed");
        speed.addValueChangeListener(
                change -> getElement().setProperty("speed", change.getValue() == null ? 1 : change.getValue()));
        Span keys = new Span(translate("player.keys"));
        keys.addClassNames("pl-small", "pl-player-keys");
        Div middle = new Div(
                neighbour("player.earlier", Icons.PREVIOUS, "p", earlier),
                step("player.back", Icons.LEFT, "-1"),
                step("player.on", Icons.RIGHT, "1"),
                neighbour("player.later", Icons.NEXT, "n", later));
        middle.addClassName("pl-transport-middle");
        Div transport = new Div(keys, middle, speed);
        transport.addClassName("pl-transport");
        Span clock = new Span();
        clock.addClassName("pl-player-clock");
        add(video, clock, transport);
    }

    /** Plays this one. @param zone of the house, whose time it was is said over the picture */
    void play(Recording recording, ZoneId zone) {
        // As a browser takes it for UTC: it may not know the zone by the name that it has here.
        int ahead = zone.getRules().getOffset(recording.begin()).getTotalSeconds();
        getElement()
                .setAttribute(
                        "begin",
                        Long.toString(recording.begin().plusSeconds(ahead).toEpochMilli()));
        video.play(new RecordingAddress(recording).toWatch());
    }

    Video video() {
        return video;
    }

    private static Button step(String name, Icons icon, String pictures) {
        Button button = LogCells.button(translate(name), icon);
        button.getElement().setAttribute("data-step", pictures);
        return button;
    }

    private static Button neighbour(String name, Icons icon, String key, @Nullable Runnable go) {
        Button button = LogCells.button(translate(name), icon);
        Element element = button.getElement();
        element.setAttribute("data-key", key);
        button.setEnabled(go != null);
        if (go != null) {
            button.addClickListener(click -> go.run());
        }
        return button;
    }

    private static String times(double speed) {
        return NumberFormat.getInstance(UI.getCurrent().getLocale()).format(speed) + "×";
    }
}

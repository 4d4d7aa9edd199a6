package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static org.porchlight.ui.Texts.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.porchlight.media.CaptureStatus;

/** Says over the darkened picture since when there is none, why, and when the next attempt is due. */
final class LostPanel extends Div {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final H2 since = new H2();
    private final Paragraph again = new Paragraph();
    private final Span when = new Span();
    private final Span attempt = new Span();
    private final Paragraph why = new Paragraph();
    private final Button tryNow;
    private String said = "";

    LostPanel(Runnable tryAgain, boolean mayChangeCamera) {
        Div icon = new Div(Icons.VIDEO_OFF.create());
        icon.addClassName("pl-panel-icon");
        since.addClassName("pl-num");
        when.addClassNames("pl-retry", "pl-num");
        when.getElement()
                .setAttribute("data-soon", translate("live.againSoon"))
                .setAttribute("data-now", translate("live.againNow"));
        again.add(new Span(translate("live.again") + " "), when, attempt);
        again.addClassName("pl-again");
        why.addClassName("pl-why");
        tryNow = new Button(translate("live.tryNow"), Icons.RETRY.create(), click -> tryAgain.run());
        tryNow.addThemeVariants(ButtonVariant.PRIMARY);
        Div actions = new Div(tryNow);
        actions.addClassName("pl-acts");
        if (mayChangeCamera) {
            Anchor settings = new Anchor("settings", translate("live.cameraSettings"));
            settings.addClassName("pl-glass-button");
            actions.add(settings);
        }
        add(icon, since, again, why, actions);
        addClassNames("pl-panel", "pl-lost");
    }

    /** What a screen reader should say of it: the same, without the seconds that count down. */
    String said() {
        return said;
    }

    void show(CaptureStatus status, ZoneId zone, Locale locale) {
        Instant last = status.lastPicture() == null ? status.since() : status.lastPicture();
        since.setText(translate("live.lostSince", words(last.atZone(zone), locale)));
        String reason = status.why() == null ? translate("live.lostYet") : say(status.why());
        why.setText(reason);
        attempt.setText(status.attempt() == 0 ? "" : " · " + translate("live.attempt", status.attempt()));
        again.setVisible(status.state() != CaptureStatus.State.STALLED);
        tryNow.setEnabled(status.state() == CaptureStatus.State.WAITING);
        said = since.getText() + ". " + reason;
    }

    private static String words(ZonedDateTime time, Locale locale) {
        boolean today = time.toLocalDate().equals(LocalDate.now(time.getZone()));
        return (today
                        ? TIME
                        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                                .withLocale(locale))
                .format(time);
    }
}

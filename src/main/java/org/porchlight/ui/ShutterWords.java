package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.porchlight.camera.Shutter;

/** What a closed shutter says: "Ana closed it until 18:00." */
final class ShutterWords {

    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final Clock clock;
    private final ZoneId zone;

    ShutterWords(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** Who closed it, and until when. */
    String sentence(Shutter shutter) {
        Instant until = shutter.until();
        return until == null
                ? translate("shutter.closedBy", shutter.by())
                : translate("shutter.closedUntil", shutter.by(), time(until));
    }

    /** In an hour from now. */
    Instant inAnHour() {
        return clock.instant().plusSeconds(3600);
    }

    /** The next time that it is seven in the morning. */
    Instant morning() {
        ZonedDateTime now = clock.instant().atZone(zone);
        ZonedDateTime seven = now.with(MORNING);
        return (seven.isAfter(now) ? seven : seven.plusDays(1)).toInstant();
    }

    private String time(Instant at) {
        ZonedDateTime then = at.atZone(zone);
        boolean today = then.toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
        Locale locale =
                UI.getCurrent() == null ? Locale.ENGLISH : UI.getCurrent().getLocale();
        return DateTimeFormatter.ofPattern(today ? "HH:mm" : "EEEE HH:mm", locale)
                .format(then);
    }
}

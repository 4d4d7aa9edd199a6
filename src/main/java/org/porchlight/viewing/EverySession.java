package org.porchlight.viewing;

import java.util.Collection;
import org.porchlight.recording.CannotRecord;
import org.porchlight.recording.Recorders;
import org.porchlight.recording.RecordingEnd;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.SettingsChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records every member's viewing, where the house wishes it. What was begun by hand is left alone. Safe for any thread. */
class EverySession {

    private static final Logger log = LoggerFactory.getLogger(EverySession.class);

    private final Recorders recorders;
    private final HouseSettings settings;

    EverySession(Recorders recorders, HouseSettings settings) {
        this.recorders = recorders;
        this.settings = settings;
    }

    void begun(OpenViewing viewing) {
        if (settings.current().recordEverySession()) {
            record(viewing);
        }
    }

    void changed(SettingsChanged changed, Collection<OpenViewing> open) {
        boolean before = changed.before().recordEverySession();
        boolean after = changed.after().recordEverySession();
        if (!before && after) {
            open.forEach(this::record);
        } else if (before && !after) {
            open.forEach(viewing -> recorders.stopAutomatic(viewing.viewing().id(), RecordingEnd.SETTING_CHANGED));
        }
    }

    /** Goes on with those whose recording went wrong; what somebody stopped stays so. */
    void resume(Collection<OpenViewing> open) {
        if (settings.current().recordEverySession()) {
            open.stream()
                    .filter(viewing -> recorders.running(viewing.viewing().id()).problem() != null)
                    .forEach(this::record);
        }
    }

    private void record(OpenViewing viewing) {
        long id = viewing.viewing().id();
        synchronized (viewing) {
            if (viewing.hasEnded()
                    || viewing.viewing().memberId() == Viewing.NO_MEMBER
                    || recorders.running(id).isOn()) {
                return;
            }
            try {
                recorders.startWithFirstPicture(id, viewing.viewing().cameraId());
            } catch (CannotRecord e) {
                log.warn("Viewing {} is not recorded: {}", id, e.sentence());
            }
        }
    }
}

package org.porchlight.viewing;

import org.porchlight.camera.CameraRemoved;
import org.porchlight.camera.ShutterChanged;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends every look through a camera whose shutter was closed, or that was removed. */
@Component
class CamerasGone {

    private final Viewings viewings;

    CamerasGone(Viewings viewings) {
        this.viewings = viewings;
    }

    /** Before pages are told, so that they show what is so. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ShutterChanged change) {
        if (change.now() != null) {
            viewings.endAll(change.camera(), EndReason.SHUTTER_CLOSED);
        }
    }

    /** Likewise. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(CameraRemoved removed) {
        viewings.endAll(removed.camera(), EndReason.CAMERA_REMOVED);
    }
}

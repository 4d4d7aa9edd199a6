package org.porchlight.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import java.util.OptionalLong;
import org.porchlight.account.Member;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.camera.Welcome;

/** Which camera an address of the live page means. */
@SpringComponent
final class LiveAddress {

    /** The parameter that says which; without it, all of them are meant, or the first where only one can be seen. */
    static final String CAMERA = "camera";

    private final Cameras cameras;
    private final Welcome welcome;

    LiveAddress(Cameras cameras, Welcome welcome) {
        this.cameras = cameras;
        this.welcome = welcome;
    }

    /** Of the page that shows this camera alone. */
    static String of(Camera camera) {
        return "camera/" + camera.id();
    }

    /** Empty where whoever comes is led to another page. */
    OptionalLong camera(BeforeEnterEvent event, Member who) {
        Optional<Long> asked = event.getRouteParameters().getLong(CAMERA);
        if (who.owner() && welcome.isDue()) {
            event.forwardTo(WelcomeView.class);
        } else if (asked.isEmpty() && cameras.all().size() > 1 && !Device.isNarrow(event.getUI())) {
            event.rerouteTo(CamerasView.class);
        } else if (asked.isPresent() && cameras.find(asked.get()).isEmpty()) {
            event.rerouteToError(NotFoundException.class);
        } else {
            return OptionalLong.of(asked.orElseGet(() -> cameras.first().id()));
        }
        return OptionalLong.empty();
    }
}

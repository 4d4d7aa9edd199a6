package org.porchlight.camera;

import java.util.ArrayList;
import java.util.List;
import org.porchlight.account.MemberChanged;
import org.porchlight.account.MemberChanged.Change;
import org.porchlight.camera.FoundSource.Kind;
import org.porchlight.media.Source;
import org.porchlight.settings.InvalidInput;
import org.porchlight.settings.OwnersOnly;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The first minute: what the house's first owner can choose as their camera, and whether they have. Safe for any thread. */
@Service
public class Welcome {

    private final JdbcClient database;
    private final AutomaticSource automatic;
    private final Cameras cameras;
    private volatile boolean due;

    Welcome(JdbcClient database, AutomaticSource automatic, Cameras cameras) {
        this.database = database;
        this.automatic = automatic;
        this.cameras = cameras;
        due = database.sql("select count(*) from welcome").query(Long.class).single() > 0;
    }

    /** Whether the first owner has not been welcomed yet. A look into memory. */
    public boolean isDue() {
        return due;
    }

    /** What is there to be chosen; the demo picture last. Looks at each device for a moment. */
    @OwnersOnly
    public List<FoundSource> found() {
        List<FoundSource> found = new ArrayList<>();
        automatic
                .given()
                .ifPresent(given ->
                        found.add(new FoundSource(given, Source.parse(given).display(), "", Kind.GIVEN)));
        Source.devices()
                .forEach((device, name) ->
                        found.add(new FoundSource(device.display(), device.display(), name, Kind.DEVICE)));
        found.add(new FoundSource("demo", "demo", "", Kind.DEMO));
        return found.stream()
                .filter(one -> one.kind() == Kind.GIVEN
                        || automatic.given().filter(one.source()::equals).isEmpty())
                .toList();
    }

    /**
     * Makes this the house's camera, and the welcome is over.
     *
     * @throws InvalidInput when something cannot be taken; nothing is changed then
     */
    @OwnersOnly
    public void use(String name, String source) throws InvalidInput {
        Camera first = cameras.first();
        cameras.save(new Camera(first.id(), name, source, first.width(), first.height()));
        over();
    }

    /** The welcome is over; the camera stays as it is. */
    @OwnersOnly
    public void skip() {
        over();
    }

    private void over() {
        database.sql("delete from welcome").update();
        due = false;
    }

    /**
     * Whoever signs up as an owner is the first one: all others are made owners later. Where a camera was given at start, it is
     * chosen already.
     */
    @EventListener
    void on(MemberChanged change) {
        if (change.what() == Change.SIGNED_UP
                && change.whom().owner()
                && automatic.given().isEmpty()) {
            database.sql("insert or ignore into welcome (id) values (1)").update();
            due = true;
        }
    }
}

package org.porchlight.camera;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.account.Role;
import org.porchlight.account.State;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.PorchlightOptions;
import org.porchlight.settings.Settings;
import org.porchlight.testing.HandClock;
import org.porchlight.testing.TestDatabase;

/** The cameras of a house with the demo picture, where Ana is at home; can be started anew. */
final class CameraHouse implements AutoCloseable {

    static final Instant EVENING = Instant.parse("2026-11-22T17:40:12Z");

    final HandClock clock = new HandClock(EVENING);
    final List<Object> events = new CopyOnWriteArrayList<>();
    final TestDatabase database;
    boolean clockIsTrusted = true;
    Cameras cameras;
    Shutters shutters;

    private final @Nullable String given;

    CameraHouse(Path folder) {
        this(folder, "demo");
    }

    /** @param given the camera that it is started with */
    CameraHouse(Path folder, @Nullable String given) {
        this.given = given;
        database = new TestDatabase(folder);
        cameras = newCameras();
        shutters = newShutters();
    }

    void restart() {
        cameras.close();
        cameras = newCameras();
        shutters = newShutters();
    }

    SourceTrials trials() {
        return new SourceTrials(cameras, clock);
    }

    Welcome welcome() {
        return new Welcome(database.client(), automatic(), cameras);
    }

    private AutomaticSource automatic() {
        return new AutomaticSource(new PorchlightOptions(given, Path.of("data")), new CameraRows(database.client()));
    }

    private Cameras newCameras() {
        CameraRows rows = new CameraRows(database.client());
        HouseSettings settings = Mockito.mock(HouseSettings.class);
        Mockito.when(settings.current()).thenReturn(Settings.defaults());
        return new Cameras(rows, automatic(), settings, events::add, clock);
    }

    private Shutters newShutters() {
        CurrentMember me = Mockito.mock(CurrentMember.class);
        Mockito.when(me.get()).thenReturn(new Member(1, "Ana", Role.MEMBER, State.ACTIVE, EVENING));
        return new Shutters(cameras, me, events::add, clock, clock, () -> clockIsTrusted);
    }

    Camera add(String name) throws Exception {
        return cameras.add(new Camera(Cameras.NEW, name, "demo", 640, 360));
    }

    List<String> names() {
        return cameras.all().stream().map(Camera::name).toList();
    }

    @Override
    public void close() {
        cameras.close();
        database.close();
    }
}

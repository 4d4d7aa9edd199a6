package org.porchlight.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.account.Member;
import org.porchlight.account.MemberChanged;
import org.porchlight.account.MemberChanged.Change;
import org.porchlight.account.Role;
import org.porchlight.account.State;
import org.porchlight.camera.FoundSource.Kind;
import org.porchlight.settings.InvalidInput;

class WelcomeTest {

    @TempDir
    Path temp;

    @Test
    void theFirstOwnerIsWelcomedUntilTheyHaveChosenACamera() throws Exception {
        try (CameraHouse house = new CameraHouse(temp, null)) {
            Welcome welcome = house.welcome();
            assertThat(welcome.isDue()).isFalse();
            welcome.on(signedUp(Role.MEMBER));
            assertThat(welcome.isDue()).isFalse();

            welcome.on(signedUp(Role.OWNER));

            assertThat(welcome.isDue()).isTrue();
            assertThat(house.welcome().isDue()).as("after a restart").isTrue();
            assertThat(welcome.found().getLast().kind()).isEqualTo(Kind.DEMO);
            assertThatThrownBy(() -> welcome.use("", "demo")).isInstanceOf(InvalidInput.class);
            assertThat(welcome.isDue()).isTrue();

            welcome.use("Hall", "demo");

            assertThat(house.cameras.first()).isEqualTo(new Camera(1, "Hall", "demo", 1280, 720));
            assertThat(welcome.isDue()).isFalse();
            assertThat(house.welcome().isDue()).as("after a restart").isFalse();
        }
    }

    @Test
    void whoeverStartedItWithACameraHasChosenOne() {
        try (CameraHouse house = new CameraHouse(temp)) {
            Welcome welcome = house.welcome();
            welcome.on(signedUp(Role.OWNER));
            assertThat(welcome.isDue()).isFalse();
            assertThat(welcome.found()).containsExactly(new FoundSource("demo", "demo", "", Kind.GIVEN));
        }
    }

    private static MemberChanged signedUp(Role role) {
        return new MemberChanged(null, new Member(1, "Ana", role, State.ACTIVE, CameraHouse.EVENING), Change.SIGNED_UP);
    }
}

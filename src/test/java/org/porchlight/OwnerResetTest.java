package org.porchlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.account.AsMember;
import org.porchlight.account.Member;
import org.porchlight.account.Members;
import org.porchlight.account.Passwords;
import org.porchlight.account.Role;
import org.porchlight.account.SetupCode;
import org.porchlight.trail.Trail;
import org.porchlight.trail.TrailLine;
import org.porchlight.trail.What;
import org.porchlight.viewing.LogFilter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The only owner forgot the password, and starts Porchlight anew with the option that helps. */
@TestPropertySource(properties = "porchlight.reset-owner=ana")
@AsMember(value = "Ana", role = Role.OWNER)
class OwnerResetTest extends HouseTest {

    @Autowired
    Announcement announcement;

    @Autowired
    Members members;

    @Autowired
    SetupCode code;

    @Autowired
    Passwords passwords;

    @Autowired
    Trail trail;

    @BeforeEach
    void anaIsTheOwner() throws Exception {
        if (members.none()) {
            assertThat(announcement.lines(8080)).noneMatch(line -> line.contains("ana"));
            members.signUp("Ana", PASSWORD, PASSWORD, code.display());
        }
    }

    @Test
    void theConsoleShowsALinkThatWorksOnceAndTheTrailThatItWasMade() throws Exception {
        String before = secret();
        String link = secret();
        assertThat(passwords.resets(before)).as("of the start before").isEmpty();
        assertThat(passwords.resets(link)).map(Member::username).contains("Ana");

        passwords.reset(link, "behind the green door", "behind the green door");

        assertThat(passwords.resets(link)).as("used").isEmpty();
        List<TrailLine> written = trail.page(LogFilter.ALL, 0, 10);
        assertThat(written)
                .filteredOn(line -> line.what() == What.PERSON)
                .extracting(line -> line.who() + ": " + line.details())
                .contains(
                        ": Made a link for a new password of Ana by starting Porchlight anew",
                        "Ana: Ana chose another password by a link");
    }

    private String secret() {
        String line = announcement.lines(8080).getLast();
        assertThat(line).matches("New password for Ana: http://.+:8080/new-password\\?link=[\\w-]{43}");
        return line.substring(line.indexOf("link=") + 5);
    }
}

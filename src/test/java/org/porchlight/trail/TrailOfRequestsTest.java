package org.porchlight.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.account.AsOwner;
import org.porchlight.account.People;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.token.Token;
import org.porchlight.token.Tokens;
import org.porchlight.viewing.Disconnections;
import org.porchlight.viewing.LogFilter;
import org.porchlight.viewing.Trash;
import org.porchlight.viewing.Viewing;
import org.porchlight.viewing.Viewings;
import org.porchlight.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What real requests leave in the trail of a running server. */
class TrailOfRequestsTest extends WebTest {

    private static final String MARKUP = "<img src=x onerror=alert(1)>";

    @TempDir
    Path folder;

    @Autowired
    Trail trail;

    @Autowired
    People people;

    @Autowired
    Tokens tokens;

    @Autowired
    Trash trash;

    @Autowired
    Disconnections disconnections;

    @Autowired
    Viewings viewings;

    @Autowired
    Cameras cameras;

    @Autowired
    JdbcClient database;

    @Test
    void signingInAndFailingToIsWrittenWithAddressAndDevice() throws Exception {
        signIn(stranger, "Ben", "a wrong password");

        assertThat(lines(What.SIGNED_IN)).extracting(TrailLine::who).contains("Ana", "Ben");
        TrailLine failed = lines(What.SIGN_IN_FAILED).getFirst();
        assertThat(failed.who()).isEqualTo("Ben");
        assertThat(failed.details()).isEqualTo("Name and password do not match");
        assertThat(failed.from().address()).matches("127\\.0\\.0\\.1|0:0:0:0:0:0:0:1|::1|\\[.*1]");
        assertThat(failed.from().device()).isNotEmpty();
    }

    @Test
    void aForgedAddressIsNotWritten() throws Exception {
        send(
                stranger,
                signIn("ben", "wrong", "")
                        .header("X-Forwarded-For", "203.0.113.9")
                        .header("Forwarded", "for=203.0.113.9")
                        .build());

        assertThat(lines(What.SIGN_IN_FAILED).getFirst().from().address()).isNotEqualTo("203.0.113.9");
    }

    @Test
    void watchingAndDownloadingAreOneLineEachHoweverManyRequestsItTakes() throws Exception {
        Viewing viewing = viewings.begin(member("Ana"), 1, "session", "Phone");
        String id = recordingOf(viewing);
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> part = send(
                    ben,
                    request("/recordings/" + id + ".mp4")
                            .header("Range", "bytes=" + i + "-" + (i + 1))
                            .build());
            assertThat(part.statusCode()).isEqualTo(206);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(get(ana, "/recordings/" + id + ".mp4?download").statusCode())
                    .isEqualTo(200);
        }
        assertThat(get(stranger, "/recordings/" + id + ".mp4").statusCode()).isEqualTo(401);

        assertThat(whoDid(What.WATCHED, viewing)).containsExactly("Ben");
        assertThat(whoDid(What.DOWNLOADED, viewing)).containsExactly("Ana");
        assertThat(as("Ben", () -> trail.audiences(List.of(viewing.id()))).values())
                .containsExactly(new Audience(List.of("Ben"), List.of("Ana")));
    }

    @Test
    void markupInAFilesNameStaysInsideItsQuotes() throws Exception {
        Camera before = cameras.first();
        as("Ana", () -> cameras.save(new Camera(1, MARKUP + "\" ;x=\"../..", null, 1280, 720)));
        String id = recordingOf(viewings.begin(member("Ana"), 1, "session", "Phone"));
        as("Ana", () -> cameras.save(before));

        String disposition = get(ana, "/recordings/" + id + ".mp4?download")
                .headers()
                .firstValue("Content-Disposition")
                .orElseThrow();

        assertThat(disposition).startsWith("attachment; filename=").doesNotContain("<", ">", "..", "/", "x=\"");
    }

    @Test
    void whatAnOwnerChangedIsWrittenWithWhatItWasAndWithoutPasswords() throws Exception {
        Camera before = cameras.first();
        as("Ana", () -> cameras.save(new Camera(1, MARKUP, "rtsp://ana:secret@127.0.0.1:9/door?p=secret", 640, 480)));
        as("Ana", () -> cameras.save(before));

        assertThat(lines(What.SETTING))
                .filteredOn(line -> line.who().equals("Ana"))
                .extracting(TrailLine::details)
                .contains("Camera name: " + MARKUP + ", was Front door")
                .anyMatch(details -> details.startsWith("Source of " + MARKUP + ": rtsp://"))
                .noneMatch(details -> details.contains("secret"));
    }

    @Test
    void whatIsDoneToViewingsPeopleAndTokensIsWrittenWithWhoDidIt() throws Exception {
        Viewing bens = viewings.begin(member("Ben"), 1, "bens session", "Phone");
        as("Ana", () -> disconnections.disconnect(bens.id()));
        AsOwner.run(member("Ben"), () -> trash.put(bens.id()));
        AsOwner.run(member("Ana"), () -> {
            people.makeOwner(member("Ben").id());
            people.makeMember(member("Ben").id());
            tokens.revoke(tokens.make("VLC", 1, Token.Kind.LIVE).token().id());
        });

        assertThat(as("Ana", () -> trail.page(LogFilter.ALL, 0, 1000)))
                .extracting(line -> line.who() + ": " + line.what() + ", " + line.details())
                .contains(
                        "Ana: DISCONNECTED, Of Ben",
                        "Ana: PERSON, Made Ben an owner",
                        "Ana: PERSON, Made Ben a member",
                        "Ana: TOKEN, Made one for VLC: Live picture",
                        "Ana: TOKEN, Revoked the one of VLC")
                .anyMatch(line -> line.startsWith("Ben: DELETED, Ben, "));
    }

    @Test
    void onlyOwnersReadIt() {
        assertThatThrownBy(() -> as("Ben", () -> trail.page(LogFilter.ALL, 0, 10)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as("Ben", () -> trail.count(LogFilter.ALL))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as("Ben", () -> trail.names())).isInstanceOf(AccessDeniedException.class);
    }

    private List<String> whoDid(What what, Viewing viewing) throws Exception {
        return lines(what).stream()
                .filter(line -> Objects.equals(line.viewingId(), viewing.id()))
                .map(TrailLine::who)
                .toList();
    }

    /** The newest one first. */
    private List<TrailLine> lines(What what) throws Exception {
        return as("Ana", () -> trail.page(LogFilter.ALL, 0, 1000)).stream()
                .filter(line -> line.what() == what)
                .toList();
    }

    /** One that is finished, of as many bytes as it takes. */
    private String recordingOf(Viewing viewing) throws Exception {
        String id = UUID.randomUUID().toString();
        Files.write(folder.resolve(id + ".mp4"), new byte[1000]);
        database.sql("""
                        INSERT INTO recording (id, viewing_id, camera_id, camera_name, folder, file, asked_at, started_at, state)
                        VALUES (?, ?, 1, ?, ?, ?, ?, ?, 'COMPLETE')""")
                .params(
                        id,
                        viewing.id(),
                        viewing.cameraName(),
                        folder.toString(),
                        id + ".mp4",
                        viewing.startedAt().toEpochMilli(),
                        viewing.startedAt().toEpochMilli())
                .update();
        return id;
    }
}

package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.account.Role;
import org.porchlight.account.State;
import org.porchlight.recording.Recording;
import org.porchlight.recording.RecordingLibrary;
import org.porchlight.recording.Sha256;
import org.porchlight.recording.Snapshot;
import org.porchlight.recording.Snapshots;
import org.porchlight.testing.HandClock;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;

class EvidencePackTest {

    private static final Instant EVENING = Instant.parse("2026-11-22T17:40:12Z");

    @TempDir
    Path temp;

    private final ViewingLog log = mock(ViewingLog.class);
    private final RecordingLibrary library = mock(RecordingLibrary.class);
    private final Snapshots snapshots = mock(Snapshots.class);
    private final CurrentMember me = mock(CurrentMember.class);
    private final List<Object> events = new ArrayList<>();
    private final EvidenceController evidence = new EvidenceController(new EvidencePacks(
            log,
            library,
            snapshots,
            me,
            events::add,
            new HandClock(EVENING.plusSeconds(3600)),
            ZoneId.of("Europe/Berlin")));

    private final Viewing viewing = new Viewing(
            7, 1, "Ana", 1, "Front door", "Phone", EVENING, EVENING.plusSeconds(60), EndReason.LEFT, "A parcel");

    @BeforeEach
    void build() {
        when(me.get()).thenReturn(new Member(3, "Olga", Role.OWNER, State.ACTIVE, EVENING));
        when(log.find(7)).thenReturn(Optional.of(new LogEntry(viewing, List.of())));
    }

    @Test
    void aPackHasTheRecordingItsChecksumAndWhatTheLogSays() throws IOException {
        Path file = Files.writeString(temp.resolve("file.mp4"), "moving pictures");
        recorded(file);
        MockHttpServletResponse answer = new MockHttpServletResponse();
        evidence.evidence(7, answer);

        Map<String, String> pack = Unzipped.of(answer.getContentAsByteArray());
        String name = "Front door 2026-11-22 18.40.12.mp4";
        assertThat(pack).containsOnlyKeys(name, "checksums.sha256", "log.txt", "log.json");
        assertThat(pack).containsEntry(name, "moving pictures");
        assertThat(pack).containsEntry("checksums.sha256", Sha256.of(file) + "  " + name + "\n");
        assertThat(pack.get("log.txt"))
                .contains("Watched by: Ana, Phone", "From: 22 Nov 2026 18:40:12.000 +01:00", "Note: A parcel")
                .contains("Taken out of Porchlight by Olga at 22 Nov 2026 19:40:12.000 +01:00");
        assertThat(pack.get("log.json")).contains("\"exportedBy\" : \"Olga\"", "\"sha256\" : \"" + Sha256.of(file));
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("18.40.12.zip");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(events).containsExactly(new ViewingExported(viewing, 1));
    }

    @Test
    void aPackHasThePicturesThatWereKept() throws IOException {
        Path file = Files.writeString(temp.resolve("picture.jpg"), "a parcel");
        Snapshot first = new Snapshot("a", 7, temp, "picture.jpg", EVENING.plusSeconds(3), 8);
        Snapshot second = new Snapshot("b", 7, temp, "picture.jpg", EVENING.plusSeconds(3), 8);
        Snapshot gone = new Snapshot("c", 7, temp, "gone.jpg", EVENING.plusSeconds(3), 8);
        when(log.find(7)).thenReturn(Optional.of(new LogEntry(viewing, List.of(), List.of(first, second, gone))));
        when(snapshots.file("a")).thenReturn(Optional.of(file));
        when(snapshots.file("b")).thenReturn(Optional.of(file));
        MockHttpServletResponse answer = new MockHttpServletResponse();
        evidence.evidence(7, answer);

        Map<String, String> pack = Unzipped.of(answer.getContentAsByteArray());
        String name = "Front door 2026-11-22 18.40.15.jpg";
        assertThat(pack).containsOnlyKeys("1 " + name, "2 " + name, "checksums.sha256", "log.txt", "log.json");
        assertThat(pack).containsEntry("1 " + name, "a parcel");
        assertThat(pack.get("checksums.sha256")).contains(Sha256.of(file) + "  2 " + name + "\n");
        assertThat(pack.get("log.txt")).contains("Picture: 1 " + name, "Taken: 22 Nov 2026 18:40:15.000 +01:00");
        assertThat(pack.get("log.json")).contains("\"taken\" : \"2026-11-22T17:40:15Z\"");
    }

    @Test
    void membersTakeOutTheirOwnViewingsAndNobodyElses() throws IOException {
        recorded(Files.writeString(temp.resolve("file.mp4"), "moving pictures"));
        when(me.get()).thenReturn(People.named(2, "Ben"));
        assertThatThrownBy(() -> evidence.evidence(7, new MockHttpServletResponse()))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(events).isEmpty();

        when(me.get()).thenReturn(People.named(1, "Ana"));
        MockHttpServletResponse answer = new MockHttpServletResponse();
        evidence.evidence(7, answer);
        assertThat(Unzipped.of(answer.getContentAsByteArray())).hasSize(4);
    }

    @Test
    void withoutAnythingToSeeThereIsNoPack() throws IOException {
        for (long id : new long[] {7, 8}) {
            MockHttpServletResponse answer = new MockHttpServletResponse();
            evidence.evidence(id, answer);
            assertThat(answer.getStatus()).isEqualTo(404);
        }
        assertThat(events).isEmpty();
    }

    private void recorded(Path file) {
        Recording recording = new Recording(
                "00000000-0000-0000-0000-000000000001",
                7,
                1,
                "Front door",
                temp,
                "file.mp4",
                EVENING,
                EVENING,
                Duration.ofSeconds(3),
                15,
                0,
                Recording.State.COMPLETE,
                null,
                null,
                false,
                null);
        when(log.find(7)).thenReturn(Optional.of(new LogEntry(viewing, List.of(recording))));
        when(library.file(recording)).thenReturn(Optional.of(file));
    }
}

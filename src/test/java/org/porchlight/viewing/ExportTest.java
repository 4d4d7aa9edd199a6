package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.recording.Recording;
import org.porchlight.recording.Sha256;
import org.porchlight.recording.Snapshot;
import org.porchlight.testing.HandClock;
import org.porchlight.viewing.ArchiveProgress.State;
import org.springframework.mock.web.MockHttpServletResponse;

/** The log as a list, and recordings as one archive. */
class ExportTest extends LogHouse {

    private static final String SUM_OF_ONE = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";
    private static final String SUM_OF_TWO = "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3";

    private final HandClock clock = new HandClock(EVENING);
    private final List<ArchiveProgress> told = new ArrayList<>();
    private final Map<Long, List<Recording>> recordings = new HashMap<>();
    private Archives archives;
    private ExportController exports;

    @BeforeEach
    void build() {
        archives = new Archives(log, library, snapshots, me, clock, BERLIN);
        exports = new ExportController(log, archives, events::add, clock, BERLIN);
        when(library.of(any())).thenReturn(recordings);
    }

    @Test
    void theListHasWhatTheFilterLeavesAndIsHarmless() throws IOException {
        long parcel = viewing(EVENING, "Ana", "He said \"a parcel\", and left");
        rows.end(parcel, EVENING.plusSeconds(61), EndReason.LEFT);
        when(snapshots.of(any())).thenReturn(Map.of(parcel, List.of(picture(parcel), picture(parcel))));
        viewing(EVENING.minusSeconds(60), "=HYPERLINK(1)", "+1");
        viewing(EVENING.minusSeconds(120), "-2", "@SUM(A1)");
        viewing(EVENING.minus(Duration.ofDays(9)), "Ben", "");

        MockHttpServletResponse answer = new MockHttpServletResponse();
        exports.log(null, null, null, null, null, answer);
        String[] lines = answer.getContentAsString(StandardCharsets.UTF_8).split("\r\n", -1);
        assertThat(lines[0])
                .isEqualTo("\uFEFFBegan,Ended,Seconds,Person,Device,Camera,How it ended,Note,"
                        + "Recorded seconds,Recorded bytes,Pictures,Kept");
        assertThat(lines[1])
                .isEqualTo("2026-11-22T18:40:12+01:00,2026-11-22T18:41:13+01:00,61,Ana,Phone,Front door,"
                        + "Closed the page,\"He said \"\"a parcel\"\", and left\",,,2,");
        assertThat(lines[2]).contains(",'=HYPERLINK(1),").contains(",'+1,");
        assertThat(lines[3]).contains(",'-2,").contains(",'@SUM(A1),");
        assertThat(lines).hasSize(6);
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("18.40.12.csv");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(events).containsExactly(new LogExported(4));

        MockHttpServletResponse one = new MockHttpServletResponse();
        exports.log(null, null, "Ben", null, null, one);
        assertThat(one.getContentAsString(StandardCharsets.UTF_8).lines()).hasSize(2);
    }

    @Test
    void aLongListHasEveryLineOnceThoughManyBeganAtOnce() throws IOException {
        for (int i = 0; i < 1201; i++) {
            viewing(EVENING.minusSeconds(i / 700), "Ana", Integer.toString(i));
        }
        MockHttpServletResponse answer = new MockHttpServletResponse();
        exports.log(null, null, null, null, null, answer);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8).lines().skip(1))
                .hasSize(1201)
                .doesNotHaveDuplicates();
    }

    @Test
    void anArchiveHasEveryRecordingAndPictureWithTheirChecksumsAndSaysWhatIsMissing() throws IOException {
        recording("one");
        Recording second = recording("two");
        when(library.download(recording(""))).thenThrow(new NoSuchFileException("gone"));
        Snapshot picture = picture(second.viewingId());
        Path file = Files.writeString(temp.resolve("picture.jpg"), "jpg");
        when(snapshots.of(any())).thenReturn(Map.of(second.viewingId(), List.of(picture)));
        when(snapshots.file(picture.id())).thenReturn(Optional.of(file));
        Archive archive = prepare();

        MockHttpServletResponse answer = new MockHttpServletResponse();
        exports.archive(archive.id(), answer);
        Map<String, String> files = Unzipped.of(answer.getContentAsByteArray());
        assertThat(files)
                .containsExactly(
                        Map.entry("Front door 2026-11-22 18.40.12.mp4", "one"),
                        Map.entry("Front door 2026-11-22 18.40.12 (2).mp4", "two"),
                        Map.entry("Front door 2026-11-22 18.40.12.jpg", "jpg"),
                        Map.entry(
                                "checksums.sha256",
                                SUM_OF_ONE + "  Front door 2026-11-22 18.40.12.mp4\n" + SUM_OF_TWO
                                        + "  Front door 2026-11-22 18.40.12 (2).mp4\n" + Sha256.of(file)
                                        + "  Front door 2026-11-22 18.40.12.jpg\n"),
                        Map.entry(
                                "What is missing.txt",
                                "Front door 2026-11-22 18.40.12 (3).mp4: its file is not there.\n"));
        assertThat(told.getLast()).isEqualTo(new ArchiveProgress(State.SENT, 4, 4, 9, 12));
    }

    @Test
    void aFileThatBreaksOffLeavesTheRestWhole() throws IOException {
        Recording broken = recording("");
        InputStream content = mock(InputStream.class);
        when(content.read(any(), anyInt(), anyInt())).thenReturn(3).thenThrow(new IOException("a bad sector"));
        when(library.download(broken)).thenReturn(content);
        recording("two");

        MockHttpServletResponse answer = new MockHttpServletResponse();
        exports.archive(prepare().id(), answer);
        assertThat(Unzipped.of(answer.getContentAsByteArray()))
                .containsEntry("Front door 2026-11-22 18.40.12 (2).mp4", "two")
                .containsEntry("checksums.sha256", SUM_OF_TWO + "  Front door 2026-11-22 18.40.12 (2).mp4\n")
                .containsEntry(
                        "What is missing.txt",
                        "Front door 2026-11-22 18.40.12.mp4: only its beginning could be read.\n");
    }

    @Test
    void anArchiveThatIsCancelledEnds() throws IOException {
        recording("one");
        Archive archive = prepare();
        archive.cancel();
        assertThatThrownBy(() -> exports.archive(archive.id(), new MockHttpServletResponse()))
                .isInstanceOf(IOException.class);
        assertThat(told.getLast().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void anArchiveIsForWhoPreparedItAndOnce() throws IOException {
        recording("one");
        Archive archive = prepare();
        when(me.get()).thenReturn(People.named(2, "Ben"));
        assertThat(status(archive.id())).isEqualTo(404);
        when(me.get()).thenReturn(People.named(1, "Ana"));
        assertThat(status(archive.id())).isEqualTo(200);
        assertThat(status(archive.id())).isEqualTo(404);
        assertThat(status(UUID.randomUUID().toString())).isEqualTo(404);
    }

    @Test
    void withoutRecordingsAndPicturesThereIsNoArchive() {
        assertThat(archives.prepare(List.of(viewing(EVENING, "Ana", ""), 99L))).isEmpty();
    }

    private int status(String id) throws IOException {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        exports.archive(id, answer);
        return answer.getStatus();
    }

    /** Of everything that was recorded. */
    private Archive prepare() {
        Archive archive = archives.prepare(recordings.keySet()).orElseThrow();
        archive.onProgress(told::add);
        return archive;
    }

    /** Of a viewing of its own. */
    private Recording recording(String content) throws IOException {
        long viewing = viewing(EVENING, "Ana", "");
        Recording recording = new Recording(
                UUID.randomUUID().toString(),
                viewing,
                1,
                "Front door",
                temp,
                "file.mp4",
                EVENING,
                EVENING,
                Duration.ofSeconds(3),
                3,
                0,
                Recording.State.COMPLETE,
                null,
                null,
                false,
                null);
        recordings.put(viewing, List.of(recording));
        when(library.download(recording))
                .thenReturn(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        return recording;
    }

    private Snapshot picture(long viewing) {
        return new Snapshot(UUID.randomUUID().toString(), viewing, temp, "picture.jpg", EVENING, 3);
    }

    private long viewing(Instant at, String username, String note) {
        long id = rows.insert(new Viewing(0, 1, username, 1, "Front door", "Phone", at, null, null, null));
        rows.note(id, note);
        return id;
    }
}

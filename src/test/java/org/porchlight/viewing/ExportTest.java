package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.account.CurrentMember;
import org.porchlight.recording.Recording;
import org.porchlight.recording.RecordingLibrary;
import org.porchlight.recording.Snapshots;
import org.porchlight.testing.HandClock;
import org.porchlight.testing.TestDatabase;
import org.porchlight.viewing.ArchiveProgress.State;
import org.springframework.mock.web.MockHttpServletResponse;

/** The log as a list, and recordings as one archive. */
class ExportTest {

    private static final Instant EVENING = Instant.parse("2026-11-22T17:40:12Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    Path temp;

    private final RecordingLibrary library = mock(RecordingLibrary.class);
    private final CurrentMember me = mock(CurrentMember.class);
    private final HandClock clock = new HandClock(EVENING);
    private final List<Object> events = new ArrayList<>();
    private final List<ArchiveProgress> told = new ArrayList<>();
    private TestDatabase database;
    private ViewingRows rows;
    private Archives archives;
    private ExportController exports;

    @BeforeEach
    void build() {
        database = new TestDatabase(temp);
        rows = new ViewingRows(database.client(), database.template(), database.transaction());
        ViewingLog log = new ViewingLog(
                database.client(),
                rows,
                new LogTally(database.client(), BERLIN),
                library,
                mock(Snapshots.class),
                new ViewingRights(rows, me),
                events::add,
                BERLIN);
        archives = new Archives(library, me, clock, BERLIN);
        exports = new ExportController(log, archives, library, events::add, clock, BERLIN);
        when(me.get()).thenReturn(People.named(1, "Ana"));
        when(library.of(any())).thenReturn(Map.of());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theListHasWhatTheFilterLeavesAndIsHarmless() throws IOException {
        long parcel = viewing(EVENING, "Ana", "He said \"a parcel\", and left");
        rows.end(parcel, EVENING.plusSeconds(61), EndReason.LEFT);
        viewing(EVENING.minusSeconds(60), "=HYPERLINK(1)", "+1");
        viewing(EVENING.minusSeconds(120), "-2", "@SUM(A1)");
        viewing(EVENING.minus(Duration.ofDays(9)), "Ben", "");

        MockHttpServletResponse answer = new MockHttpServletResponse();
        exports.log(null, null, null, null, null, answer);
        String[] lines = answer.getContentAsString(StandardCharsets.UTF_8).split("\r\n", -1);
        assertThat(lines[0])
                .isEqualTo("\uFEFFBegan,Ended,Seconds,Person,Device,Camera,How it ended,Note,"
                        + "Recorded seconds,Recorded bytes,Kept");
        assertThat(lines[1])
                .isEqualTo("2026-11-22T18:40:12+01:00,2026-11-22T18:41:13+01:00,61,Ana,Phone,Front door,"
                        + "Closed the page,\"He said \"\"a parcel\"\", and left\",,,");
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
    void anArchiveHasEveryRecordingAndSaysWhatIsMissing() throws IOException {
        Recording first = recording(1, "one");
        Recording second = recording(2, "two");
        Recording gone = recording(3, "");
        when(library.download(gone)).thenThrow(new NoSuchFileException("gone"));
        Archive archive = prepare(first, second, gone);

        MockHttpServletResponse answer = new MockHttpServletResponse();
        exports.archive(archive.id(), answer);
        Map<String, String> files = unpack(answer.getContentAsByteArray());
        assertThat(files)
                .containsExactly(
                        Map.entry("Front door 2026-11-22 18.40.12.mp4", "one"),
                        Map.entry("Front door 2026-11-22 18.40.12 (2).mp4", "two"),
                        Map.entry(
                                "What is missing.txt",
                                "Front door 2026-11-22 18.40.12 (3).mp4: its file is not there.\n"));
        assertThat(told.getLast()).isEqualTo(new ArchiveProgress(State.SENT, 3, 3, 6, 9));
    }

    @Test
    void aFileThatBreaksOffLeavesTheRestWhole() throws IOException {
        Recording broken = recording(1, "");
        InputStream content = mock(InputStream.class);
        when(content.read(any(byte[].class))).thenReturn(3).thenThrow(new IOException("a bad sector"));
        when(library.download(broken)).thenReturn(content);
        Recording whole = recording(2, "two");

        MockHttpServletResponse answer = new MockHttpServletResponse();
        exports.archive(prepare(broken, whole).id(), answer);
        assertThat(unpack(answer.getContentAsByteArray()))
                .containsEntry("Front door 2026-11-22 18.40.12 (2).mp4", "two")
                .containsEntry(
                        "What is missing.txt",
                        "Front door 2026-11-22 18.40.12.mp4: only its beginning could be read.\n");
    }

    @Test
    void anArchiveThatIsCancelledEnds() throws IOException {
        Archive archive = prepare(recording(1, "one"));
        archive.cancel();
        assertThatThrownBy(() -> exports.archive(archive.id(), new MockHttpServletResponse()))
                .isInstanceOf(IOException.class);
        assertThat(told.getLast().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void anArchiveIsForWhoPreparedItAndOnce() throws IOException {
        Archive archive = prepare(recording(1, "one"));
        when(me.get()).thenReturn(People.named(2, "Ben"));
        assertThat(status(archive.id())).isEqualTo(404);
        when(me.get()).thenReturn(People.named(1, "Ana"));
        assertThat(status(archive.id())).isEqualTo(200);
        assertThat(status(archive.id())).isEqualTo(404);
        assertThat(status(UUID.randomUUID().toString())).isEqualTo(404);
    }

    @Test
    void withoutRecordingsThereIsNoArchive() {
        assertThat(archives.prepare(List.of(1L, 2L))).isEmpty();
    }

    private int status(String id) throws IOException {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        exports.archive(id, answer);
        return answer.getStatus();
    }

    private Archive prepare(Recording... recordings) {
        Map<Long, List<Recording>> all = new LinkedHashMap<>();
        for (Recording recording : recordings) {
            all.put(recording.viewingId(), List.of(recording));
        }
        when(library.of(any())).thenReturn(all);
        Archive archive = archives.prepare(all.keySet()).orElseThrow();
        archive.onProgress(told::add);
        return archive;
    }

    private Recording recording(long viewing, String content) throws IOException {
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
        when(library.download(recording))
                .thenReturn(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        return recording;
    }

    private long viewing(Instant at, String username, String note) {
        long id = rows.insert(new Viewing(0, 1, username, 1, "Front door", "Phone", at, null, null, null));
        rows.note(id, note);
        return id;
    }

    private static Map<String, String> unpack(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}

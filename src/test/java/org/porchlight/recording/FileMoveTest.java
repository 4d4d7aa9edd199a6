package org.porchlight.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.porchlight.recording.FileMove.Step;
import org.porchlight.recording.MoveRows.OnItsWay;
import org.porchlight.testing.TestDatabase;

class FileMoveTest {

    @TempDir
    Path temp;

    private TestDatabase database;
    private Shelf shelf;
    private RecordingRows rows;
    private MoveRows moves;
    private FileMove move;
    private Path from;
    private Path to;

    @BeforeEach
    void build() throws IOException {
        database = new TestDatabase(temp);
        rows = new RecordingRows(database.client());
        moves = new MoveRows(database.client());
        move = new FileMove(moves);
        from = Files.createDirectory(temp.resolve("from"));
        to = Files.createDirectory(temp.resolve("to"));
        shelf = new Shelf(database.client());
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** The plug is pulled: nothing is done any more, not even what is done when something fails. */
    private static class PulledPlug extends Error {
        private static final long serialVersionUID = 1;
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void eachStepMayBeTheLast(Step last) throws Exception {
        byte[] content = new byte[2_500_000];
        new Random(1).nextBytes(content);
        Recording recording = shelf.put(from, "2026-11-22", content);

        assertThatThrownBy(() -> move.move(way(recording), step -> {
                    assertThat(watched(recording)).as("after %s", step).isEqualTo(content);
                    if (step == last) {
                        throw new PulledPlug();
                    }
                }))
                .isInstanceOf(PulledPlug.class);
        assertThat(watched(recording)).isEqualTo(content);

        FileMove afterTheRestart = new FileMove(moves);
        afterTheRestart.tidy(step -> {});
        assertThat(watched(recording)).isEqualTo(content);
        assertThat(moves.onItsWay()).isEmpty();
        assertThat(files()).as("no copy is left").hasSize(1);

        if (rows.find(recording.id()).orElseThrow().folder().equals(from)) {
            afterTheRestart.move(way(recording), step -> {});
        }
        assertThat(rows.find(recording.id()).orElseThrow().folder()).isEqualTo(to);
        assertThat(watched(recording)).isEqualTo(content);
        assertThat(files()).containsExactly(to.resolve(recording.file()));
        assertThat(from).as("no empty day is left").isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"OTHER_REMOVED", "FORGOTTEN"})
    void puttingInOrderMayBeCutOffToo(Step last) throws Exception {
        Recording recording = shelf.put(from, "2026-11-22", "a picture");
        assertThatThrownBy(() -> move.move(way(recording), plugPulledAfter(Step.NAMED)))
                .isInstanceOf(PulledPlug.class);
        assertThatThrownBy(() -> move.tidy(plugPulledAfter(last))).isInstanceOf(PulledPlug.class);

        move.tidy(step -> {});

        assertThat(watched(recording)).asString().isEqualTo("a picture");
        assertThat(files()).hasSize(1);
    }

    @Test
    void whatIsDeletedOnItsWayIsGoneInBothFolders() throws Exception {
        Recording recording = shelf.put(from, "2026-11-22", "a picture");
        move.move(way(recording), step -> {
            if (step == Step.NAMED) {
                rows.deleting(recording.id());
                assertThat(from.resolve(recording.file()).toFile().delete()).isTrue();
                rows.delete(recording.id());
            }
        });
        assertThat(files()).isEmpty();
        assertThat(moves.onItsWay()).isEmpty();
    }

    @Test
    void aMarkedDeleteIsNotUndoneByAMove() throws Exception {
        Recording recording = shelf.put(from, "2026-11-22", "a picture");
        move.move(way(recording), step -> {
            if (step == Step.VERIFIED) {
                rows.deleting(recording.id());
            }
        });
        assertThat(files()).containsExactly(from.resolve(recording.file()));
    }

    @Test
    void theOnlyWholeFileIsNeverRemoved() throws Exception {
        Recording recording = shelf.put(from, "2026-11-22", "a picture");
        assertThatThrownBy(() -> move.move(way(recording), plugPulledAfter(Step.ROW_WRITTEN)))
                .isInstanceOf(PulledPlug.class);
        Files.delete(to.resolve(recording.file())); // the new disk lost it
        move.tidy(step -> {});
        assertThat(from.resolve(recording.file())).hasContent("a picture");
    }

    @Test
    void whoReadsTheOldFileReadsItToItsEnd() throws Exception {
        Recording recording = shelf.put(from, "2026-11-22", "a long picture");
        try (var reader = Files.newInputStream(RecordingFolder.locate(recording))) {
            assertThat(reader.readNBytes(6)).asString().isEqualTo("a long");
            move.move(way(recording), step -> {});
            assertThat(reader.readAllBytes()).asString().isEqualTo(" picture");
        }
    }

    @Test
    void theSameFolderUnderAnotherNameKeepsItsOnlyFile() throws Exception {
        Recording recording = shelf.put(from, "2026-11-22", "a picture");
        Path link = Files.createSymbolicLink(temp.resolve("link"), from);
        OnItsWay way = new OnItsWay(recording.id(), recording.file(), from, link);

        move.move(way, step -> {});

        assertThat(rows.find(recording.id()).orElseThrow().folder()).isEqualTo(link);
        assertThat(watched(recording)).asString().isEqualTo("a picture");
        moves.note(way); // as a move left it that was broken off
        move.tidy(step -> {});
        assertThat(watched(recording)).asString().isEqualTo("a picture");
    }

    @Test
    void aRowThatPointsOutsideItsFolderIsNotMoved() throws Exception {
        Files.writeString(temp.resolve("secret.mp4"), "secret");
        OnItsWay outside = new OnItsWay("x", "../secret.mp4", from, to);
        assertThatThrownBy(() -> move.move(outside, step -> {})).isInstanceOf(IOException.class);
        assertThat(temp.resolve("secret.mp4")).exists();
    }

    private static FileMove.Steps plugPulledAfter(Step last) {
        return step -> {
            if (step == last) {
                throw new PulledPlug();
            }
        };
    }

    private OnItsWay way(Recording recording) {
        return new OnItsWay(recording.id(), recording.file(), from, to);
    }

    /** What a player gets. */
    private byte[] watched(Recording recording) {
        try {
            return Files.readAllBytes(
                    RecordingFolder.locate(rows.find(recording.id()).orElseThrow()));
        } catch (IOException e) {
            throw new AssertionError("The recording cannot be watched", e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Stream.concat(Files.walk(from), Files.walk(to))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}

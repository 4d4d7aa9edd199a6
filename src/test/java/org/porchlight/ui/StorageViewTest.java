package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Mp4Recorder;
import org.porchlight.recording.FoundFiles;
import org.porchlight.recording.Moves;
import org.porchlight.recording.Recording;
import org.porchlight.recording.Shelf;
import org.porchlight.settings.HouseSettings;
import org.porchlight.testing.TestSettings;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.LogFilter;
import org.porchlight.viewing.LogSort;
import org.porchlight.viewing.Trash;
import org.porchlight.viewing.ViewingLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class StorageViewTest extends OwnerPageTest {

    @TempDir
    Path temp;

    @Autowired
    HouseSettings settings;

    @Autowired
    Cameras cameras;

    @Autowired
    JdbcClient database;

    @Autowired
    ViewingLog log;

    @Autowired
    Moves moves;

    @Autowired
    FoundFiles files;

    @Autowired
    Trash trash;

    private Path folder;

    @BeforeEach
    void emptyFolder() throws Exception {
        database.sql("DELETE FROM recording").update();
        database.sql("DELETE FROM viewing").update();
        folder = temp.resolve("recordings");
        settings.save(TestSettings.in(folder));
    }

    @Test
    void aFileThatTheLogDoesNotKnowIsTakenIntoIt() throws Exception {
        film("from the old computer.mp4");
        look();
        click("Take from the old computer.mp4 into the log");

        LogEntry entry = log.page(LogFilter.ALL, LogSort.NEWEST_FIRST, 0, 10).getFirst();
        assertThat(entry.viewing().username()).isEqualTo("Found");
        assertThat(entry.viewing().note()).isEqualTo("Found as from the old computer.mp4");
        assertThat(entry.viewing().isOpen()).isFalse();
        Recording recording = entry.playable().getFirst();
        assertThat(recording.length()).isPositive();
        assertThat(recording.kept())
                .as("an old file is not removed for its age the next minute")
                .isTrue();
        assertThat($(StorageRow.class).all())
                .noneMatch(row -> row.getElement().getTextRecursively().contains("old computer"));
    }

    @Test
    void aFoundFileIsDeletedOnceSomebodyIsSure() throws Exception {
        Path film = film("door.mp4");
        Files.writeString(folder.resolve("no film.mp4"), "words");
        Files.setLastModifiedTime(folder.resolve("no film.mp4"), FileTime.from(Instant.EPOCH));
        look();
        assertThat(text()).anyMatch(line -> line.contains("1 file holds no pictures"));

        click("Delete door.mp4");
        assertThat(film).exists();
        test($(ConfirmDialog.class).single()).confirm();

        assertThat(film).doesNotExist();
        assertThat(folder.resolve("no film.mp4")).exists();
    }

    @Test
    void aFileThatIsGoneMeanwhileLeavesNoLineInTheLog() throws Exception {
        Path film = film("door.mp4");
        look();
        Files.delete(film);
        click("Take door.mp4 into the log");

        assertThat(test($(Notification.class).single()).getText()).startsWith("The file is gone.");
        assertThat(log.summary(LogFilter.ALL).viewings()).isZero();
    }

    @Test
    void recordingsInAnotherFolderAreMovedWhenAnOwnerWishes() throws Exception {
        Path before = Files.createDirectory(temp.resolve("before"));
        Recording recording = new Shelf(database).put(before, "2026-11-22", "what was seen");
        navigate(StorageView.class);
        assertThat(text()).anyMatch(line -> line.startsWith("1 file, ") && line.contains("is not in " + folder));

        click("Move them");

        await(() -> Files.exists(folder.resolve(recording.file())));
        await(() -> moves.now().left() == 0);
        assertThat(before.resolve(recording.file())).doesNotExist();
    }

    @Test
    void theWholeTrashIsEmptiedOnceSomebodyIsSure() throws Exception {
        Recording recording = new Shelf(database).put(folder, "2026-11-22", "what was seen");
        trash.put(recording.viewingId());
        navigate(StorageView.class);
        click("Empty trash");
        assertThat(folder.resolve(recording.file())).exists();

        test($(ConfirmDialog.class).single()).confirm();

        assertThat(folder.resolve(recording.file())).doesNotExist();
        assertThat(trash.lines()).isEmpty();
        assertThat(text()).contains("The trash is empty.");
    }

    @Test
    void whatWasRecordedIsShownByDay() throws Exception {
        Shelf shelf = new Shelf(database);
        Recording today = shelf.put(folder, "2026-11-22", "0123456789");
        Instant noon = LocalDate.now(ZoneId.systemDefault())
                .atStartOfDay(ZoneId.systemDefault())
                .toInstant();
        database.sql("UPDATE recording SET asked_at = :at, started_at = :at")
                .param("at", noon.toEpochMilli())
                .update();
        navigate(StorageView.class);
        await(() -> $(ListItem.class).all().size() == 30);

        assertThat($(ListItem.class).all().getLast().getElement().getTextRecursively())
                .contains("1 kB, 1 recording");
        assertThat(summary()).startsWith("1 kB of recordings. ").endsWith(".");
        assertThat($(StorageRow.class).first().getElement().getTextRecursively())
                .containsPattern("Front door, today at (00:00|12:00\\hAM)")
                .contains("Goes on ");
        assertThat(today.bytes()).isEqualTo(10);
    }

    /** A real one, of the demo picture; so old that it is surely whole. */
    private Path film(String name) throws Exception {
        Path file = folder.resolve(name);
        CompletableFuture<Mp4Recorder.Result> done = new CompletableFuture<>();
        try (Mp4Recorder recorder =
                Mp4Recorder.start(cameras.capture(cameras.first().id()).h264(), file, Duration.ZERO, done::complete)) {
            await(() -> file.toFile().length() > 20_000);
            recorder.stop();
            done.get(20, TimeUnit.SECONDS);
        }
        return Files.setLastModifiedTime(
                file,
                FileTime.from(Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60)));
    }

    private void look() {
        navigate(StorageView.class);
        files.lookAgain();
        await(() -> !files.now().looking());
        roundTrip();
    }

    private void await(BooleanSupplier condition) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            roundTrip();
            return condition.getAsBoolean();
        });
    }

    private void click(String name) {
        test($(Button.class)
                        .withCondition(button -> name.equals(button.getElement().getAttribute("aria-label"))
                                || name.equals(button.getText()))
                        .single())
                .click();
    }

    private String summary() {
        return $(Paragraph.class).first().getText();
    }

    private List<String> text() {
        return Stream.concat(
                        $(Paragraph.class).all().stream().map(Paragraph::getText),
                        $(Span.class).all().stream().map(Span::getText))
                .toList();
    }
}

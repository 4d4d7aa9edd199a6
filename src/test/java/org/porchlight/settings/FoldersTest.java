package org.porchlight.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.testing.TestSettings;

class FoldersTest {

    @TempDir
    Path temp;

    private final HouseSettings settings = mock(HouseSettings.class);
    private Pi pi;
    private Folders folders;

    @BeforeEach
    void start() throws IOException {
        pi = new Pi(temp);
        when(settings.current()).thenReturn(TestSettings.in(pi.card.resolve("recordings")));
        folders = new Folders(settings, pi.disks);
    }

    @Test
    void aFolderOnAnotherDiskIsWelcomeAndNotMadeByTrying() {
        FolderFindings found = folders.tryOut(pi.usb.resolve("door/recordings"));
        assertThat(found.problem()).isNull();
        assertThat(found.sameDisk()).isFalse();
        assertThat(found.freeBytes()).isPositive();
        assertThat(pi.usb).isEmptyDirectory();
    }

    @Test
    void theSystemsMemoryCardIsWarnedOf() {
        FolderFindings found = folders.tryOut(pi.card.resolve("films"));
        assertThat(found.problem()).isNull();
        assertThat(found.sameDisk()).isTrue();
        assertThat(found.warnings()).anyMatch(warning -> warning.toString().startsWith("This is the memory card"));
    }

    @Test
    void aFolderInMemoryIsWarnedOf() {
        assertThat(folders.tryOut(pi.memory).warnings())
                .anyMatch(warning -> warning.toString().contains("is in memory"));
    }

    @Test
    void whatBelongsToTheSystemIsRefused() {
        for (String system : new String[] {"/usr", "/etc", "/proc"}) {
            assertThat(folders.tryOut(Path.of(system)).problem()).asString().contains("belongs to the system");
        }
    }

    @Test
    void whatATrialLeftThatWasCutOffIsRemovedByTheNextOne() throws IOException {
        Path left = Files.createFile(pi.usb.resolve(".porchlight-17.tmp"));
        Path renamed = Files.createFile(pi.usb.resolve(".porchlight-18.tmp2"));
        Path goesOn = Files.createFile(pi.usb.resolve(".porchlight-19.tmp"));
        Path marker = Files.createFile(pi.usb.resolve(".porchlight-disk"));
        for (Path old : List.of(left, renamed, marker)) {
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        }

        assertThat(folders.tryOut(pi.usb.resolve("films")).problem()).isNull();

        assertThat(List.of(left, renamed)).allSatisfy(file -> assertThat(file).doesNotExist());
        assertThat(List.of(goesOn, marker)).allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void lookingAtAFolderNeverHindersWhoSavesItMeanwhile() throws Exception {
        try (ExecutorService looking = Executors.newSingleThreadExecutor()) {
            for (int n = 0; n < 200; n++) {
                Path films = pi.usb.resolve("films" + n);
                Future<?> look = looking.submit(() -> folders.tryOut(films));
                assertThat(new FolderTrial(films).problem()).isEmpty();
                look.get();
                assertThat(films).isEmptyDirectory();
            }
        }
    }
}

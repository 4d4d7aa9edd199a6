package org.porchlight.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisksTest {

    @TempDir
    Path temp;

    private Pi pi;

    @BeforeEach
    void start() throws IOException {
        pi = new Pi(temp);
    }

    @Test
    void theCardThatTheSystemRunsFromIsKnown() {
        assertThat(pi.disks.of(pi.card)).contains(new Disk("mmcblk0", "ext4", true, true));
    }

    @Test
    void aFolderThatIsNotMadeYetLiesWhereItWould() {
        assertThat(pi.disks.of(pi.usb.resolve("door/recordings"))).contains(new Disk("sda", "ext4", false, false));
    }

    @Test
    void memoryIsNoDisk() {
        Disk memory = disk(pi.memory);
        assertThat(memory.inMemory()).isTrue();
        assertThat(memory.isSameAs(memory)).isFalse();
    }

    @Test
    void memoryThatIsSolderedInIsNoCard() throws IOException {
        pi.cardIs("MMC");
        assertThat(disk(pi.card).sdCard()).isFalse();
        pi.cardIs("SD");
        assertThat(disk(pi.card).sdCard()).isTrue();
    }

    @Test
    void twoFoldersOfOneDiskAreOnTheSame() {
        assertThat(disk(pi.card).isSameAs(disk(temp.resolve("elsewhere")))).isTrue();
        assertThat(disk(pi.card).isSameAs(disk(pi.usb))).isFalse();
    }

    @Test
    void whereTheKernelTellsNothingNothingIsKnown() {
        assertThat(new Disks(temp.resolve("none"), temp).of(pi.card)).isEmpty();
    }

    private Disk disk(Path folder) {
        return pi.disks.of(folder).orElseThrow();
    }
}

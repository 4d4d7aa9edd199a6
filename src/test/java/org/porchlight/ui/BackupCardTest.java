package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;
import org.porchlight.backup.Backups;
import org.springframework.beans.factory.annotation.Autowired;

class BackupCardTest extends OwnerPageTest {

    @Autowired
    Backups backups;

    @Test
    void oneClickMakesABackupToSaveElsewhere() {
        navigate(StorageView.class);
        assertThat($(Span.class).withText("No backup yet").exists()).isTrue();

        test($(Button.class).withText("Back up now").single()).click();
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat($(Span.class).withTextContaining("Last backup: ").exists())
                    .isTrue();
        });

        String name = backups.last().orElseThrow().name();
        assertThat($(Anchor.class).withText("Download").single().getHref()).isEqualTo("backups/" + name);
        assertThat($(Button.class).withText("Back up now").single().isEnabled()).isTrue();
    }
}

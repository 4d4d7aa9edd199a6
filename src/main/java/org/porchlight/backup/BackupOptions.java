package org.porchlight.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.porchlight.settings.PorchlightOptions;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be given at start about backups.
 *
 * @param backupDir folder that backups are written to; null: {@code backups} in the folder of the database
 * @param backupsKept of how many days the last one is kept; 0: none is made but by hand
 * @param restore a backup to bring back, instead of running
 * @param restoreRecordings the folder in which the recordings of that backup are now; null: where they were
 * @param beginAnew whether to begin with an empty database where the one before is damaged and was set aside
 */
@ConfigurationProperties("porchlight")
public record BackupOptions(
        @Nullable Path backupDir,
        @DefaultValue("7") int backupsKept,
        @Nullable Path restore,
        @Nullable Path restoreRecordings,
        @DefaultValue("false") boolean beginAnew) {

    /** What holds when nothing is given. */
    public static BackupOptions defaults() {
        return new BackupOptions(null, 7, null, null, false);
    }

    Path folder(PorchlightOptions house) {
        Path folder = backupDir != null ? backupDir : house.dataDir().resolve("backups");
        return folder.toAbsolutePath().normalize();
    }
}

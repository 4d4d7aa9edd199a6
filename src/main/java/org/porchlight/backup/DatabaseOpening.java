package org.porchlight.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.porchlight.settings.CannotStart;
import org.porchlight.settings.PorchlightOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the database before it is opened. One that is damaged is set aside under another name, and Porchlight does not start: an
 * empty one in its place would look as if everything were lost, and nobody could sign in anyway. So it does not where a restore was
 * cut off while there was none.
 */
public record DatabaseOpening(DatabaseFile database, PorchlightOptions house, BackupOptions options) {

    /** A larger one is looked at while Porchlight runs: a small computer would start too late. */
    static final long LOOKED_AT_BEFORE = 20_000_000;

    private static final Logger log = LoggerFactory.getLogger(DatabaseOpening.class);

    /**
     * Answers when the database can be opened, or begun.
     *
     * @throws CannotStart when there is none that can be, with a sentence that offers the last backup
     */
    public void look() {
        try {
            if (!database.exists()) {
                refuseToBeginAnew();
            } else if (DamageNote.of(database).exists() || Files.size(database.path()) <= LOOKED_AT_BEFORE) {
                refuse(database.damage());
            }
        } catch (IOException | SQLException e) {
            throw cannotUse(e);
        }
    }

    /** What could not be opened may be damaged. */
    public CannotStart refusal(SQLException e) {
        try {
            if (DatabaseFile.isDamage(e)) {
                refuse(Optional.of(String.valueOf(e.getMessage())));
            }
        } catch (IOException more) {
            e.addSuppressed(more);
        }
        return cannotUse(e);
    }

    private CannotStart cannotUse(Exception e) {
        return new CannotStart(
                "Porchlight cannot use its database " + database.path() + ": " + e.getMessage(),
                "See that Porchlight's user may read and write it, that its disk is well, and that no other Porchlight uses it.",
                e);
    }

    private void refuse(Optional<String> damage) throws IOException {
        DamageNote note = DamageNote.of(database);
        if (damage.isPresent()) {
            Path aside = database.setAsideAsDamaged();
            note.remove();
            log.error("The database is damaged ({}) and was set aside as {}", damage.get(), aside);
            throw damaged(aside);
        }
        note.remove();
    }

    private void refuseToBeginAnew() throws IOException {
        if (options.beginAnew()) {
            return;
        }
        Optional<Path> restore = database.leftByRestore();
        if (restore.isPresent()) {
            throw missing(
                    "The database is missing, and a restore, which may have been cut off, left " + restore.get() + ".");
        }
        Optional<Path> damaged = database.damagedBefore();
        if (damaged.isPresent()) {
            throw damaged(damaged.get());
        }
    }

    private CannotStart damaged(Path aside) throws IOException {
        return missing("Porchlight's database was damaged. It is kept as " + aside + ".");
    }

    private CannotStart missing(String why) throws IOException {
        Optional<Path> backup = new BackupFolder(options.folder(house)).newest();
        return new CannotStart(
                why,
                backup.map(file -> "Bring the last backup back with --porchlight.restore=" + file)
                                .orElse("There is no backup in " + options.folder(house)
                                        + ". Bring one back with --porchlight.restore=FILE")
                        + ", or begin anew, with no accounts and an empty log, with --porchlight.begin-anew=true.",
                null);
    }
}

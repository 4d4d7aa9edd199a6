package org.porchlight.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Optional;
import org.porchlight.settings.PorchlightOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks at a large database after the start, beside everything else, page by page. */
@Component
class DatabaseCheck {

    private static final Logger log = LoggerFactory.getLogger(DatabaseCheck.class);

    private final DatabaseFile database;

    DatabaseCheck(PorchlightOptions house) {
        this.database = DatabaseFile.in(house.dataDir());
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() throws IOException {
        if (Files.size(database.path()) > DatabaseOpening.LOOKED_AT_BEFORE) {
            Thread.ofPlatform()
                    .name("database-check")
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .start(this::check);
        }
    }

    void check() {
        try {
            Optional<String> damage = database.damage();
            if (damage.isPresent()) {
                DamageNote.of(database).write(damage.get());
                log.error(
                        "The database {} is damaged ({}). Stop Porchlight and start it again: it sets the database aside and says"
                                + " how to bring the last backup back.",
                        database.path(),
                        damage.get());
            }
        } catch (SQLException | IOException e) {
            log.warn("The database could not be checked: {}", e.toString());
        }
    }
}

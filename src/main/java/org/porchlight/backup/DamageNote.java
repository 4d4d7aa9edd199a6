package org.porchlight.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says beside a database that damage was found in it while it was in use, so that the next start looks at it before anything else. */
record DamageNote(Path path) {

    static DamageNote of(DatabaseFile database) {
        return new DamageNote(database.path().resolveSibling(DatabaseFile.NAME + ".damaged"));
    }

    boolean exists() {
        return Files.exists(path);
    }

    void write(String damage) throws IOException {
        Files.writeString(path, damage);
    }

    void remove() throws IOException {
        Files.deleteIfExists(path);
    }
}

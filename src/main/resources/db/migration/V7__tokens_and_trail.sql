-- Tokens for other programs. The hash is SHA-256 of 256 random bits: there is nothing to guess, so nothing to slow down.
CREATE TABLE token (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    name      TEXT    NOT NULL,
    camera_id INTEGER NOT NULL,
    kind      TEXT    NOT NULL CHECK (kind IN ('LIVE', 'SNAPSHOT')),
    hash      TEXT    NOT NULL UNIQUE,
    made_by   TEXT    NOT NULL,
    made_at   INTEGER NOT NULL, -- UTC, epoch milliseconds
    used_at   INTEGER           -- null: never; to the minute
);

-- Who did what. Names stand here as they were then: the trail outlives accounts, viewings and recordings.
CREATE TABLE trail (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    at         INTEGER NOT NULL, -- UTC, epoch milliseconds
    who        TEXT    NOT NULL, -- empty: nobody who is known
    what       TEXT    NOT NULL,
    details    TEXT    NOT NULL, -- a sentence's end, for people
    viewing_id INTEGER,          -- whose recording was watched or downloaded
    address    TEXT    NOT NULL,
    device     TEXT    NOT NULL
);

CREATE INDEX trail_by_time ON trail (at);
CREATE INDEX trail_by_viewing ON trail (viewing_id, at) WHERE viewing_id IS NOT NULL;

-- Lines are added, and that is all. Whoever wants old ones gone some day has to drop these in a migration, for all to read.
CREATE TRIGGER trail_is_not_changed BEFORE UPDATE ON trail
BEGIN SELECT RAISE(ABORT, 'The trail is only ever added to'); END;
CREATE TRIGGER trail_is_not_deleted BEFORE DELETE ON trail
BEGIN SELECT RAISE(ABORT, 'The trail is only ever added to'); END;
-- INSERT OR REPLACE deletes without a trigger.
CREATE TRIGGER trail_is_not_replaced BEFORE INSERT ON trail WHEN EXISTS (SELECT 1 FROM trail WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'The trail is only ever added to'); END;

-- Single pictures that somebody kept in the log, beside the viewing in which they were taken. The row comes first, then the file.

CREATE TABLE snapshot (
    id         TEXT    PRIMARY KEY,  -- a UUID; also the file's name
    viewing_id INTEGER NOT NULL,     -- no reference: a viewing can go, in several ways, and the house clears up after it
    folder     TEXT    NOT NULL,     -- absolute, as it was set then
    file       TEXT    NOT NULL,     -- below the folder: yyyy-MM-dd/<id>.jpg
    taken_at   INTEGER NOT NULL,
    bytes      INTEGER NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('WRITING', 'KEPT'))
);

CREATE INDEX snapshot_by_viewing ON snapshot (viewing_id, taken_at);
CREATE INDEX snapshot_by_age ON snapshot (taken_at);

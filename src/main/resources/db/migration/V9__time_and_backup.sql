-- What a finished recording's file is known by; null until it was read for that.
ALTER TABLE recording ADD COLUMN sha256 TEXT;
CREATE INDEX recording_without_checksum ON recording (id) WHERE sha256 IS NULL AND state IN ('COMPLETE', 'RECOVERED');

-- When this house was last seen, by a clock that was believed: a start at a very different time is not.
CREATE TABLE house_clock (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    seen_at INTEGER NOT NULL -- UTC, epoch milliseconds
);

-- How long lines of the log and of the trail are kept: one row, written when an owner first decides.
CREATE TABLE log_retention (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    months INTEGER NOT NULL CHECK (months >= 0) -- 0: for ever
);

-- The trail is still only added to. Two things may be done to it all the same, and only while this says so, which it does for the
-- length of one transaction: lines from before a time may go, and a name may be struck out. See docs/decisions.
CREATE TABLE trail_permit (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    delete_before INTEGER, -- null: nothing may go
    erase_name    TEXT     -- null: no name may be struck out
);

DROP TRIGGER trail_is_not_changed;
DROP TRIGGER trail_is_not_deleted;
CREATE TRIGGER trail_is_not_changed BEFORE UPDATE ON trail
WHEN NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.what <> OLD.what OR NEW.viewing_id IS NOT OLD.viewing_id
    OR NOT EXISTS (SELECT 1 FROM trail_permit WHERE OLD.who = erase_name OR instr(OLD.details, erase_name) > 0)
BEGIN SELECT RAISE(ABORT, 'The trail is only ever added to'); END;
CREATE TRIGGER trail_is_not_deleted BEFORE DELETE ON trail
WHEN NOT EXISTS (SELECT 1 FROM trail_permit WHERE OLD.at < delete_before)
BEGIN SELECT RAISE(ABORT, 'The trail is only ever added to'); END;

-- Viewings are the log; a recording belongs to the viewing that caused it. Times are UTC epoch milliseconds.
-- Names stand here as they were then: the log outlives accounts and cameras, so there are no references to them.

CREATE TABLE viewing (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id   INTEGER NOT NULL,
    username    TEXT    NOT NULL COLLATE NOCASE,
    camera_id   INTEGER NOT NULL,
    camera_name TEXT    NOT NULL,
    device      TEXT    NOT NULL,
    started_at  INTEGER NOT NULL,
    seen_at     INTEGER NOT NULL, -- last sign of life, a few seconds behind while it is open
    ended_at    INTEGER,          -- null: open
    end_reason  TEXT,
    note        TEXT
);

-- Each order that the log can be in. An open viewing has not ended yet, so it sorts after every end.
CREATE INDEX viewing_by_start ON viewing (started_at);
CREATE INDEX viewing_by_user ON viewing (username, started_at);
CREATE INDEX viewing_by_end ON viewing (coalesce(ended_at, 9223372036854775807), started_at);
CREATE INDEX viewing_by_length ON viewing (coalesce(ended_at, seen_at) - started_at, started_at);
CREATE INDEX viewing_open ON viewing (id) WHERE ended_at IS NULL;

CREATE TABLE recording (
    id           TEXT    PRIMARY KEY, -- a UUID; also the file's name
    viewing_id   INTEGER NOT NULL REFERENCES viewing (id),
    camera_id    INTEGER NOT NULL,
    camera_name  TEXT    NOT NULL,
    folder       TEXT    NOT NULL,    -- absolute, as it was set then
    file         TEXT    NOT NULL,    -- below the folder: yyyy-MM-dd/<id>.mp4
    asked_at     INTEGER NOT NULL,
    started_at   INTEGER,             -- first picture
    length_ms    INTEGER NOT NULL DEFAULT 0,
    bytes        INTEGER NOT NULL DEFAULT 0,
    gaps         INTEGER NOT NULL DEFAULT 0,
    state        TEXT    NOT NULL CHECK (state IN ('RECORDING', 'COMPLETE', 'RECOVERED', 'FAILED', 'DELETING')),
    ended_reason TEXT,
    problem      TEXT
);

CREATE INDEX recording_by_viewing ON recording (viewing_id, asked_at);
CREATE INDEX recording_unfinished ON recording (state) WHERE state IN ('RECORDING', 'DELETING');

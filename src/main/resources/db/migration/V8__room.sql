-- How long recordings stay and how much of the disk they may take. Bytes and days.
ALTER TABLE settings ADD COLUMN retention_days INTEGER NOT NULL DEFAULT 30 CHECK (retention_days >= 0); -- 0: for ever
ALTER TABLE settings ADD COLUMN most_bytes INTEGER NOT NULL DEFAULT 0 CHECK (most_bytes >= 0);          -- 0: no limit
ALTER TABLE settings ADD COLUMN least_free_bytes INTEGER CHECK (least_free_bytes >= 0);                 -- null: automatic
ALTER TABLE settings ADD COLUMN trash_days INTEGER NOT NULL DEFAULT 7 CHECK (trash_days >= 0);          -- 0: no trash

-- Kept: retention leaves it alone. In the trash: nobody sees it, it can be taken back, it is the first to go.
ALTER TABLE recording ADD COLUMN kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1));
ALTER TABLE recording ADD COLUMN trashed_at INTEGER;
CREATE INDEX recording_by_time ON recording (asked_at);
CREATE INDEX recording_in_trash ON recording (trashed_at) WHERE trashed_at IS NOT NULL;

-- An update deletes nothing: what is older than the new limit already stays until somebody lets it go.
-- By a clock that was not set, before 2026, nobody knows what that is: all stay.
UPDATE recording SET kept = 1 WHERE unixepoch() < 1767225600 OR asked_at < (unixepoch() - 30 * 86400) * 1000;

-- A viewing goes into the trash with its recordings. The log's orders are those of what it shows.
ALTER TABLE viewing ADD COLUMN trashed_at INTEGER;
ALTER TABLE viewing ADD COLUMN trashed_by TEXT;
DROP INDEX viewing_by_start;
DROP INDEX viewing_by_user;
DROP INDEX viewing_by_end;
DROP INDEX viewing_by_length;
CREATE INDEX viewing_by_start ON viewing (started_at) WHERE trashed_at IS NULL;
CREATE INDEX viewing_by_user ON viewing (username, started_at) WHERE trashed_at IS NULL;
CREATE INDEX viewing_by_end ON viewing (coalesce(ended_at, 9223372036854775807), started_at) WHERE trashed_at IS NULL;
CREATE INDEX viewing_by_length ON viewing (coalesce(ended_at, seen_at) - started_at, started_at) WHERE trashed_at IS NULL;
CREATE INDEX viewing_in_trash ON viewing (trashed_at) WHERE trashed_at IS NOT NULL;

-- The disk that each folder of recordings lies on: what stands in the marker file there.
CREATE TABLE recordings_disk (
    folder TEXT PRIMARY KEY,
    marker TEXT NOT NULL
);

-- Whether there is something to watch of a viewing: the log is filtered by it.
ALTER TABLE viewing ADD COLUMN recorded INTEGER NOT NULL DEFAULT 0 CHECK (recorded IN (0, 1));
UPDATE viewing SET recorded = 1 WHERE id IN (SELECT viewing_id FROM recording WHERE state IN ('COMPLETE', 'RECOVERED'));

CREATE TRIGGER recording_is_added AFTER INSERT ON recording WHEN NEW.state IN ('COMPLETE', 'RECOVERED')
BEGIN UPDATE viewing SET recorded = 1 WHERE id = NEW.viewing_id; END;
CREATE TRIGGER recording_is_changed AFTER UPDATE OF state ON recording
BEGIN
    UPDATE viewing SET recorded = EXISTS (
        SELECT 1 FROM recording WHERE viewing_id = NEW.viewing_id AND state IN ('COMPLETE', 'RECOVERED'))
    WHERE id = NEW.viewing_id;
END;
CREATE TRIGGER recording_is_deleted AFTER DELETE ON recording
BEGIN
    UPDATE viewing SET recorded = EXISTS (
        SELECT 1 FROM recording WHERE viewing_id = OLD.viewing_id AND state IN ('COMPLETE', 'RECOVERED'))
    WHERE id = OLD.viewing_id;
END;

-- What else the log can be filtered by.
CREATE INDEX viewing_by_camera ON viewing (camera_id, started_at) WHERE trashed_at IS NULL;
CREATE INDEX viewing_by_user_and_camera ON viewing (username, camera_id, started_at) WHERE trashed_at IS NULL;
CREATE INDEX viewing_recorded ON viewing (started_at) WHERE trashed_at IS NULL AND recorded = 1;
CREATE INDEX viewing_recorded_by_user ON viewing (username, started_at) WHERE trashed_at IS NULL AND recorded = 1;
CREATE INDEX viewing_recorded_by_camera ON viewing (camera_id, started_at) WHERE trashed_at IS NULL AND recorded = 1;

-- How many viewings the log has of a person, a camera and a day of UTC: adding up days is quick where counting a million lines is not.
CREATE TABLE viewing_tally (
    day       INTEGER NOT NULL, -- since 1970
    username  TEXT    NOT NULL COLLATE NOCASE,
    camera_id INTEGER NOT NULL,
    viewings  INTEGER NOT NULL,
    recorded  INTEGER NOT NULL,
    PRIMARY KEY (day, username, camera_id)
) WITHOUT ROWID;
INSERT INTO viewing_tally (day, username, camera_id, viewings, recorded)
SELECT started_at / 86400000, username, camera_id, count(*), sum(recorded) FROM viewing WHERE trashed_at IS NULL GROUP BY 1, 2, 3;

CREATE TRIGGER viewing_is_added AFTER INSERT ON viewing WHEN NEW.trashed_at IS NULL
BEGIN
    INSERT INTO viewing_tally (day, username, camera_id, viewings, recorded)
    VALUES (NEW.started_at / 86400000, NEW.username, NEW.camera_id, 1, NEW.recorded)
    ON CONFLICT DO UPDATE SET viewings = viewings + 1, recorded = recorded + excluded.recorded;
END;
CREATE TRIGGER viewing_is_deleted AFTER DELETE ON viewing WHEN OLD.trashed_at IS NULL
BEGIN
    UPDATE viewing_tally SET viewings = viewings - 1, recorded = recorded - OLD.recorded
    WHERE day = OLD.started_at / 86400000 AND username = OLD.username AND camera_id = OLD.camera_id;
    DELETE FROM viewing_tally
    WHERE day = OLD.started_at / 86400000 AND username = OLD.username AND camera_id = OLD.camera_id AND viewings = 0;
END;
CREATE TRIGGER viewing_leaves_its_tally AFTER UPDATE OF started_at, username, camera_id, recorded, trashed_at ON viewing
WHEN OLD.trashed_at IS NULL
BEGIN
    UPDATE viewing_tally SET viewings = viewings - 1, recorded = recorded - OLD.recorded
    WHERE day = OLD.started_at / 86400000 AND username = OLD.username AND camera_id = OLD.camera_id;
    DELETE FROM viewing_tally
    WHERE day = OLD.started_at / 86400000 AND username = OLD.username AND camera_id = OLD.camera_id AND viewings = 0;
END;
CREATE TRIGGER viewing_joins_its_tally AFTER UPDATE OF started_at, username, camera_id, recorded, trashed_at ON viewing
WHEN NEW.trashed_at IS NULL
BEGIN
    INSERT INTO viewing_tally (day, username, camera_id, viewings, recorded)
    VALUES (NEW.started_at / 86400000, NEW.username, NEW.camera_id, 1, NEW.recorded)
    ON CONFLICT DO UPDATE SET viewings = viewings + 1, recorded = recorded + excluded.recorded;
END;

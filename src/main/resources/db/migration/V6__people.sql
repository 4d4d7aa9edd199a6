-- Members can be disabled, and are seen. SQLite cannot change a check, so the table is made anew.
CREATE TABLE member_next (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    username      TEXT    NOT NULL,          -- as its owner wrote it
    name_key      TEXT    NOT NULL UNIQUE,   -- the same for every way to write it: NFKC, lower case
    password_hash TEXT    NOT NULL,
    role          TEXT    NOT NULL CHECK (role IN ('MEMBER', 'OWNER')),
    state         TEXT    NOT NULL CHECK (state IN ('WAITING', 'ACTIVE', 'DISABLED')),
    created_at    INTEGER NOT NULL,          -- UTC, epoch milliseconds, as all times here
    seen_at       INTEGER                    -- null: never signed in
);
INSERT INTO member_next (id, username, name_key, password_hash, role, state, created_at)
SELECT id, username, name_key, password_hash, role, state, created_at FROM member;
-- The log knows members by their numbers: that of somebody who is gone is not used again.
DELETE FROM sqlite_sequence WHERE name = 'member_next';
UPDATE sqlite_sequence SET name = 'member_next' WHERE name = 'member';
DROP TABLE member;
ALTER TABLE member_next RENAME TO member;

-- Who may sign up: one row, written when an owner first decides; until then, whoever an owner lets in.
CREATE TABLE sign_up (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    mode TEXT    NOT NULL CHECK (mode IN ('CLOSED', 'APPROVAL', 'INVITATION'))
);

-- Links that work once. Of what stands in them only the SHA-256 is kept.
CREATE TABLE one_time_link (
    hash       TEXT    PRIMARY KEY,
    member_id  INTEGER UNIQUE REFERENCES member (id) ON DELETE CASCADE, -- whose password it resets; null: an invitation
    expires_at INTEGER NOT NULL
);

-- Browsers that were told to keep somebody signed in. Of what their cookies hold only the SHA-256 is kept.
CREATE TABLE kept_session (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    hash       TEXT    NOT NULL UNIQUE,
    member_id  INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    device     TEXT    NOT NULL,
    address    TEXT    NOT NULL,
    since      INTEGER NOT NULL,
    used_at    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);
CREATE INDEX kept_session_by_member ON kept_session (member_id);

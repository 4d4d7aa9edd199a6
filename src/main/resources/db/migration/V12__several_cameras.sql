-- Cameras stand in the order that an owner gave them. One that was removed stays as a name: the log still speaks of it, and
-- its number is never another camera's. Times are UTC epoch milliseconds.
ALTER TABLE camera ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
UPDATE camera SET position = id;
ALTER TABLE camera ADD COLUMN removed_at INTEGER; -- null: there

-- The shutter, closed by somebody for everybody.
ALTER TABLE camera ADD COLUMN shut_by TEXT;       -- null: open
ALTER TABLE camera ADD COLUMN shut_at INTEGER;
ALTER TABLE camera ADD COLUMN shut_until INTEGER; -- null: until somebody opens it

-- One row, from the sign-up of the house's first owner until they have chosen a camera.
CREATE TABLE welcome (
    id INTEGER PRIMARY KEY CHECK (id = 1)
);

-- Which files of a folder are known, which folders there are, and what is in them: asked for files that nobody knows, and for
-- moving recordings from one folder to another.
CREATE INDEX recording_by_file ON recording (folder, file);

-- That recordings of other folders are being moved to the one in force: one row while they are, so that it goes on after a restart.
CREATE TABLE move (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
    moved  INTEGER NOT NULL, -- so far
    problem TEXT             -- why it pauses by itself
);

-- The one file that is on its way, noted before it is touched: what a power cut leaves half done is put in order by it.
CREATE TABLE move_on_its_way (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    recording TEXT NOT NULL,
    file      TEXT NOT NULL, -- below either folder
    source    TEXT NOT NULL,
    target    TEXT NOT NULL
);

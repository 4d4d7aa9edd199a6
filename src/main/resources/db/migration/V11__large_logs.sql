-- SQLite takes an index for "state = 'RECORDING'" when this stands in it as a term of an OR; it does not look into an IN.
DROP INDEX recording_unfinished;
CREATE INDEX recording_unfinished ON recording (state) WHERE state = 'RECORDING' OR state = 'DELETING';

-- How many of the log's lines have something to watch.
CREATE INDEX recording_playable ON recording (viewing_id) WHERE state IN ('COMPLETE', 'RECOVERED');

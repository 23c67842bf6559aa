-- The meeting it was a note of.
INSERT OR IGNORE INTO temp.touched_meeting (id)
SELECT meeting FROM note WHERE id = :note AND meeting IS NOT NULL

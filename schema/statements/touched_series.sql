-- This note was read or taken out: the notes of its key may form other series then.
INSERT OR IGNORE INTO temp.touched_series (key)
SELECT series_key FROM note WHERE id = :note AND series_key <> ''

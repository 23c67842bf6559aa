-- This note was read or taken out: its meeting will be looked at again.
INSERT OR IGNORE INTO temp.touched_note (id) VALUES (:note)

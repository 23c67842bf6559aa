-- It is of another series than before, or of none: what it says may be carried on by others.
INSERT OR IGNORE INTO temp.regrouped_note (id) VALUES (:note)

-- A note that this import met.
INSERT INTO temp.seen_note (id) VALUES (:note)

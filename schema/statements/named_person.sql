-- A note that is read names them: how they are spelled will be looked at again.
INSERT OR IGNORE INTO temp.touched_person (id) VALUES (:id)

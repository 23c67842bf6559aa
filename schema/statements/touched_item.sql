-- The tasks and decisions it spoke of.
INSERT OR IGNORE INTO temp.touched_item (id)
SELECT item FROM mention WHERE note = :note AND kind < 3

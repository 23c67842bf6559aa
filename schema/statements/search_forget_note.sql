-- The words of its title, unless this import has not put them there yet.
INSERT INTO search (search, rowid, text)
SELECT 'delete', -id, title_key FROM note
WHERE id = :note AND id NOT IN (SELECT id FROM temp.touched_note)

-- The words of its key information, on the same terms.
INSERT INTO search (search, rowid, text, rest)
SELECT 'delete', id, search_key(text), NULL FROM information
WHERE note = :note AND note NOT IN (SELECT id FROM temp.touched_note)

-- All of them with their items; those may be set while this is read.
SELECT id, item FROM affected_mention CROSS JOIN mention USING (id) ORDER BY id

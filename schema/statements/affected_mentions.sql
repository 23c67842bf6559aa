-- All of them, to be joined.
SELECT id, item FROM affected_mention JOIN mention USING (id) ORDER BY id

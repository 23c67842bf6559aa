-- All of them.
SELECT id FROM affected_note ORDER BY id

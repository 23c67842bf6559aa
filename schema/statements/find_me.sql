-- The person the notes belong to.
SELECT id FROM person WHERE kind = 'me'

-- The mentions that a note had in the store of another version: their ids are theirs, their numbers
-- are new.
SELECT 0, mention.kind, mention.key, mention.text
FROM old.note JOIN old.mention ON mention.note = note.id
WHERE note.path = :path AND mention.kind < 3
ORDER BY mention.line, mention.id

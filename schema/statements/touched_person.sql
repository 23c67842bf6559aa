-- Whom it names: how they are spelled will be looked at again.
INSERT OR IGNORE INTO temp.touched_person (id)
SELECT person FROM note_person WHERE note = :note
UNION
SELECT stranger FROM note_person WHERE note = :note AND stranger IS NOT NULL
UNION
SELECT value
FROM mention
CROSS JOIN mention_owner ON mention_owner.mention = mention.id
CROSS JOIN json_each(json_array(person, stranger))
WHERE mention.note = :note AND value IS NOT NULL

-- The meeting that a note is of.
UPDATE affected_note SET root = :root WHERE id = :id

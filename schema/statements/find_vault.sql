-- A vault that has notes, by its path.
SELECT id FROM vault WHERE path = :path AND EXISTS (SELECT 1 FROM note WHERE note.vault = vault.id)

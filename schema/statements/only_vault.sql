-- A vault that has notes, and how many such there are.
SELECT path, count(*) FROM vault WHERE EXISTS (SELECT 1 FROM note WHERE note.vault = vault.id)

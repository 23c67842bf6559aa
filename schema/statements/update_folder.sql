-- The configuration that its notes were read with.
UPDATE folder SET directory = :directory WHERE id = :id

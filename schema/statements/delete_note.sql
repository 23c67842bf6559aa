-- A file that is gone.
DELETE FROM note WHERE id = :note

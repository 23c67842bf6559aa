-- A folder that is part of another one now.
DELETE FROM folder WHERE id = :id

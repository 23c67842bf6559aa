-- Somebody known better now.
UPDATE person SET name = :name, kind = :kind, configured = :configured WHERE id = :id

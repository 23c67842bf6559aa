-- An account known better now.
UPDATE account SET name = :name, configured = :configured WHERE id = :id

-- Somebody new.
INSERT INTO person (name, key, first_key, kind, configured)
VALUES (:name, :key, :first_key, :kind, :configured)
RETURNING id

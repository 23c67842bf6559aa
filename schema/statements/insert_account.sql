-- An account seen for the first time.
INSERT INTO account (name, key, configured) VALUES (:name, :key, :configured) RETURNING id

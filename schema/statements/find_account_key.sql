-- An account by key.
SELECT id, configured FROM account WHERE key = :key

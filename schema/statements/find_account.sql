-- Accounts of that key, or with an alias of it.
SELECT id FROM account WHERE key = :key
UNION
SELECT account FROM account_alias WHERE key = :key

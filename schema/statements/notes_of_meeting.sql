-- The notes of a meeting, in an order that does not depend on that of import.
SELECT id FROM note WHERE meeting = :meeting ORDER BY stated_account IS NULL, name, path

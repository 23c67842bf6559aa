-- What the store remembers of itself.
SELECT value FROM setting WHERE name = :name

-- The item that a mention speaks of.
UPDATE mention SET item = :item WHERE id = :id

-- The files of a folder by their stamps, ascending; those that have none come first.
SELECT id, stamp FROM note WHERE folder = :folder ORDER BY stamp

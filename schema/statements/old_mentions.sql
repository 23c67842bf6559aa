-- The mentions a note had, to let edited lines keep their ids.
SELECT id, kind, key, text FROM mention WHERE note = :note AND kind < 3 ORDER BY line, id

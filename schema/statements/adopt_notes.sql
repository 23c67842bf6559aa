-- Notes of a folder that is part of another one now; their names change, so they are read again.
UPDATE note SET folder = :to, stamp = NULL, hash = '' WHERE folder = :from

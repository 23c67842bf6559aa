-- Notes of that content, one of which may be the same file under its former path.
SELECT id, path FROM note WHERE hash = :hash

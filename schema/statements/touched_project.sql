-- The project it named: how that is spelled will be looked at again.
INSERT OR IGNORE INTO temp.touched_project (id)
SELECT project FROM note WHERE id = :note AND project IS NOT NULL

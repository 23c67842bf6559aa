-- The series of a title by their first notes; else the notes that have it alone.
SELECT DISTINCT series_note FROM note WHERE series_key = :key AND series_note IS NOT NULL
UNION ALL
SELECT id FROM note
WHERE series_key = :key AND :key <> '' AND NOT EXISTS (
	SELECT 1 FROM note WHERE series_key = :key AND series_note IS NOT NULL)

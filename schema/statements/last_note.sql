-- The highest row of a note; 0 when there are none.
SELECT coalesce(max(id), 0) FROM note

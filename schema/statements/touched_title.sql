-- Its day and title: notes of the same may have been joined through it.
INSERT OR IGNORE INTO temp.touched_title (date, title_key)
SELECT date, title_key FROM note WHERE id = :note AND date IS NOT NULL

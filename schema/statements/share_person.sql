-- Whether somebody took part in both.
SELECT EXISTS (
	SELECT 1 FROM note_person AS a JOIN note_person AS b ON b.person = a.person
	WHERE a.note = :a AND b.note = :b)

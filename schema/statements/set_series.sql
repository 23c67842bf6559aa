-- The series that a note is of.
UPDATE note SET series_note = :first WHERE id = :note

-- A file whose content is what it was.
UPDATE note SET stamp = :stamp WHERE id = :id

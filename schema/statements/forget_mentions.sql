-- With their owners and links.
DELETE FROM mention WHERE note = :note

-- What looked wrong.
DELETE FROM remark WHERE note = :note

-- An owner as written, and who that is.
INSERT INTO mention_owner (mention, position, written, person, stranger, rung)
VALUES (:mention, :position, :written, :person, :stranger, :rung)

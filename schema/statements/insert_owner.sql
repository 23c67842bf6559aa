-- An owner as written, and who that is.
CREATE TABLE insert_owner (mention, position, written, person, stranger, rung);
INSERT OR FAIL INTO mention_owner (mention, position, written, person, stranger, rung)
SELECT mention, position, written, person, stranger, rung
FROM insert_owner

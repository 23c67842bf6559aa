-- Why two mentions are one item.
CREATE TABLE insert_link (a, b, reason, score);
INSERT OR IGNORE INTO link (a, b, reason, score)
SELECT min(a, b), max(a, b), reason, score
FROM insert_link

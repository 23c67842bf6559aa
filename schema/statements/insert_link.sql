-- Why two mentions are one item.
INSERT OR IGNORE INTO link (a, b, reason, score) VALUES (min(:a, :b), max(:a, :b), :reason, :score)

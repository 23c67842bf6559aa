-- Which mention spoke of which, for the journal to tell a change from something new.
INSERT OR IGNORE INTO temp.mention_was (mention, item)
SELECT id, item FROM mention WHERE note = :note AND kind < 3

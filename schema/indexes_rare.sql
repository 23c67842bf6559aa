-- Indexes that few rows stand in. They are there from the beginning: to make them later, all rows
-- would be read for those few.

-- The Tasks plugin may read what a line waits for, where docket does not.
CREATE INDEX mention_depends ON mention (item)
	WHERE depends_on IS NOT NULL OR plugin IS NOT NULL;
CREATE INDEX mention_supersedes ON mention (supersedes_words)
	WHERE supersedes_words IS NOT NULL;
CREATE INDEX mention_task_id ON mention (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX mention_block ON mention (block) WHERE block IS NOT NULL;
CREATE INDEX note_person_stranger ON note_person (stranger, written)
	WHERE stranger IS NOT NULL;
CREATE INDEX mention_owner_stranger ON mention_owner (stranger, written)
	WHERE stranger IS NOT NULL;

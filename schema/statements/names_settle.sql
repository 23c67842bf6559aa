-- Names as most notes spell them, of equals the first by bytes, so that the order in which notes
-- were read does not matter; of who takes part as participants are listed, of others as owners are
-- written. Whom a name turns out to be short for has no say in it. What is configured stays as it is.
INSERT OR IGNORE INTO touched_account (id)
SELECT note.stated_account FROM touched_note CROSS JOIN note USING (id)
WHERE note.stated_account IS NOT NULL;
INSERT OR IGNORE INTO touched_project (id)
SELECT note.project FROM touched_note CROSS JOIN note USING (id) WHERE note.project IS NOT NULL;
UPDATE person SET name = coalesce((
	SELECT written FROM (
		SELECT written FROM note_person WHERE person = person.id AND stranger IS NULL
		UNION ALL
		SELECT written FROM note_person WHERE stranger = person.id)
	GROUP BY written ORDER BY count(*) DESC, written LIMIT 1), (
	SELECT name_clean(written) AS clean FROM (
		SELECT written FROM mention_owner
		WHERE person = person.id AND stranger IS NULL AND rung NOT IN (4, 5)
		UNION ALL
		SELECT written FROM mention_owner WHERE stranger = person.id)
	GROUP BY clean ORDER BY count(*) DESC, clean LIMIT 1), name)
WHERE id IN (SELECT id FROM touched_person) AND NOT configured;
UPDATE account SET name = coalesce((
	SELECT account_written FROM note WHERE note.stated_account = account.id
		AND account_reason <> 'tag'
	GROUP BY account_written ORDER BY count(*) DESC, account_written LIMIT 1), (
	SELECT min(account_written) FROM note WHERE note.stated_account = account.id), name)
WHERE id IN (SELECT id FROM touched_account) AND configured <> 1;
UPDATE project SET name = coalesce((
	SELECT project_written FROM note WHERE note.project = project.id
	GROUP BY project_written ORDER BY count(*) DESC, project_written LIMIT 1), name)
WHERE id IN (SELECT id FROM touched_project);

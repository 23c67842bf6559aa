-- Names as most notes spell them, of equals the first by bytes, so that the order in which notes
-- were read does not matter; of who takes part as participants are listed, of others as owners are
-- written. Whom a name turns out to be short for has no say in it. What is configured stays as it
-- is.
INSERT OR IGNORE INTO touched_account (id)
SELECT note.stated_account FROM touched_note CROSS JOIN note USING (id)
WHERE note.stated_account IS NOT NULL;
INSERT OR IGNORE INTO touched_project (id)
SELECT note.project FROM touched_note CROSS JOIN note USING (id) WHERE note.project IS NOT NULL;
-- Mostly there is one spelling: that the first and the last are equal is seen without the others.
UPDATE person SET name = coalesce((
	SELECT CASE WHEN min(first) = max(last) AND max(counts) THEN min(first) ELSE (
		SELECT written FROM (
			SELECT written FROM note_person WHERE person = person.id AND stranger IS NULL
			UNION ALL
			SELECT written FROM note_person WHERE stranger = person.id)
		GROUP BY written ORDER BY count(*) DESC, written LIMIT 1) END
	FROM (
		SELECT (SELECT min(written) FROM note_person WHERE person = person.id) AS first,
			(SELECT max(written) FROM note_person WHERE person = person.id) AS last,
			EXISTS (SELECT 1 FROM note_person
				WHERE person = person.id AND stranger IS NULL) AS counts
		UNION ALL
		SELECT (SELECT min(written) FROM note_person WHERE stranger = person.id),
			(SELECT max(written) FROM note_person WHERE stranger = person.id),
			EXISTS (SELECT 1 FROM note_person WHERE stranger = person.id))), (
	SELECT CASE WHEN min(first) = max(last) AND max(counts) THEN name_clean(min(first)) ELSE (
		SELECT name_clean(written) AS clean FROM (
			SELECT written FROM mention_owner
			WHERE person = person.id AND stranger IS NULL AND rung NOT IN (4, 5)
			UNION ALL
			SELECT written FROM mention_owner WHERE stranger = person.id)
		GROUP BY clean ORDER BY count(*) DESC, clean LIMIT 1) END
	FROM (
		SELECT (SELECT min(written) FROM mention_owner WHERE person = person.id) AS first,
			(SELECT max(written) FROM mention_owner WHERE person = person.id) AS last,
			EXISTS (SELECT 1 FROM mention_owner WHERE person = person.id
				AND stranger IS NULL AND rung NOT IN (4, 5)) AS counts
		UNION ALL
		SELECT (SELECT min(written) FROM mention_owner WHERE stranger = person.id),
			(SELECT max(written) FROM mention_owner WHERE stranger = person.id),
			EXISTS (SELECT 1 FROM mention_owner WHERE stranger = person.id))), name)
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

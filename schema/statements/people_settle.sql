-- Once all notes are in: people are what they are now, and a short name that fits exactly one of
-- them is that one's. Items whose owner this changes, and the meetings of notes in which it changes
-- who took part, will be resolved again. Whoever takes part by short names alone does not count: no
-- note writes out the whole name any more.
UPDATE person SET kind = CASE
	WHEN kind IN ('me', 'team') THEN kind
	WHEN configured OR EXISTS (
		SELECT 1 FROM note_person WHERE person = person.id AND stranger IS NULL)
		OR EXISTS (SELECT 1 FROM note_person WHERE stranger = person.id) THEN 'person'
	ELSE 'unknown' END;
CREATE TEMP TABLE short_for AS
SELECT short.id AS stranger, CASE count(DISTINCT full.id) WHEN 1 THEN max(full.id) END AS person
FROM (SELECT stranger AS id FROM mention_owner WHERE stranger IS NOT NULL
	UNION
	SELECT stranger FROM note_person WHERE stranger IS NOT NULL) AS stranger
CROSS JOIN person AS short USING (id)
LEFT JOIN (
	SELECT short.id AS stranger, full.id
	FROM person AS short CROSS JOIN person AS full ON full.first_key = short.key
	WHERE full.kind IN ('person', 'me')
	UNION ALL
	SELECT short.id, full.id
	FROM person AS short CROSS JOIN person AS full
	WHERE short.name = upper(short.name) AND length(short.key) BETWEEN 2 AND 4
		AND full.kind IN ('person', 'me') AND full.first_key <> ''
		AND substr(full.key, 1, 1) = substr(short.key, 1, 1)
		AND is_short_for(short.name || char(10) || full.name) IS NOT NULL
	) AS full ON full.stranger = short.id
GROUP BY short.id;
-- A note that has several short names of one person has that person once: the others stay by
-- themselves, as nobody.
CREATE TEMP TABLE taking_part AS
SELECT note, stranger, was, CASE WHEN first THEN meant ELSE stranger END AS person
FROM (
	SELECT *, meant = stranger OR row_number() OVER (
			PARTITION BY note, meant ORDER BY NOT configured, key) = 1
		AND NOT EXISTS (SELECT 1 FROM note_person AS whole
			WHERE whole.note = called.note AND whole.person = meant AND whole.stranger IS NULL)
		AS first
	FROM (
		SELECT note_person.note, short_for.stranger, note_person.person AS was,
			coalesce(short_for.person, short_for.stranger) AS meant, short.configured, short.key
		FROM (
			SELECT DISTINCT note_person.note AS note
			FROM short_for CROSS JOIN note_person ON note_person.stranger = short_for.stranger
			WHERE note_person.person <> coalesce(short_for.person, short_for.stranger)) AS stale
		CROSS JOIN note_person USING (note)
		CROSS JOIN short_for ON short_for.stranger = note_person.stranger
		CROSS JOIN person AS short ON short.id = short_for.stranger) AS called)
WHERE was <> CASE WHEN first THEN meant ELSE stranger END;
INSERT OR IGNORE INTO renamed_note (id)
SELECT note FROM taking_part;
UPDATE note_person SET person = stranger
WHERE (note, person) IN (SELECT note, was FROM taking_part);
UPDATE OR IGNORE note_person SET person = taking_part.person
FROM taking_part
WHERE taking_part.note = note_person.note AND taking_part.stranger = note_person.person;
DROP TABLE taking_part;
UPDATE person SET kind = CASE
	WHEN EXISTS (SELECT 1 FROM note_person WHERE person = person.id AND stranger IS NULL)
		OR (SELECT short_for.person IS NULL FROM short_for WHERE stranger = person.id)
			AND EXISTS (SELECT 1 FROM note_person WHERE stranger = person.id) THEN 'person'
	ELSE 'unknown' END
WHERE id IN (SELECT stranger FROM short_for) AND kind NOT IN ('me', 'team') AND NOT configured;
CREATE TEMP TABLE settled AS
SELECT mention_owner.mention, mention_owner.position,
	coalesce(short_for.person, mention_owner.stranger) AS person,
	CASE
	WHEN short_for.person IS NOT NULL THEN 6
	WHEN EXISTS (
		SELECT 1 FROM mention CROSS JOIN note_person ON note_person.note = mention.note
		WHERE mention.id = mention_owner.mention
			AND note_person.stranger = mention_owner.stranger) THEN 3
	ELSE 7 END AS rung
FROM mention_owner
JOIN short_for ON short_for.stranger = mention_owner.stranger;
INSERT OR IGNORE INTO touched_item (id)
SELECT mention.item
FROM settled
JOIN mention_owner USING (mention, position)
JOIN mention ON mention.id = mention_owner.mention
WHERE mention_owner.person IS NOT settled.person;
UPDATE mention_owner SET person = settled.person, rung = settled.rung
FROM settled
WHERE settled.mention = mention_owner.mention AND settled.position = mention_owner.position
	AND (mention_owner.person IS NOT settled.person OR mention_owner.rung <> settled.rung);
DROP TABLE settled;
DROP TABLE short_for;

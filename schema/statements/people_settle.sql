-- Once all notes are in: people are what they are now, and a short name that fits exactly one of
-- them is that one's. Items whose owner this changes will be resolved again.
UPDATE person SET kind = CASE
	WHEN kind IN ('me', 'team') THEN kind
	WHEN configured OR EXISTS (SELECT 1 FROM note_person WHERE person = person.id) THEN 'person'
	ELSE 'unknown' END;
CREATE TEMP TABLE short_for AS
SELECT short.id AS stranger, CASE count(DISTINCT full.id) WHEN 1 THEN max(full.id) END AS person
FROM (SELECT DISTINCT stranger AS id FROM mention_owner WHERE stranger IS NOT NULL) AS stranger
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
CREATE TEMP TABLE settled AS
SELECT mention_owner.mention, mention_owner.position,
	coalesce(short_for.person, mention_owner.stranger) AS person,
	CASE WHEN short_for.person IS NULL THEN 7 ELSE 6 END AS rung
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
	AND mention_owner.person IS NOT settled.person;
DROP TABLE settled;
DROP TABLE short_for;

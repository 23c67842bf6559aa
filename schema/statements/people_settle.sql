-- Once all notes are in: people are what they are now, and a short name that fits exactly one of
-- them is that one's. Items whose owner this changes will be resolved again.
UPDATE person SET kind = CASE
	WHEN kind IN ('me', 'team') THEN kind
	WHEN configured OR EXISTS (SELECT 1 FROM note_person WHERE person = person.id) THEN 'person'
	ELSE 'unknown' END;
CREATE TEMP TABLE settled AS
SELECT mention_owner.mention, mention_owner.position,
	CASE count(full.id) WHEN 1 THEN max(full.id) ELSE mention_owner.stranger END AS person,
	CASE count(full.id) WHEN 1 THEN 6 ELSE 7 END AS rung
FROM mention_owner
JOIN person AS short ON short.id = mention_owner.stranger
LEFT JOIN person AS full ON full.first_key = short.key AND full.kind IN ('person', 'me')
WHERE mention_owner.stranger IS NOT NULL
GROUP BY mention_owner.mention, mention_owner.position;
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

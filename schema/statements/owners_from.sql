-- Owners of mentions, from an id on.
SELECT mention_owner.mention, person.name
FROM mention_owner CROSS JOIN person ON person.id = mention_owner.person
WHERE mention_owner.mention >= :first
ORDER BY mention_owner.mention, mention_owner.position

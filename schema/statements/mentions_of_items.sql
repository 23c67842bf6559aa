-- The mentions of the affected items, item by item; each mention as often as it has owners.
-- include parts/item.sql
FROM affected_mention
CROSS JOIN mention USING (id)
CROSS JOIN note ON note.id = mention.note
CROSS JOIN meeting ON meeting.id = note.meeting
LEFT JOIN mention_owner ON mention_owner.mention = mention.id AND mention.kind = 1
ORDER BY mention.item, mention.id, mention_owner.position

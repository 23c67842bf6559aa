-- In a store that is being built, those of all items, in the order of an index.
-- include parts/item.sql
FROM mention INDEXED BY mention_item
CROSS JOIN note ON note.id = mention.note
CROSS JOIN meeting ON meeting.id = note.meeting
LEFT JOIN mention_owner ON mention_owner.mention = mention.id AND mention.kind = 1
WHERE mention.item > 0
ORDER BY mention.item, mention.note, mention.id, mention_owner.position

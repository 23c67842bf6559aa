SELECT mention.key, mention.text, mention.symbol, mention.due, mention.due_text, mention.scheduled,
	mention.start, mention.created, mention.done, mention.cancelled, mention.recurrence,
	mention.tags, mention.heading, mention.topic, mention.date, meeting.date,
	note.name || char(1) || note.path,
	mention.item, mention.id, mention.kind, mention.state, mention.priority, mention.line,
	note.meeting, note.project, note.account, note.stated_account, mention_owner.person

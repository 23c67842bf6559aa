-- People, accounts and projects that nothing speaks of any more.
DELETE FROM person
WHERE NOT configured
	AND NOT EXISTS (SELECT 1 FROM note_person WHERE person = person.id)
	AND NOT EXISTS (SELECT 1 FROM note_person WHERE stranger = person.id)
	AND NOT EXISTS (SELECT 1 FROM mention_owner WHERE person = person.id)
	AND NOT EXISTS (SELECT 1 FROM mention_owner WHERE stranger = person.id);
DELETE FROM account
WHERE configured <> 1 AND NOT EXISTS (SELECT 1 FROM note WHERE stated_account = account.id);
DELETE FROM project WHERE NOT EXISTS (SELECT 1 FROM note WHERE project = project.id);

-- A decision, of its mentions.
CREATE TABLE insert_decision (id, key, lead, text, date, state, topic, meeting, project);
INSERT OR FAIL INTO decision (id, key, lead, text, date, state, topic, meeting, project)
SELECT id, key, lead, text, date, state, topic, meeting, project
FROM insert_decision

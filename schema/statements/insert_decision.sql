-- A decision, of its mentions.
INSERT INTO decision (id, key, lead, text, date, state, topic, meeting, project)
VALUES (:id, :key, :lead, :text, :date, :state, :topic, :meeting, :project)

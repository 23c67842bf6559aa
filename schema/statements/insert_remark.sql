-- Something that looks wrong.
INSERT INTO remark (note, line, kind, level, message)
VALUES (:note, :line, :kind, :level, :message)

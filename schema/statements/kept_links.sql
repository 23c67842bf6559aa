-- Those of meetings that were not looked at.
SELECT link.a, link.b FROM affected_mention JOIN link ON link.a = affected_mention.id

-- Those with a link among them.
SELECT link.a
FROM affected_mention CROSS JOIN link ON link.a = affected_mention.id
JOIN affected_mention AS other ON other.id = link.b
UNION
SELECT link.b
FROM affected_mention CROSS JOIN link ON link.a = affected_mention.id
JOIN affected_mention AS other ON other.id = link.b
ORDER BY 1

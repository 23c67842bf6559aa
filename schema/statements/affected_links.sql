-- Why affected mentions are one item, as far as is known: ids, words, and their meetings.
SELECT link.a, link.b FROM affected_mention CROSS JOIN link ON link.a = affected_mention.id

-- The word that is written most like one that is nowhere; of equals the one that is most used.
-- Among many notes, where to look at every word takes seconds, it begins with the first letter of
-- what was typed or with the second, which covers a letter too many and two that changed places.
WITH part (first, last) AS (
	SELECT '', char(0x10FFFF) WHERE (SELECT max(id) FROM note) <= 5000
	UNION ALL
	SELECT letter, letter || char(0x10FFFF)
	FROM (SELECT substr(:word, 1, 1) AS letter UNION SELECT substr(:word, 2, 1))
	WHERE letter <> '' AND (SELECT max(id) FROM note) > 5000
)
SELECT :word AS "word", term AS "nearest"
FROM (SELECT term, doc, CAST(text_distance(term || char(10) || :word) AS INTEGER) AS far
	FROM part
	CROSS JOIN search_word ON term >= first AND term <= last
	WHERE length(term) BETWEEN max(length(:word) - :most, 2) AND length(:word) + :most)
WHERE far <= :most AND :most > 0
ORDER BY far, doc DESC, term
LIMIT 1

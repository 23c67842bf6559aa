-- The word that is written most like one that is nowhere; of equals the one that is most used.
SELECT :word AS "word", term AS "nearest"
FROM (SELECT term, doc, CAST(text_distance(term || char(10) || :word) AS INTEGER) AS far
	FROM search_word
	WHERE length(term) BETWEEN max(length(:word) - :most, 2) AND length(:word) + :most)
WHERE far <= :most AND :most > 0
ORDER BY far, doc DESC, term
LIMIT 1

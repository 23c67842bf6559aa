-- In a store that is being built: those with a link.
SELECT a FROM link
UNION
SELECT b FROM link
ORDER BY 1

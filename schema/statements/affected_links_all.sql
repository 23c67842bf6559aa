-- In a store that is being built: all of them.
SELECT a, b FROM link

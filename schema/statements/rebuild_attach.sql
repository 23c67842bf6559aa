-- The store of another version that is about to be replaced.
ATTACH :path AS old

-- Another spelling, as configured.
INSERT OR REPLACE INTO person_alias (key, person, name) VALUES (:key, :person, :name)

-- Another id.
UPDATE mention SET key = :key WHERE id = :id

-- This import, in the journal.
INSERT INTO journal_import (at) VALUES (:at)

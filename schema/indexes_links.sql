-- An index of what mentions speak of, made when that is known.

CREATE INDEX mention_item ON mention (item, note);

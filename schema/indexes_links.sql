-- Indexes of what mentions speak of, made when that is known.

CREATE INDEX mention_item ON mention (item, note);
CREATE INDEX mention_depends ON mention (item) WHERE depends_on IS NOT NULL;

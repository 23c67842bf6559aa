/*
 * The front matter of a note: YAML between `---` lines at its head, read tolerantly. A bad line is
 * a remark and costs its key, never the note.
 */
#ifndef READ_FRONTMATTER_H
#define READ_FRONTMATTER_H

#include "read/remarks.h"
#include "base/date.h"
#include "read/yaml.h"

struct frontmatter {
	bool present;
	size_t body;   /* where the body begins, in bytes */
	int body_line; /* and its line, from 1 */
	str title, type, account, project, series, source, source_ref;
	bool source_is_link;
	date date;             /* the day of `date`, `start_time` or ... `created` */
	strs participants;     /* without brackets, e-mail addresses and (Company) */
	strs tags;             /* without # */
	struct yaml tasks;     /* the value of `action_items:` (or a synonym), or YAML_NOTHING */
	struct yaml decisions; /* the value of `decisions:` */
	struct yaml map;       /* all of it */
};

/* `text` is the whole note, clean UTF-8 with LF line ends. */
struct frontmatter frontmatter_read(struct arena *arena, str text, struct remarks *remarks);

#endif

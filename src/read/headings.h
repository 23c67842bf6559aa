/*
 * What the words of a heading say of the section below it: "## 2. ✅ Action Items (for Ada):"
 * are actions, and Ada's.
 */
#ifndef READ_HEADINGS_H
#define READ_HEADINGS_H

#include "docket/note.h"
#include "read/outline.h"

enum heading_kind {
	HEADING_OTHER, /* says nothing: the section above goes on */
	HEADING_ACTIONS,
	HEADING_DECISIONS,
	HEADING_MIXED,  /* "Decisions and next steps" */
	HEADING_REVIEW, /* of what earlier meetings gave */
	HEADING_PEOPLE,
	HEADING_ABSENT, /* those who were not there */
	HEADING_AGENDA,
	HEADING_TALK /* discussion, summary, links: neither tasks nor decisions */
};

struct heading {
	str key; /* its words, folded */
	enum heading_kind kind;
	str owner;     /* of all that is below: "Action items (for NAME)"; or empty */
	bool everyday; /* in words that other texts have too: "Next steps", "Tasks", "Outcomes" */
	bool chosen;   /* in words of the configuration: counts outside of meetings, too */
};

/* `text` is raw Markdown; `reading` adds its words. */
struct heading heading_read(struct arena *arena, const struct docket_reading *reading, str text);

/* What each heading of the outline says, at its entry's index; zero for other entries. */
const struct heading *headings_read(
	struct arena *arena, const struct docket_reading *reading, const struct outline *outline);

/*
 * Folded as heading words are: links, emphasis, emoji, numbers in front, parentheses and a colon
 * at the end are gone, all spellings of a letter, blank and hyphen are one. Empty for a text that
 * is longer than any heading.
 */
str heading_fold(struct arena *arena, str text);

/* Whether the folded `key` is among the words of a list such as "|agenda|topics|". */
bool heading_lists(const char *list, str key);

#endif

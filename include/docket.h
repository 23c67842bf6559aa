/*
 * docket: tasks and decisions from Markdown meeting notes.
 *
 * Layers, each usable alone:
 *
 *	<docket/note.h>    reads one note: its tasks, decisions, and what looks wrong in it
 *	<docket/store.h>   keeps many notes in a SQLite file, up to date with their folders
 *	<docket/report.h>  asks the store: what is overdue, whose is it, what was decided
 *	<docket/query.h>   asks it in the query language of the Obsidian Tasks plugin
 *
 * The library never prints, never exits and never asks for the time: "today" is an argument.
 * When memory runs out it aborts, as cmark beneath it does; transactions make that lose nothing.
 *
 *	#include <docket.h>
 *
 *	int main(void)
 *	{
 *		struct docket_error err = { 0 };
 *		struct docket_note *note = docket_note_read("call.md", NULL, &err);
 *		if (!note)
 *			return fprintf(stderr, "%s\n", err.message), 1;
 *		printf("%zu tasks\n", note->task_count);
 *		docket_note_free(note);
 *	}
 */
#ifndef DOCKET_H
#define DOCKET_H

#include <docket/error.h>
#include <docket/value.h>
#include <docket/note.h>
#include <docket/vault.h>
#include <docket/directory.h>
#include <docket/store.h>
#include <docket/report.h>
#include <docket/watch.h>
#include <docket/query.h>

#define DOCKET_VERSION "0.1.0"

/* The version of the library that is linked; DOCKET_VERSION is the one of the header. */
DOCKET_API const char *docket_version(void);

#endif

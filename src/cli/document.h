/*
 * The shell of every HTML page: one file that needs no other, asks nothing of the network and runs
 * nothing. A policy in its head forbids what it does not have.
 *
 *	document_open(&html, "Overdue tasks");
 *	...                                        the body
 *	document_close(&html);
 */
#ifndef CLI_DOCUMENT_H
#define CLI_DOCUMENT_H

#include "html.h"

void document_open(struct html *html, const char *title);
void document_close(struct html *html);

/* Links to a note: its title opens it in Obsidian, "file" as a file. */
void document_link_note(struct html *html, struct docket_str title, struct docket_str path);

#endif

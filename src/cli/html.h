/*
 * HTML, element by element. Whatever comes from notes goes through html_text or html_attribute,
 * which are the only ones that write it and always escape it; elements, names of attributes and
 * classes are words of ours.
 *
 *	struct html html = { .out = stdout };
 *	html_open(&html, "p", "note");
 *	html_attribute(&html, "title", row_text);
 *	html_user(&html, row_text);
 *	html_close(&html);                         <p class="note" title="..."><bdi>...</bdi></p>
 */
#ifndef CLI_HTML_H
#define CLI_HTML_H

#include "text.h"

#include <stdio.h>

#define HTML_DEEPEST 24

struct html {
	FILE *out;
	const char *open[HTML_DEEPEST]; /* elements that are not closed yet */
	size_t depth;
	bool in_tag; /* attributes may follow */
};

/* Opens an element; `class` may be NULL. It ends with the html_close that belongs to it. */
void html_open(struct html *html, const char *element, const char *class);
void html_close(struct html *html);

/* An attribute of the element just opened, before anything is written into it. */
void html_attribute(struct html *html, const char *name, struct docket_str value);
void html_attribute_format(struct html *html, const char *name, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/*
 * Text. `&`, `<`, `>` and both quotes become entities; control characters other than line feed and
 * tab, and bytes that are not UTF-8, become U+FFFD.
 */
void html_text(struct html *html, struct docket_str text);
void html_format(struct html *html, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Writes what is no text at all: a style sheet of ours. Nothing from notes comes here. */
void html_raw(struct html *html, const char *ours);

/* A number from 0 up with its thousands apart: 10,345. */
void html_number(struct html *html, long long number);

/* Text from notes, kept apart from what is around it whatever direction it is written in. */
void html_user(struct html *html, struct docket_str text);

/* An element with a text of ours. */
void html_element(struct html *html, const char *element, const char *class, const char *text);

/* An attribute that is a link to a file: "obsidian://open?path=" or "file://", then its path. */
void html_link(struct html *html, const char *scheme, struct docket_str path);

/* What html_text writes for the text. */
void html_escape(struct text *out, struct docket_str text);

#endif

#include "document.h"

#include "style.h"

static void
write_meta(struct html *html, const char *kind, const char *name, const char *content)
{
	html_open(html, "meta", NULL);
	html_attribute(html, kind, docket_str(name));
	html_attribute(html, "content", docket_str(content));
	html_close(html);
}

void
document_open(struct html *html, const char *title)
{
	fputs("<!DOCTYPE html>\n", html->out);
	html_open(html, "html", NULL);
	html_attribute(html, "lang", docket_str("en"));
	html_open(html, "head", NULL);
	html_open(html, "meta", NULL);
	html_attribute(html, "charset", docket_str("utf-8"));
	html_close(html);
	write_meta(html, "http-equiv", "Content-Security-Policy",
		"default-src 'none'; style-src 'unsafe-inline'; img-src data:");
	write_meta(html, "name", "viewport", "width=device-width, initial-scale=1");
	write_meta(html, "name", "color-scheme", "light dark");
	write_meta(html, "name", "referrer", "no-referrer");
	html_element(html, "title", NULL, title);
	html_open(html, "style", NULL);
	html_raw(html, style_css);
	html_close(html);
	html_close(html);
	html_open(html, "body", NULL);
	html_open(html, "main", NULL);
}

void
document_close(struct html *html)
{
	while (html->depth)
		html_close(html);
}

void
document_link_note(struct html *html, struct docket_str title, struct docket_str path)
{
	html_open(html, "a", NULL);
	html_link(html, "obsidian://open?path=", path);
	html_user(html, title.length ? title : path);
	html_close(html);
	html_text(html, docket_str(" "));
	html_open(html, "a", "file");
	html_link(html, "file://", path);
	html_attribute(html, "title", docket_str("Open as a file"));
	html_text(html, docket_str("file"));
	html_close(html);
}

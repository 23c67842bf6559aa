#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "cli/document.h"
#include "reader.h"

/* A document in memory. */
struct draft {
	struct html html;
	char *bytes;
	size_t length;
};

static void
begin(struct draft *draft)
{
	*draft = (struct draft){ 0 };
	draft->html.out = open_memstream(&draft->bytes, &draft->length);
}

static void
assert_written(struct draft *draft, const char *expected)
{
	assert_int_equal(draft->html.depth, 0);
	fclose(draft->html.out);
	assert_string_equal(draft->bytes, expected);
	free(draft->bytes);
}

/* clang-format off */
static const struct {
	const char *text;
	size_t length; /* 0: up to the NUL */
	const char *escaped;
} escapes[] = {
	{ "plain, with \xc3\xa9 and \xf0\x9f\x98\x80", 0, "plain, with \xc3\xa9 and \xf0\x9f\x98\x80" },
	{ "<script>alert(1)</script>", 0, "&lt;script&gt;alert(1)&lt;/script&gt;" },
	{ "\" onload='x' &amp;", 0, "&quot; onload=&#39;x&#39; &amp;amp;" },
	{ "a\tb\nc", 0, "a\tb\nc" },
	{ "a\rb\x1b[31m\x7f", 0, "a\xef\xbf\xbd" "b\xef\xbf\xbd[31m\xef\xbf\xbd" },
	{ "NUL\0here", 8, "NUL\xef\xbf\xbdhere" },
	{ "\xc2\x85" "C1", 0, "\xef\xbf\xbd" "C1" },
	{ "bad \xff\xc3( \xed\xa0\x80", 0,
		"bad \xef\xbf\xbd\xef\xbf\xbd( \xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
	{ "", 0, "" },
};
/* clang-format on */

static struct docket_str
text_of(size_t row)
{
	size_t length = escapes[row].length;
	return (struct docket_str){ escapes[row].text,
		length ? length : strlen(escapes[row].text) };
}

static void
text_is_never_markup(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(escapes) / sizeof(*escapes); i++) {
		struct draft draft;
		char expected[256];
		begin(&draft);
		html_open(&draft.html, "b", NULL);
		html_text(&draft.html, text_of(i));
		html_close(&draft.html);
		snprintf(expected, sizeof(expected), "<b>%s</b>", escapes[i].escaped);
		assert_written(&draft, expected);
	}
}

static void
values_of_attributes_stay_inside_their_quotes(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(escapes) / sizeof(*escapes); i++) {
		struct draft draft;
		char expected[256];
		begin(&draft);
		html_open(&draft.html, "b", NULL);
		html_attribute(&draft.html, "title", text_of(i));
		html_close(&draft.html);
		snprintf(expected, sizeof(expected), "<b title=\"%s\"></b>", escapes[i].escaped);
		assert_written(&draft, expected);
	}
}

static void
elements_close_in_order_and_voids_not_at_all(void **state)
{
	(void)state;
	struct draft draft;
	begin(&draft);
	html_open(&draft.html, "ul", "items");
	html_element(&draft.html, "li", NULL, "a < b");
	html_open(&draft.html, "li", NULL);
	html_open(&draft.html, "br", NULL);
	html_close(&draft.html);
	html_user(&draft.html, docket_str("\u05d0"));
	html_close(&draft.html);
	html_close(&draft.html);
	assert_written(&draft,
		"<ul class=\"items\"><li>a &lt; b</li>\n<li><br><bdi>\u05d0</bdi></li>\n</ul>\n");
}

static void
links_to_notes_hold_nothing_but_their_path(void **state)
{
	(void)state;
	struct draft draft;
	begin(&draft);
	document_link_note(&draft.html, docket_str("javascript:alert(1)"),
		docket_str("/v/A & \"B\"/x?y#z\xff.md"));
	assert_written(&draft,
		"<a href=\"obsidian://open?path=%2Fv%2FA%20%26%20%22B%22%2Fx%3Fy%23z%FF.md\" "
		"rel=\"noreferrer\"><bdi>javascript:alert(1)</bdi></a> "
		"<a class=\"file\" href=\"file:///v/A%20%26%20%22B%22/x%3Fy%23z%FF.md\" "
		"rel=\"noreferrer\" title=\"Open as a file\">file</a>");
}

static void
letters_and_digits_of_a_path_stay(void **state)
{
	(void)state;
	struct draft draft;
	begin(&draft);
	html_open(&draft.html, "a", NULL);
	html_link(&draft.html, "file://", docket_str("/azAZ09-._~/@[`{:"));
	html_close(&draft.html);
	assert_written(&draft, "<a href=\"file:///azAZ09-._~/%40%5B%60%7B%3A\" "
			       "rel=\"noreferrer\"></a>");
}

static void
thousands_stand_apart(void **state)
{
	static const struct {
		long long number;
		const char *written;
	} rows[] = { { 0, "0" }, { 999, "999" }, { 1000, "1,000" }, { 10005, "10,005" },
		{ 1234567, "1,234,567" }, { 1000000000000000, "1,000,000,000,000,000" } };
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct draft draft;
		begin(&draft);
		html_number(&draft.html, rows[i].number);
		assert_written(&draft, rows[i].written);
	}
}

static void
a_document_forbids_what_it_does_not_have(void **state)
{
	(void)state;
	struct draft draft;
	begin(&draft);
	document_open(&draft.html, "</title><script>");
	html_text(&draft.html, docket_str("body"));
	document_close(&draft.html);
	fclose(draft.html.out);
	assert_non_null(strstr(draft.bytes, "<meta http-equiv=\"Content-Security-Policy\" "
					    "content=\"default-src &#39;none&#39;; "
					    "style-src &#39;unsafe-inline&#39;; img-src data:\">"));
	assert_non_null(strstr(draft.bytes, "<title>&lt;/title&gt;&lt;script&gt;</title>"));
	assert_null(strstr(draft.bytes, "<script"));
	assert_null(strstr(draft.bytes, "http://"));
	assert_null(strstr(draft.bytes, "https://"));
	assert_null(strstr(draft.bytes, "url("));
	assert_non_null(strstr(draft.bytes, "body</main></body>\n</html>\n"));
	free(draft.bytes);
}

static const struct docket_report tasks = { .name = "tasks",
	.summary = "open tasks",
	.subject = "task",
	.table = "overdue_days due text",
	.group = "owners" };

static void
a_report_is_a_table_for_each_group(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct page page = { .format = "html", .report = &tasks, .today = { 2025, 11, 10 } };
	str file = print_json(&arena, page,
		"[{\"text\": \"Mail <b>them</b>\", \"owners\": [\"Ida & Co\"], \"state\": "
		"\"open\", "
		"\"due\": \"2025-11-07\", \"overdue_days\": 3},"
		"{\"text\": \"Rest\", \"owners\": [], \"state\": \"open\", \"due\": null, "
		"\"overdue_days\": null}]");
	char *bytes = str_terminated(&arena, file);
	assert_non_null(strstr(bytes, "<h1>open tasks</h1>"));
	assert_non_null(strstr(bytes, "2 tasks, 1 overdue"));
	assert_non_null(strstr(bytes, "<h2><bdi>Ida &amp; Co</bdi> (1)</h2>"));
	assert_non_null(strstr(bytes, "<h2><bdi>Nobody</bdi> (1)</h2>"));
	assert_non_null(
		strstr(bytes, "<td class=\"number late\" data-title=\"Late\"><bdi>3 d</bdi></td>"));
	assert_non_null(strstr(bytes, "<td class=\"text\" data-title=\"Task\"><bdi>Mail "
				      "&lt;b&gt;them&lt;/b&gt;</bdi></td>"));
	arena_free(&arena);
}

static void
no_rows_are_a_page_that_says_so(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct page page = { .format = "html", .report = &tasks, .today = { 2025, 11, 10 } };
	char *bytes = str_terminated(&arena, print_json(&arena, page, "[]"));
	assert_non_null(strstr(bytes, "<h1>open tasks</h1>"));
	assert_null(strstr(bytes, "<table"));
	assert_non_null(strstr(bytes, "</html>"));
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_never_markup),
		cmocka_unit_test(values_of_attributes_stay_inside_their_quotes),
		cmocka_unit_test(elements_close_in_order_and_voids_not_at_all),
		cmocka_unit_test(links_to_notes_hold_nothing_but_their_path),
		cmocka_unit_test(letters_and_digits_of_a_path_stay),
		cmocka_unit_test(thousands_stand_apart),
		cmocka_unit_test(a_document_forbids_what_it_does_not_have),
		cmocka_unit_test(a_report_is_a_table_for_each_group),
		cmocka_unit_test(no_rows_are_a_page_that_says_so),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

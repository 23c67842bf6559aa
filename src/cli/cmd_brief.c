/* docket brief: what to know before meeting somebody. */
#include "commands.h"
#include "fault.h"
#include "json.h"
#include "markdown.h"
#include "output.h"
#include "tree.h"

#include <stdlib.h>
#include <string.h>

/* Whom or what a brief is about. */
enum kind { KIND_PERSON, KIND_ACCOUNT, KIND_SERIES, KIND_ME, KINDS };

enum { FILTERS = 3 };

/* How a name is looked for: a report that lists such names, and the filter that finds one. */
static const struct {
	const char *word, *report, *filter, *column;
} kinds[KINDS] = {
	[KIND_PERSON] = { "person", "people", "person", "name" },
	[KIND_ACCOUNT] = { "account", "accounts", "account", "name" },
	[KIND_SERIES] = { "series", "meetings", "series", "title" },
	[KIND_ME] = { "me", "people", "person", "name" },
};

/*
 * The sections: a report, and its filters for each kind; a value of NULL is the name. Without the
 * columns that say what the title of the section or of the brief has said.
 */
/* clang-format off */
static const struct section {
	const char *key, *title, *report;
	long limit; /* 0: none */
	struct docket_filter filters[KINDS][FILTERS];
	const char *without[KINDS];
} sections[] = {
	{ "they_owe", "They owe", "tasks", 0, {
		[KIND_PERSON] = { { "owner", NULL } },
		[KIND_ACCOUNT] = { { "account", NULL }, { "owner", "others" } },
		[KIND_SERIES] = { { "series", NULL }, { "owner", "others" } } },
		{ [KIND_PERSON] = "owners", [KIND_ACCOUNT] = "accounts" } },
	{ "i_owe", "I owe", "tasks", 0, {
		[KIND_PERSON] = { { "person", NULL }, { "owner", "me" } },
		[KIND_ACCOUNT] = { { "account", NULL }, { "owner", "me" } },
		[KIND_SERIES] = { { "series", NULL }, { "owner", "me" } },
		[KIND_ME] = { { "owner", NULL } } },
		{ "owners", "owners accounts", "owners", "owners" } },
	{ "changes", "Changed since the last meeting", "changes", 0, {
		[KIND_PERSON] = { { "owner", NULL }, { "since", "" } },
		[KIND_ACCOUNT] = { { "account", NULL }, { "since", "" } },
		[KIND_SERIES] = { { "series", NULL }, { "since", "" } },
		[KIND_ME] = { { "owner", NULL }, { "since", "" } } },
		{ [KIND_ACCOUNT] = "accounts" } },
	{ "decisions", "Decisions", "decisions", 10, {
		[KIND_PERSON] = { { "person", NULL }, { "state", "active" } },
		[KIND_ACCOUNT] = { { "account", NULL }, { "state", "active" } },
		[KIND_SERIES] = { { "series", NULL }, { "state", "active" } },
		[KIND_ME] = { { "person", NULL }, { "state", "active" } } },
		{ [KIND_ACCOUNT] = "accounts" } },
	{ "meetings", "Last meetings", "meetings", 3, {
		[KIND_PERSON] = { { "person", NULL }, { "until", "today" } },
		[KIND_ACCOUNT] = { { "account", NULL }, { "until", "today" } },
		[KIND_SERIES] = { { "series", NULL }, { "until", "today" } },
		[KIND_ME] = { { "person", NULL }, { "until", "today" } } },
		{ [KIND_ACCOUNT] = "accounts" } },
};
/* clang-format on */

/* FACTS: what JSON says in front of the sections. */
enum {
	FACTS = 3,
	SECTIONS = sizeof(sections) / sizeof(*sections),
	SECTION_MEETINGS = SECTIONS - 1
};

struct brief {
	struct invocation *invocation;
	struct docket_store *store;
	struct text typed; /* the words of the name */
	const char *name;  /* the same, ended by a NUL */
	enum kind kind;
	struct text title; /* the name in full */
	char met[11];      /* the day of the last meeting, or empty */
};

/* The rows of a section; NULL without an error when it has none for this kind of brief. */
static struct docket_rows *
ask(const struct brief *brief, const struct section *section, bool all, struct docket_error *err)
{
	struct docket_filter filters[FILTERS];
	size_t count = 0;
	for (const struct docket_filter *f = section->filters[brief->kind];
		count < FILTERS && f->name; f++) {
		bool met = strcmp(f->name, "since") == 0;
		if (met && !*brief->met)
			break;
		filters[count++] = (struct docket_filter){ f->name, met        ? brief->met
								    : f->value ? f->value
									       : brief->name };
	}
	struct docket_request request = { .report = section->report,
		.filters = filters,
		.filter_count = count,
		.today = brief->invocation->today,
		.limit = all ? 0 : section->limit,
		.columns = all ? "id overdue_days" : NULL };
	struct docket_error own = { 0 };
	struct docket_rows *rows = count ? docket_report_run(brief->store, &request, &own) : NULL;
	/* Nobody is `me`, so I owe nothing. */
	if (!rows && own.code && own.code != DOCKET_NOT_FOUND)
		fault(err, own.code, "%s", own.message);
	return rows;
}

/* Looks the name up as one kind; `*err` says why it is none. */
static bool
try_kind(struct brief *brief, enum kind kind, struct docket_error *err)
{
	struct docket_filter filter = { kinds[kind].filter, brief->name };
	struct docket_request request = { .report = kinds[kind].report,
		.filters = &filter,
		.filter_count = 1,
		.today = brief->invocation->today,
		.columns = "kind name title" };
	struct docket_rows *rows = docket_report_run(brief->store, &request, err);
	const struct docket_value *row = rows ? docket_rows_next(rows, err) : NULL;
	if (row) {
		const struct docket_value *means = docket_value_get(row, "kind");
		brief->kind = means && text_is(means->text, "me") ? KIND_ME : kind;
		text_clear(&brief->title);
		text_add(&brief->title, docket_value_get(row, kinds[kind].column)->text);
	}
	docket_rows_free(rows);
	return row;
}

/* What the library says behind a name that is nearly that of somebody. */
#define MEANT "did you mean"

/* A person or an account, else a series; what fits several is not guessed. */
static bool
find_subject(struct brief *brief, struct docket_error *err)
{
	struct docket_error person = { 0 }, account = { 0 };
	bool is_account = try_kind(brief, KIND_ACCOUNT, &account);
	bool is_person = try_kind(brief, KIND_PERSON, &person);
	if (is_account && is_person)
		return fault(err, DOCKET_AMBIGUOUS,
			"'%s' fits several: a person and an account; say which: docket brief "
			"person|account '%s'",
			brief->name, brief->name);
	if (is_account || is_person)
		return true;
	if (person.code == DOCKET_AMBIGUOUS || account.code == DOCKET_AMBIGUOUS)
		*err = person.code == DOCKET_AMBIGUOUS ? person : account;
	else if (try_kind(brief, KIND_SERIES, err))
		return true;
	else if (strstr(person.message, MEANT) || strstr(account.message, MEANT))
		*err = strstr(account.message, MEANT) ? account : person;
	else if (err->code == DOCKET_NOT_FOUND && !strstr(err->message, MEANT))
		fault(err, DOCKET_NOT_FOUND,
			"no person, account or series is called '%s'; see: docket people, accounts "
			"or meetings",
			brief->name);
	return false;
}

/* The kind that the word names; KINDS: none. */
static enum kind
find_kind(const char *word)
{
	enum kind kind = KIND_PERSON;
	while (kind <= KIND_SERIES && strcmp(kinds[kind].word, word) != 0)
		kind++;
	return kind <= KIND_SERIES ? kind : KINDS;
}

/* A name of several words needs no quotes. */
static bool
read_subject(struct brief *brief, struct docket_error *err)
{
	const struct invocation *invocation = brief->invocation;
	size_t count = invocation->argument_count;
	enum kind kind = count > 1 ? find_kind(invocation->arguments[0]) : KINDS;
	for (size_t first = kind != KINDS, i = first; i < count; i++)
		text_format(&brief->typed, "%s%s", i > first ? " " : "", invocation->arguments[i]);
	if (!brief->typed.length)
		return fault(
			err, DOCKET_INVALID, "docket brief needs %s", invocation->command.usage);
	text_add_char(&brief->typed, '\0');
	brief->name = brief->typed.bytes;
	return kind == KINDS ? find_subject(brief, err) : try_kind(brief, kind, err);
}

static bool
find_last_meeting(struct brief *brief, struct docket_error *err)
{
	struct docket_rows *rows = ask(brief, &sections[SECTION_MEETINGS], false, err);
	const struct docket_value *row = rows ? docket_rows_next(rows, err) : NULL;
	struct docket_str date = { 0 };
	if (row)
		date = docket_value_get(row, "date")->text;
	if (date.length == sizeof(brief->met) - 1)
		memcpy(brief->met, date.bytes, date.length);
	docket_rows_free(rows);
	return !err->code;
}

/* At an account's or in a series they are several, colleagues of mine among them. */
static const char *
title_of(const struct brief *brief, const struct section *section)
{
	bool several = brief->kind == KIND_ACCOUNT || brief->kind == KIND_SERIES;
	return several && section == sections ? "Others owe" : section->title;
}

/* "They owe (5, 2 overdue)", "Decisions (10 of 40)". False: there are none. */
static bool
add_heading(const struct brief *brief, const struct section *section, struct text *out,
	struct docket_error *err)
{
	struct docket_rows *rows = ask(brief, section, true, err);
	const struct docket_value *row, *late;
	size_t count = 0, overdue = 0;
	while (rows && (row = docket_rows_next(rows, err))) {
		late = docket_value_get(row, "overdue_days");
		overdue += late && late->type == DOCKET_NUMBER;
		count++;
	}
	docket_rows_free(rows);
	bool some = section->limit && count > (size_t)section->limit;
	text_format(out, "%s (", title_of(brief, section));
	if (some)
		text_format(out, "%ld of ", section->limit);
	text_format(out, "%zu", count);
	if (overdue)
		text_format(out, ", %zu overdue", overdue);
	text_add(out, docket_str(")"));
	return count;
}

static bool
write_section(const struct brief *brief, const struct section *section, struct page *page,
	struct docket_error *err)
{
	bool markdown = strcmp(page->format, "md") == 0;
	struct text heading = { 0 };
	bool any = add_heading(brief, section, &heading, err);
	struct docket_rows *rows = any ? ask(brief, section, false, err) : NULL;
	bool done = true;
	if (rows) {
		page->report = docket_report_find(section->report);
		page->without = section->without[brief->kind];
		fprintf(page->out, markdown ? "\n**%.*s**\n\n" : "\n%.*s\n\n", (int)heading.length,
			heading.bytes);
		done = page_write(page, rows, NULL, err);
	}
	docket_rows_free(rows);
	text_free(&heading);
	return done && !err->code;
}

static void
write_title(const struct brief *brief, FILE *out, bool markdown)
{
	struct text shown = { 0 }, line = { 0 };
	text_add_shown(&shown, text_view(&brief->title));
	if (markdown) {
		text_add(&line, docket_str("[!summary] "));
		markdown_add(&line, text_view(&shown));
		if (*brief->met)
			text_format(&line, "\n\nLast met %s.", brief->met);
	} else {
		text_add(&line, text_view(&shown));
		if (*brief->met)
			text_format(&line, ", last met %s", brief->met);
	}
	fprintf(out, "%.*s\n", (int)line.length, line.bytes);
	text_free(&shown);
	text_free(&line);
}

static bool
write_text(const struct brief *brief, struct page *page, struct docket_error *err)
{
	write_title(brief, page->out, strcmp(page->format, "md") == 0);
	page->group_by = "";
	page->counted = true;
	for (size_t i = 0; i < SECTIONS; i++)
		if (!write_section(brief, &sections[i], page, err))
			return false;
	return true;
}

/* In a callout: docket takes nothing in a quote for a task, so what is pasted adds none. */
static bool
write_callout(const struct brief *brief, struct page *page, struct docket_error *err)
{
	struct page inner = *page;
	char *bytes = NULL;
	size_t size = 0;
	inner.out = open_memstream(&bytes, &size);
	if (!inner.out)
		return fault(err, DOCKET_FAILED, "out of memory");
	bool done = write_text(brief, &inner, err);
	done = fclose(inner.out) == 0 && done;
	struct docket_str rest = { bytes, size }, line;
	while (done && text_next_part(&rest, '\n', &line))
		fprintf(page->out, line.length ? "> %.*s\n" : ">\n", (int)line.length, line.bytes);
	free(bytes);
	return done;
}

static bool
write_json(const struct brief *brief, struct page *page, struct docket_error *err)
{
	struct tree tree = { 0 };
	struct docket_value items[FACTS + SECTIONS] = {
		tree_text("name", text_view(&brief->title)),
		tree_word("kind", kinds[brief->kind].word),
		tree_word("last_met", brief->met),
	};
	for (size_t i = 0; i < SECTIONS && !err->code; i++) {
		struct docket_rows *rows = ask(brief, &sections[i], false, err);
		const char *key = sections[i].key;
		items[FACTS + i] = rows ? tree_rows(&tree, key, rows, err)
					: tree_list(&tree, key, (struct docket_strs){ 0 });
		docket_rows_free(rows);
	}
	struct docket_value map = tree_map(NULL, items, FACTS + SECTIONS);
	if (!err->code)
		json_write(page->out, &map, 2);
	tree_free(&tree);
	return !err->code;
}

/* How a brief is written in the formats that have one. */
static const struct {
	const char *format;
	bool (*write)(const struct brief *, struct page *, struct docket_error *);
} writers[] = { { "table", write_text }, { "md", write_callout }, { "json", write_json } };

static bool
write_brief(struct brief *brief, struct docket_error *err)
{
	struct output output = { .store = brief->store };
	bool done = output_open(&output, brief->invocation, NULL, err);
	for (size_t i = 0; done && i < sizeof(writers) / sizeof(*writers); i++)
		if (strcmp(writers[i].format, output.page.format) == 0)
			done = writers[i].write(brief, &output.page, err);
	return output_close(&output, done, done ? err : NULL) && done;
}

int
command_brief(struct invocation *invocation)
{
	struct docket_error err = { 0 };
	struct brief brief = { .invocation = invocation,
		.store = docket_store_open(invocation->store_path, &err) };
	bool done = brief.store && read_subject(&brief, &err) && find_last_meeting(&brief, &err) &&
		    write_brief(&brief, &err);
	text_free(&brief.typed);
	text_free(&brief.title);
	docket_store_close(brief.store);
	return done ? EXIT_DONE : report_error(&err);
}

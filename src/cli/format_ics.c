/*
 * iCalendar: tasks as to-dos (VTODO) of RFC 5545, for calendars and task managers.
 *
 * Text is escaped as 3.3.11 says and valid UTF-8; control characters are left out. Lines end in
 * CR LF and are folded at 75 octets, between characters. The same task has the same UID at every
 * export; SEQUENCE counts the changes the journal knows. DTSTAMP is the day of the meeting, not
 * the clock, so that equal stores give equal files.
 */
#include "page.h"

#include "text.h"

#include <docket.h>
#include <string.h>

enum { OCTETS = 75 };

struct calendar {
	const struct page *page;
	struct text line; /* being put together, not yet folded */
	struct text fold;
};

static const struct docket_value nothing;

static const struct docket_value *
get(const struct docket_value *row, const char *name)
{
	const struct docket_value *value = docket_value_get(row, name);
	return value ? value : &nothing;
}

/* Writes the line in pieces of at most 75 octets; a blank begins each but the first. */
static void
end_line(struct calendar *calendar)
{
	struct docket_str rest = text_view(&calendar->line);
	struct text *fold = &calendar->fold;
	size_t used = 0;
	text_clear(fold);
	while (rest.length) {
		struct docket_str before = rest;
		text_next(&rest);
		size_t octets = before.length - rest.length;
		if (used + octets > OCTETS) {
			text_add(fold, docket_str("\r\n "));
			used = 1;
		}
		text_add(fold, (struct docket_str){ before.bytes, octets });
		used += octets;
	}
	text_add(fold, docket_str("\r\n"));
	fwrite(fold->bytes, 1, fold->length, calendar->page->out);
	text_clear(&calendar->line);
}

static void
write_line(struct calendar *calendar, const char *line)
{
	text_add(&calendar->line, docket_str(line));
	end_line(calendar);
}

static void
add_escaped(struct text *line, struct docket_str value)
{
	while (value.length) {
		uint32_t code = text_next(&value);
		if (code == '\n') {
			text_add(line, docket_str("\\n"));
			continue;
		}
		if (code == '\\' || code == ';' || code == ',')
			text_add_char(line, '\\');
		if (code == '\t' || !text_is_control(code))
			text_add_code(line, code);
	}
}

static void
write_text(struct calendar *calendar, const char *name, struct docket_str value)
{
	if (!value.length)
		return;
	text_format(&calendar->line, "%s:", name);
	add_escaped(&calendar->line, value);
	end_line(calendar);
}

/* 2025-11-08 as 20251108, then what follows the day. */
static void
write_day(struct calendar *calendar, const char *name, struct docket_str day, const char *time)
{
	if (day.length != strlen("YYYY-MM-DD"))
		return;
	text_format(&calendar->line, "%s:%.4s%.2s%.2s%s", name, day.bytes, day.bytes + 5,
		day.bytes + 8, time);
	end_line(calendar);
}

/* What stands for a word of docket; NULL when the table has nothing for it. */
static const char *
translate(const char *const table[][2], size_t count, struct docket_str word)
{
	for (size_t i = 0; i < count; i++)
		if (text_is(word, table[i][0]))
			return table[i][1];
	return NULL;
}

static void
write_state(struct calendar *calendar, const struct docket_value *row)
{
	static const char *const states[][2] = { { "in_progress", "IN-PROCESS" },
		{ "done", "COMPLETED" }, { "cancelled", "CANCELLED" } };
	static const char *const priorities[][2] = { { "highest", "1" }, { "high", "3" },
		{ "medium", "5" }, { "low", "7" }, { "lowest", "9" } };
	const char *state = translate(states, 3, get(row, "state")->text);
	const char *priority = translate(priorities, 5, get(row, "priority")->text);
	write_text(calendar, "STATUS", docket_str(state ? state : "NEEDS-ACTION"));
	write_text(calendar, "PRIORITY", docket_str(priority));
}

/* The day work may begin. Readers refuse one that is not before the due day: then there is none. */
static void
write_days(struct calendar *calendar, const struct docket_value *row)
{
	struct docket_str due = get(row, "due")->text, start = get(row, "start")->text;
	if (!start.length)
		start = get(row, "scheduled")->text;
	bool before = due.length != start.length || !due.length ||
		      memcmp(start.bytes, due.bytes, due.length) < 0;
	if (before)
		write_day(calendar, "DTSTART;VALUE=DATE", start, "");
	write_day(calendar, "DUE;VALUE=DATE", due, "");
	if (text_is(get(row, "state")->text, "done"))
		write_day(calendar, "COMPLETED", get(row, "done")->text, "T120000Z");
}

static void
add_categories(struct text *line, const struct docket_value *list)
{
	for (size_t i = 0; i < list->count; i++) {
		struct docket_str name = list->items[i].text;
		if (name.length && name.bytes[0] == '#')
			name = text_skip(name, 1);
		text_add_char(line, line->length ? ',' : ':');
		add_escaped(line, name);
	}
}

static void
write_categories(struct calendar *calendar, const struct docket_value *row)
{
	struct text names = { 0 };
	add_categories(&names, get(row, "accounts"));
	add_categories(&names, get(row, "tags"));
	if (names.length) {
		text_add(&calendar->line, docket_str("CATEGORIES"));
		text_add(&calendar->line, text_view(&names));
		end_line(calendar);
	}
	text_free(&names);
}

/* Who, from which meeting, and where it is written. */
static void
write_description(struct calendar *calendar, const struct docket_value *row)
{
	const struct docket_value *owners = get(row, "owners"), *mentions = get(row, "mentions");
	struct docket_str title = get(get(row, "meeting"), "title")->text;
	struct text about = { 0 };
	for (size_t i = 0; i < owners->count; i++) {
		text_add(&about, docket_str(i ? ", " : "Owner: "));
		text_add(&about, owners->items[i].text);
	}
	text_add(&about, docket_str(about.length ? "\nMeeting: " : "Meeting: "));
	text_add(&about, title);
	for (size_t i = 0; i < mentions->count; i++) {
		text_add_char(&about, '\n');
		text_add(&about, get(&mentions->items[i], "path")->text);
		text_format(&about, ":%lld", get(&mentions->items[i], "line")->number);
	}
	write_text(calendar, "DESCRIPTION", text_view(&about));
	text_free(&about);
}

/* The note of the leading mention. */
static void
write_link(struct calendar *calendar, const struct docket_value *mentions)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				    "0123456789-._~/";
	if (!mentions->count)
		return;
	struct docket_str path = get(&mentions->items[0], "path")->text;
	text_add(&calendar->line, docket_str("URL:file://"));
	for (size_t i = 0; i < path.length; i++)
		if (memchr(plain, path.bytes[i], sizeof(plain) - 1))
			text_add_char(&calendar->line, path.bytes[i]);
		else
			text_format(&calendar->line, "%%%02X", (unsigned char)path.bytes[i]);
	end_line(calendar);
}

static void
write_task(struct calendar *calendar, const struct docket_value *row)
{
	const struct docket_value *depends = get(row, "depends_on");
	struct docket_str day = get(get(row, "meeting"), "date")->text;
	char today[11];
	docket_date_format(calendar->page->today, today);
	write_line(calendar, "BEGIN:VTODO");
	write_text(calendar, "UID", get(row, "uid")->text);
	write_day(calendar, "DTSTAMP", day.length ? day : docket_str(today), "T000000Z");
	text_format(&calendar->line, "SEQUENCE:%lld", get(row, "changes")->number);
	end_line(calendar);
	write_text(calendar, "SUMMARY", get(row, "text")->text);
	write_days(calendar, row);
	write_state(calendar, row);
	write_categories(calendar, row);
	for (size_t i = 0; i < depends->count; i++)
		write_text(calendar, "RELATED-TO;RELTYPE=DEPENDS-ON", depends->items[i].text);
	write_description(calendar, row);
	write_link(calendar, get(row, "mentions"));
	write_line(calendar, "END:VTODO");
}

void
format_ics_columns(const struct page *page, struct text *columns)
{
	(void)page;
	text_add(columns,
		docket_str("uid meeting changes text due start scheduled done state priority "
			   "accounts tags depends_on owners mentions"));
}

void
format_ics(const struct page *page, struct source *source)
{
	struct calendar calendar = { .page = page };
	const struct docket_value *row;
	write_line(&calendar, "BEGIN:VCALENDAR");
	write_line(&calendar, "VERSION:2.0");
	write_line(&calendar, "PRODID:-//docket//docket " DOCKET_VERSION "//EN");
	while ((row = source_next(source)))
		write_task(&calendar, row);
	write_line(&calendar, "END:VCALENDAR");
	text_free(&calendar.line);
	text_free(&calendar.fold);
}

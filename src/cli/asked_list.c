#include "asked.h"

#include "asked_task.h"
#include "fault.h"
#include "line.h"
#include "text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { HANG = 4, ROOM_LEAST = 12 };

struct list {
	const struct page *page;
	bool markdown;
	struct line line;
	struct text text; /* of the line that is being written */
	char headings[DOCKET_QUERY_LEVELS][256];
	bool begun; /* something was written, so that a blank line comes before the next part */
};

static void
end_text(struct list *list, enum style style)
{
	if (list->text.length)
		line_put(&list->line, text_view(&list->text), style);
	line_end(&list->line);
	text_clear(&list->text);
}

static void
leave_blank(struct list *list)
{
	if (list->begun)
		line_end(&list->line);
	list->begun = true;
}

/* Columns from `indent` on; 0: as many as it takes. */
static size_t
room_from(const struct list *list, size_t indent)
{
	size_t width = list->markdown ? 0 : list->page->width;
	return width > indent + ROOM_LEAST ? width - indent : width ? ROOM_LEAST : 0;
}

/*
 * Breaks the text where the screen ends; what follows hangs. Gives the column at which the last
 * line ends, for more to follow.
 */
static size_t
write_wrapped(
	struct list *list, struct docket_str rest, size_t indent, size_t hang, enum style style)
{
	size_t room = room_from(list, indent), start = indent;
	while (room && text_width(rest) > room) {
		struct docket_str taken = text_take_line(&rest, room);
		line_skip(&list->line, start);
		line_put(&list->line, taken, style);
		line_end(&list->line);
		start = indent + hang;
		room = room_from(list, start);
	}
	line_skip(&list->line, start);
	line_put(&list->line, rest, style);
	return start + text_width(rest);
}

/* Behind the task, or below it where there is no room. */
static void
write_backlink(struct list *list, const struct docket_value *task, size_t indent, size_t column)
{
	struct text link = { 0 };
	asked_add_backlink(&link, task, list->markdown);
	size_t gap = list->markdown ? 1 : 2, width = list->page->width;
	if (list->markdown || !width || column + gap + text_width(text_view(&link)) <= width) {
		line_skip(&list->line, gap);
		line_put(&list->line, text_view(&link), STYLE_DIM);
	} else {
		line_end(&list->line);
		write_wrapped(list, text_view(&link), indent + HANG, 0, STYLE_DIM);
	}
	text_free(&link);
}

static void
write_task(struct list *list, const struct docket_answer *answer, const struct docket_value *task,
	size_t indent)
{
	struct docket_str state = docket_value_get(task, "state")->text;
	bool finished = text_is(state, "done") || text_is(state, "cancelled");
	text_add(&list->text, docket_str(list->markdown ? "- " : ""));
	asked_add_task(&list->text, answer, task, list->markdown);
	size_t column = write_wrapped(
		list, text_view(&list->text), indent, HANG, finished ? STYLE_DIM : STYLE_PLAIN);
	if (docket_answer_shows(answer, "backlink"))
		write_backlink(list, task, indent, column);
	line_end(&list->line);
	text_clear(&list->text);
}

/* Names of the levels that change; an empty one has no heading. */
static void
write_headings(struct list *list, const struct docket_answer_group *group)
{
	bool changed = false;
	leave_blank(list);
	for (size_t i = 0; i < group->headings.count && i < DOCKET_QUERY_LEVELS; i++) {
		struct docket_str name = group->headings.items[i];
		char *before = list->headings[i];
		size_t size = sizeof(list->headings[i]);
		bool same = strlen(before) == name.length + 1 && name.length + 1 < size &&
			    memcmp(before + 1, name.bytes ? name.bytes : "", name.length) == 0;
		changed = changed || !same;
		if (!changed)
			continue;
		snprintf(before, size, "=%.*s", (int)name.length, name.bytes ? name.bytes : "");
		if (!name.length)
			continue;
		if (list->markdown)
			text_format(&list->text, "%.*s ", i < 2 ? (int)i + 4 : 6, "######");
		asked_add_shown(&list->text, name, list->markdown);
		write_wrapped(
			list, text_view(&list->text), list->markdown ? 0 : 2 * i, HANG, STYLE_BOLD);
		line_end(&list->line);
		text_clear(&list->text);
		if (list->markdown)
			line_end(&list->line);
	}
}

static bool
write_group(struct list *list, struct docket_answer *answer,
	const struct docket_answer_group *group, struct docket_error *err)
{
	const struct docket_value *task;
	size_t indent = list->markdown ? 0 : 2 * group->headings.count;
	write_headings(list, group);
	while ((task = docket_answer_next_task(answer, err)))
		write_task(list, answer, task, indent);
	if (!err->code && docket_answer_shows(answer, "group count")) {
		line_skip(&list->line, indent);
		text_format(&list->text, "%zu task%s", group->count, group->count == 1 ? "" : "s");
		end_text(list, STYLE_DIM);
	}
	return !err->code;
}

static void
write_count(struct list *list, const struct docket_answer *answer)
{
	if (!docket_answer_shows(answer, "task count"))
		return;
	if (answer->shown < answer->total)
		text_format(&list->text, "%zu of ", answer->shown);
	text_format(&list->text, "%zu task%s", answer->total, answer->total == 1 ? "" : "s");
	leave_blank(list);
	end_text(list, STYLE_DIM);
}

static void
write_explanation(struct list *list, const struct docket_answer *answer)
{
	struct docket_str rest = answer->explanation, line;
	if (!rest.length)
		return;
	leave_blank(list);
	while (text_next_part(&rest, '\n', &line)) {
		if (!rest.length && !line.length)
			break;
		text_add(&list->text, docket_str(line.length ? "    " : ""));
		text_add_shown(&list->text, line);
		end_text(list, STYLE_DIM);
	}
}

/* What the query is known by: the heading above it, else where it stands; false: nothing. */
static bool
write_title(struct list *list, const struct asked *asked, bool several)
{
	if (!asked->heading.length && !(several && (asked->path || asked->title)))
		return false;
	leave_blank(list);
	text_add(&list->text, docket_str(list->markdown ? "## " : ""));
	if (asked->heading.length)
		asked_add_shown(&list->text, asked->heading, list->markdown);
	else if (asked->path)
		text_add_shown(&list->text, asked_file_stem(docket_str(asked->path)));
	else
		text_add_shown(&list->text, docket_str(asked->title));
	if (!asked->heading.length && asked->line)
		text_format(&list->text, ":%d", asked->line);
	end_text(list, STYLE_BOLD);
	return true;
}

static bool
write_query(struct list *list, const struct asked *asked, bool several, struct docket_error *err)
{
	struct docket_answer *answer = asked->answer;
	const struct docket_answer_group *group;
	bool titled = write_title(list, asked, several);
	memset(list->headings, 0, sizeof(list->headings));
	if (!answer && titled) {
		leave_blank(list);
		text_add(&list->text,
			docket_str(asked->err.code == DOCKET_NOT_UNDERSTOOD ? "(not understood)"
									    : "(not answered)"));
		end_text(list, STYLE_LATE);
	}
	if (!answer)
		return true;
	write_explanation(list, answer);
	while ((group = docket_answer_next_group(answer)))
		if (!write_group(list, answer, group, err))
			return false;
	write_count(list, answer);
	return true;
}

static bool
write_all(struct list *list, const struct asked *asked, size_t count, struct docket_error *err)
{
	bool done = true;
	list->line = (struct line){ .out = list->page->out,
		.color = list->page->color && !list->markdown,
		.isolate = list->page->terminal };
	for (size_t i = 0; done && i < count; i++)
		done = write_query(list, &asked[i], count > 1, err);
	text_free(&list->text);
	return done && (fault_is_absent(list->page->out) ||
			       fault(err, DOCKET_FAILED, "cannot write: %s", strerror(errno)));
}

bool
asked_write_list(
	const struct page *page, const struct asked *asked, size_t count, struct docket_error *err)
{
	struct list list = { .page = page };
	return write_all(&list, asked, count, err);
}

bool
asked_write_markdown(
	const struct page *page, const struct asked *asked, size_t count, struct docket_error *err)
{
	struct list list = { .page = page, .markdown = true };
	return write_all(&list, asked, count, err);
}

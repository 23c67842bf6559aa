#include "asked.h"

#include "asked_task.h"
#include "fault.h"
#include "line.h"
#include "text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { WRAP_LEAST = 40 };

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

/* Breaks the text where the screen ends; what follows is indented. */
static void
write_wrapped(struct list *list, size_t indent, enum style style)
{
	struct docket_str rest = text_view(&list->text);
	size_t room = list->page->width > indent + WRAP_LEAST ? list->page->width - indent : 0;
	size_t hang = 0;
	while (room && text_width(rest) > room - hang) {
		struct docket_str taken = text_take_line(&rest, room - hang);
		line_skip(&list->line, indent + hang);
		line_put(&list->line, taken, style);
		line_end(&list->line);
		hang = 4;
	}
	line_skip(&list->line, indent + hang);
	line_put(&list->line, rest, style);
	text_clear(&list->text);
}

static void
write_task(struct list *list, const struct docket_answer *answer, const struct docket_value *task,
	size_t indent)
{
	struct docket_str state = docket_value_get(task, "state")->text;
	bool finished = text_is(state, "done") || text_is(state, "cancelled");
	text_add(&list->text, docket_str(list->markdown ? "- " : ""));
	asked_add_task(&list->text, answer, task, list->markdown);
	write_wrapped(list, indent, finished ? STYLE_DIM : STYLE_PLAIN);
	if (docket_answer_shows(answer, "backlink")) {
		struct text link = { 0 };
		asked_add_backlink(&link, task, list->markdown);
		line_skip(&list->line, list->markdown ? 1 : 2);
		line_put(&list->line, text_view(&link), STYLE_DIM);
		text_free(&link);
	}
	line_end(&list->line);
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
		else
			line_skip(&list->line, 2 * i);
		asked_add_shown(&list->text, name, list->markdown);
		end_text(list, STYLE_BOLD);
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

#include "import/box.h"

#include "base/date.h"

#include <stddef.h>

/* clang-format off */
#define SHARED(field) { #field, offsetof(struct docket_box, field), \
	offsetof(struct docket_task, field) }
static const struct shared {
	const char *name;
	size_t box, task; /* where it is in both */
} days[] = {
	SHARED(due), SHARED(scheduled), SHARED(start), SHARED(created), SHARED(done), SHARED(cancelled),
}, texts[] = {
	SHARED(recurrence), SHARED(task_id), SHARED(on_completion),
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const date *
day_of(const void *of, size_t at)
{
	return (const date *)((const char *)of + at);
}

static const str *
text_of(const void *of, size_t at)
{
	return (const str *)((const char *)of + at);
}

static bool
is_same_list(strs a, strs b)
{
	bool same = a.count == b.count;
	for (size_t i = 0; same && i < a.count; i++)
		same = str_equal(a.items[i], b.items[i]);
	return same;
}

static bool
is_same(const struct docket_task *task)
{
	const struct docket_box *box = task->box;
	bool same =
		box->priority == task->priority && is_same_list(box->depends_on, task->depends_on);
	for (size_t i = 0; same && i < COUNT(days); i++)
		same = date_equal(*day_of(box, days[i].box), *day_of(task, days[i].task));
	for (size_t i = 0; same && i < COUNT(texts); i++)
		same = str_equal(*text_of(box, texts[i].box), *text_of(task, texts[i].task));
	return same;
}

str
box_list(struct arena *arena, strs list)
{
	struct buffer out = { .arena = arena };
	for (size_t i = 0; i < list.count; i++) {
		buffer_add_char(&out, i ? ',' : '[');
		buffer_add_json(&out, list.items[i]);
	}
	if (list.count)
		buffer_add_char(&out, ']');
	return out.text;
}

str
box_fields(struct arena *arena, const struct docket_task *task)
{
	const struct docket_box *box = task->box;
	if (!box || is_same(task))
		return (str){ 0 };
	struct buffer out = { .arena = arena };
	buffer_format(&out, "{\"priority\":%d", box->priority);
	for (size_t i = 0; i < COUNT(days); i++) {
		char text[11];
		date day = *day_of(box, days[i].box);
		docket_date_format(day, text);
		if (!date_is_none(day))
			buffer_format(&out, ",\"%s\":\"%s\"", days[i].name, *text ? text : "!");
	}
	for (size_t i = 0; i < COUNT(texts); i++) {
		str text = *text_of(box, texts[i].box);
		if (text.length) {
			buffer_format(&out, ",\"%s\":", texts[i].name);
			buffer_add_json(&out, text);
		}
	}
	if (box->depends_on.count)
		buffer_format(
			&out, ",\"depends_on\":%.*s", STR_ARG(box_list(arena, box->depends_on)));
	buffer_add_char(&out, '}');
	return out.text;
}

#include "read/task_due.h"

#include "base/utf8.h"
#include "read/dates.h"
#include "read/dates_vague.h"

/* Bytes of the words for a day: a cell may be of many tasks. */
enum { WORDS_MOST = 256 };

/* Why the words gave no day; NULL: they are not meant to, as "TBD". */
static const char *
find_doubt(str words, date meeting, enum dates_answer answer, date found)
{
	const date any = { 2000, 1, 1 };
	date day;
	if (answer == DATES_DAY || !date_is_none(found))
		return NULL;
	if (answer == DATES_AMBIGUOUS)
		return "can be several days, so the task has no due date; write YYYY-MM-DD";
	if (dates_vague(words))
		return "is no single day, so the task has no due date; write YYYY-MM-DD";
	if (date_is_none(meeting) && dates_read_due(words, any, &day) != DATES_NONE)
		return "is counted from the day of the meeting, which the note does not say, so "
		       "the task has no due date; write YYYY-MM-DD, or a date for the note";
	return NULL;
}

void
task_due_take(const struct syntax_place *place, str words, struct docket_task *task)
{
	struct remarks *remarks = place->context->remarks;
	date day, iso;
	enum dates_answer answer = dates_read_due(words, place->meeting, &day);
	const char *doubt = find_doubt(words, place->meeting, answer, day);
	task->due = answer == DATES_DAY ? day : (date){ 0 };
	bool plain = answer == DATES_DAY && date_parse_iso(words, &iso);
	task->due_text = plain ? (str){ 0 } : utf8_cut(words, WORDS_MOST);
	if (doubt)
		remark(remarks, task->line, DOCKET_REMARK_AMBIGUOUS_DATE, "\"%.*s\" %s",
			STR_ARG(words), doubt);
	else if (answer == DATES_NONE && !date_is_none(day))
		remark(remarks, task->line, DOCKET_REMARK_INVALID_DATE,
			"there is no day %.*s, so the task has no due date; correct it",
			STR_ARG(words));
}

void
task_due_check(const struct syntax_place *place, const struct docket_task *task)
{
	date due = task->due, meeting = place->meeting;
	if (task->state >= DOCKET_DONE || date_is_none(due) || !docket_date_exists(meeting) ||
		date_compare(due, meeting) >= 0)
		return;
	char written[2][11];
	docket_date_format(due, written[0]);
	docket_date_format(meeting, written[1]);
	remark(place->context->remarks, task->line, DOCKET_REMARK_DUE_BEFORE_MEETING,
		"due %s, before the meeting on %s; is the year right?", written[0], written[1]);
}

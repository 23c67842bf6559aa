/* What the notes that an import met hold. */
#include "import/run.h"

/* Writes down which notes were met. */
static void
write_seen(struct run *run)
{
	for (size_t byte = 0; byte < run->seen_size; byte++) {
		for (int bit = 0; run->seen[byte] >> bit; bit++) {
			long long note = (long long)byte * 8 + bit;
			if (!note_was_seen(run, note))
				continue;
			struct statement *s = db_use(run->db, "seen_note");
			bind_number(s, ":note", note);
			statement_run(s);
		}
	}
}

/* Whether the notes that were met are all there are. */
static bool
met_all(struct run *run)
{
	return statement_number(db_use(run->db, "note_count"), 0) == (long long)run->seen_count;
}

void
totals_count(struct run *run)
{
	size_t *const results[] = { &run->result->tasks, &run->result->task_mentions,
		&run->result->decisions, &run->result->decision_mentions, &run->result->people,
		&run->result->accounts, &run->result->remarks };
	bool all = met_all(run);
	if (!all)
		write_seen(run);
	struct statement *s = db_use(run->db, all ? "totals" : "totals_of_seen");
	if (statement_step(s))
		for (size_t i = 0; i < sizeof(results) / sizeof(*results); i++)
			*results[i] = (size_t)column_number(s, (int)i);
	statement_reset(s);
}

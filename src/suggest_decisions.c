/*
 * A decision that sounds as if it replaced an earlier one of its account does not: only what a note
 * declares does. The earlier one that is most like it is named.
 */
#include "identity/match.h"
#include "suggest.h"

/* The newest that one is compared with; from ALIKE on it may be meant. */
enum { MOST_BEFORE = 200 };
#define ALIKE 0.35

struct hint {
	str path, text, date; /* of the note; of the earlier decision */
	int line;
	int compared; /* earlier ones so far */
	double score;
};

static void
tell(struct suggest *suggest, const struct hint *hint)
{
	if (hint->score < ALIKE)
		return;
	suggest_tell(suggest, DOCKET_REMARK_PERHAPS_SUPERSEDES, hint->path, hint->line,
		str_format(&suggest->arena,
			"sounds as if it replaced '%.*s' of %.*s; if so, write '(supersedes: "
			"%.*s)' behind it",
			STR_ARG(hint->text), STR_ARG(hint->date), STR_ARG(hint->text)));
}

void
suggest_decisions(struct suggest *suggest)
{
	struct arena scratch = { 0 };
	struct hint best = { 0 };
	struct statement *rows = db_use(suggest->db, "hinting_decisions");
	while (statement_step(rows)) {
		int line = (int)column_number(rows, 2);
		if (line != best.line || !str_equal(best.path, column_text(rows, 1))) {
			tell(suggest, &best);
			best = (struct hint){ .line = line,
				.path = str_copy(&suggest->arena, column_text(rows, 1)) };
		}
		double score =
			match_similarity(&scratch, column_text(rows, 0), column_text(rows, 4));
		if (score > best.score) {
			best.score = score;
			best.text = str_copy(&suggest->arena, column_text(rows, 4));
			best.date = str_copy(&suggest->arena, column_text(rows, 5));
		}
		arena_reset(&scratch);
	}
	tell(suggest, &best);
	arena_free(&scratch);
}

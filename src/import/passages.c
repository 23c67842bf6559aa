/* What a note says besides its tasks and decisions -> rows. */
#include "import/run.h"

static void
write_information(struct run *run, long long note, const struct docket_passage *passage)
{
	struct statement *s = db_row(run->db, "insert_information");
	bind_number(s, ":id", run->next_mention++);
	bind_number(s, ":note", note);
	bind_number(s, ":line", passage->line);
	bind_text(s, ":text", passage->text);
}

void
passages_write(struct run *run, const struct note_file *file, const struct docket_note *note)
{
	struct arena arena = { 0 };
	struct buffer rest = { .arena = &arena };
	int line = 1;
	for (size_t i = 0; i < note->passage_count; i++) {
		const struct docket_passage *passage = &note->passages[i];
		if (passage->key) {
			write_information(run, file->id, passage);
			continue;
		}
		for (; line < passage->line; line++)
			buffer_add_char(&rest, '\n');
		buffer_add(&rest, passage->text);
	}
	if (rest.text.length) {
		struct statement *s = db_use(run->db, "insert_note_text");
		bind_number(s, ":note", file->id);
		bind_text(s, ":text", rest.text);
		statement_run(s);
	}
	arena_free(&arena);
}

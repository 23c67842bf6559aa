/*
 * What the Tasks plugin reads in a line beside what docket does, and how the store keeps it.
 */
#include "import/box.h"
#include "sandbox.h"

/* Lines behind "- [ ] ", with the plugin's fields where they are others; empty: docket's are. */
static const struct {
	const char *line, *fields;
} lines[] = {
	{ "Send the map 📅 2025-11-08", "" },
	{ "Send the map 📅 2025-02-30", "{\"priority\":0,\"due\":\"!\"}" },
	{ "Send the map 📅 2025-11-08 to Ida", "{\"priority\":0}" },
	{ "Send the map ⏫ to Ida 📅 2025-11-08", "{\"priority\":0,\"due\":\"2025-11-08\"}" },
	{ "Send the map 🆔 a1 ⛔ b2,c3 ⏳ 2025-13-01", "{\"priority\":0,\"scheduled\":\"!\",\"task_"
						    "id\":\"a1\",\"depends_on\":[\"b2\",\"c3\"]}" },
	{ "Send the map by 2025-11-08", "{\"priority\":0}" },
	{ "[Name] 📅 2025-11-08", "" },
};

/* Indentation, and whether the plugin calls the item a sub-item. */
static const struct {
	const char *note;
	bool sub_item;
} indentations[] = {
	{ "- [ ] a\n", false },
	{ "- b\n\t- [ ] a\n", true },
	{ "- b\n  - [ ] a\n", true },
	{ " - [ ] a\n", true },
	{ "> - [ ] a\n", false },
	{ ">- [ ] a\n", false },
	{ ">  - [ ] a\n", true },
	{ "> > - [ ] a\n", false },
	{ "> - b\n>   - [ ] a\n", true },
};

static void
fields_are_kept_where_the_plugin_reads_others(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		str text = str_format(&arena, "- [ ] %s\n", lines[i].line);
		struct docket_note *note = docket_note_parse(text, "note.md", NULL);
		assert_int_equal(note->task_count, 1);
		str fields = box_fields(&arena, &note->tasks[0]);
		assert_string_equal(fields.length ? fields.bytes : "", lines[i].fields);
		docket_note_free(note);
	}
	arena_free(&arena);
}

static void
sub_items_are_known_by_their_indentation(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(indentations) / sizeof(*indentations); i++) {
		struct docket_note *note =
			docket_note_parse(docket_str(indentations[i].note), "note.md", NULL);
		assert_int_equal(note->task_count, 1);
		assert_int_equal(note->tasks[0].box->sub_item, indentations[i].sub_item);
		docket_note_free(note);
	}
}

static void
other_notations_are_no_boxes(void **state)
{
	(void)state;
	struct docket_note *note = docket_note_parse(
		docket_str("## Action items\n\n- Ida: send the map by 2025-11-08\n"), "a.md", NULL);
	assert_int_equal(note->task_count, 1);
	assert_null(note->tasks[0].box);
	docket_note_free(note);
}

/* The first column of the first row, as a number. */
static long long
ask_number(const struct sandbox *box, const char *statement)
{
	struct docket_error err = { 0 };
	struct docket_store *store = docket_store_open(box->store, &err);
	struct docket_rows *rows = docket_sql(store, statement, &err);
	const struct docket_value *row = docket_rows_next(rows, &err);
	assert_non_null(row);
	long long number = row->items[0].number;
	docket_rows_free(rows);
	docket_store_close(store);
	return number;
}

static void
boxes_of_the_plugin_alone_are_no_tasks(void **state)
{
	(void)state;
	struct sandbox box;
	sandbox_open(&box);
	sandbox_put(&box, "notes/a.md", "- [ ] [Name]\n- [ ] Send the map\n");
	sandbox_import(&box, "notes");
	sandbox_put(&box, "notes/a.md", "- [ ] [Name]\n- [ ] [Task] 🆔 a1\n- [ ] Send the map\n");
	sandbox_import(&box, "notes");
	assert_int_equal(ask_number(&box, "SELECT count(*) FROM mention WHERE kind = 3"), 2);
	assert_int_equal(ask_number(&box, "SELECT count(*) FROM mentions"), 1);
	assert_int_equal(ask_number(&box, "SELECT count(*) FROM tasks"), 1);
	sandbox_close(&box);
}

static void
a_note_is_of_the_nearest_vault(void **state)
{
	(void)state;
	struct sandbox box;
	sandbox_open(&box);
	sandbox_put(&box, "notes/vault/.obsidian/app.json", "{}");
	sandbox_put(&box, "notes/vault/deep/a.md", "- [ ] Send the map\n");
	sandbox_put(&box, "notes/b.md", "- [ ] Send the bill\n");
	sandbox_import(&box, "notes");
	assert_int_equal(
		ask_number(&box, "SELECT count(*) FROM note JOIN vault ON vault.id = note.vault "
				 "WHERE vault.path LIKE '%/notes/vault/'"),
		1);
	assert_int_equal(
		ask_number(&box, "SELECT count(*) FROM note JOIN vault ON vault.id = note.vault "
				 "WHERE vault.path LIKE '%/notes/'"),
		1);
	sandbox_close(&box);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_are_kept_where_the_plugin_reads_others),
		cmocka_unit_test(sub_items_are_known_by_their_indentation),
		cmocka_unit_test(other_notations_are_no_boxes),
		cmocka_unit_test(boxes_of_the_plugin_alone_are_no_tasks),
		cmocka_unit_test(a_note_is_of_the_nearest_vault),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The accounts and projects of notes. */
#include "base/utf8.h"
#include "import/run.h"

#include <string.h>

static long long
project_id(struct run *run, str name)
{
	struct arena arena = { 0 };
	str key = utf8_fold(&arena, name);
	struct statement *s = db_use(run->db, "find_project");
	bind_text(s, ":key", key);
	long long id = statement_number(s, 0);
	if (!id && key.length) {
		s = db_use(run->db, "insert_project");
		bind_text(s, ":name", name);
		bind_text(s, ":key", key);
		id = statement_number(s, 0);
	}
	arena_free(&arena);
	return id;
}

/* How sure an account's spelling is. */
enum spelling { SPELLED_BY_TAG = -1, SPELLED_IN_NOTE = 0, SPELLED_IN_CONFIGURATION = 1 };

static long long
insert_account(struct run *run, str key, str name, enum spelling spelling)
{
	struct statement *s = db_use(run->db, "insert_account");
	bind_text(s, ":key", key);
	bind_text(s, ":name", name);
	bind_number(s, ":configured", spelling);
	return statement_number(s, 0);
}

static void
respell_account(struct run *run, long long id, str name, enum spelling spelling)
{
	struct statement *s = db_use(run->db, "update_account");
	bind_number(s, ":id", id);
	bind_text(s, ":name", name);
	bind_number(s, ":configured", spelling);
	statement_run(s);
}

/* The row of an account; made, or spelled better, when needed. */
static long long
account_id(struct run *run, str name, enum spelling spelling)
{
	struct arena arena = { 0 };
	str key = utf8_fold(&arena, name);
	struct statement *found = db_use(run->db, "find_account_key");
	bind_text(found, ":key", key);
	bool known = statement_step(found);
	long long id = known ? column_number(found, 0) : 0;
	bool better = known && column_number(found, 1) < spelling;
	statement_reset(found);
	if (better)
		respell_account(run, id, name, spelling);
	else if (!known && key.length)
		id = insert_account(run, key, name, spelling);
	arena_free(&arena);
	return id;
}

void
accounts_configure(struct run *run, const struct docket_directory *directory)
{
	size_t count;
	const struct directory_spelling *spellings =
		directory_spellings(directory, DIRECTORY_ACCOUNTS, &count);
	for (size_t i = 0; i < count; i++) {
		long long id = account_id(run, spellings[i].name, SPELLED_IN_CONFIGURATION);
		struct statement *s = db_use(run->db, "insert_account_alias");
		bind_text(s, ":key", spellings[i].key);
		bind_number(s, ":account", id);
		bind_text(s, ":name", spellings[i].written);
		statement_run(s);
	}
}

/* "northwind-traders" -> "Northwind Traders". */
static str
name_from_slug(struct arena *arena, str slug)
{
	struct buffer name = { .arena = arena };
	bool begins = true;
	for (size_t size; slug.length; slug = str_skip(slug, size)) {
		char title[4];
		uint32_t code = utf8_first(slug, &size);
		bool gap = code == '-' || code == '_';
		if (gap)
			buffer_add_char(&name, ' ');
		else if (begins && utf8_title_code(code) != code)
			buffer_add(
				&name, (str){ title, utf8_encode(utf8_title_code(code), title) });
		else
			buffer_add(&name, str_slice(slug, 0, size));
		begins = gap;
	}
	return str_trim(name.text);
}

/* What stands behind `prefix` in a tag of the note, as a name; empty when no tag has it. */
static str
name_from_tags(struct arena *arena, strs tags, str prefix)
{
	for (size_t i = 0; i < tags.count; i++)
		if (str_starts_nocase(tags.items[i], prefix) &&
			tags.items[i].length > prefix.length)
			return name_from_slug(arena, str_skip(tags.items[i], prefix.length));
	return (str){ 0 };
}

/* What the note says its account is: the first that answers. */
static struct named
stated_account(struct arena *arena, const struct note_file *file, const struct docket_note *note)
{
	const struct named answers[] = {
		{ 0, note->account_in_body ? (str){ 0 } : note->account, "front matter" },
		{ 0, name_from_tags(arena, note->tags, STR("account/")), "tag" },
		{ 0, note->account_in_body ? note->account : (str){ 0 }, "body" },
		{ 0, directory_folder_account(file->root->directory, str_from(file->name)),
			"folder" },
	};
	for (size_t i = 0; i < sizeof(answers) / sizeof(*answers); i++)
		if (answers[i].written.length)
			return answers[i];
	return (struct named){ 0 };
}

struct named
accounts_of_note(struct run *run, struct arena *arena, const struct note_file *file,
	const struct docket_note *note)
{
	struct named account = stated_account(arena, file, note);
	str canonical =
		directory_find_account(file->root->directory, utf8_fold(arena, account.written));
	bool tag = account.reason && strcmp(account.reason, "tag") == 0;
	if (canonical.length)
		account.id = account_id(run, canonical, SPELLED_IN_CONFIGURATION);
	else if (account.written.length)
		account.id =
			account_id(run, account.written, tag ? SPELLED_BY_TAG : SPELLED_IN_NOTE);
	return account.id ? account : (struct named){ 0 };
}

struct named
accounts_project(struct run *run, struct arena *arena, const struct docket_note *note)
{
	struct named project = { 0, note->project, "" };
	if (!project.written.length)
		project.written = name_from_tags(arena, note->tags, STR("project/"));
	if (project.written.length)
		project.id = project_id(run, project.written);
	return project.id ? project : (struct named){ 0 };
}

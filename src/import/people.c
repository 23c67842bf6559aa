/* Who is meant: the ladder of names, and the accounts and projects of a note. */
#include "base/utf8.h"
#include "identity/names.h"
#include "import/roots.h"
#include "import/run.h"

#include <stdlib.h>
#include <string.h>

/* In the store, by kind; higher stays. */
static const char *const kind_names[] = {
	[PERSON_UNKNOWN] = "unknown",
	[PERSON_PERSON] = "person",
	[PERSON_ME] = "me",
	[PERSON_TEAM] = "team",
	[PERSON_NOBODY] = "nobody",
};

/* A name that was asked for before, and the answer. */
struct answered {
	str written;
	struct owner owner;
};

struct note_people {
	struct arena arena;
	const struct note_file *file;
	struct name_scope scope;
	struct {
		LIST(struct name_person)
	} participants, names;
	struct {
		LIST(struct answered)
	} answers; /* a note names the same few people again and again */
};

static long long
rank_of(str kind)
{
	for (long long i = PERSON_NOBODY; i >= 0; i--)
		if (str_equal(kind, str_from(kind_names[i])))
			return i;
	return 0;
}

/* The key of the first name, when there is another name behind it. */
static str
first_key(str key)
{
	size_t blank = str_find_char(key, ' ');
	return blank == STR_NONE ? (str){ "", 0 } : str_slice(key, 0, blank);
}

/* The row of a person; made, or made more of, when needed. */
static long long
person_id(struct run *run, str name, enum person_kind kind, bool configured)
{
	struct arena arena = { 0 };
	str key = name_key(&arena, name);
	struct statement *found = db_use(run->db, "find_person_key");
	bind_text(found, ":key", key);
	long long id = 0;
	if (statement_step(found)) {
		id = column_number(found, 0);
		bool better = rank_of(column_text(found, 2)) < (long long)kind;
		bool now_configured = configured && !column_number(found, 3);
		str kept = str_copy(&arena, column_text(found, 1));
		str kept_kind = str_copy(&arena, column_text(found, 2));
		bool was_configured = column_number(found, 3);
		statement_reset(found);
		if (better || now_configured) {
			struct statement *update = db_use(run->db, "update_person");
			bind_number(update, ":id", id);
			bind_text(update, ":name", configured ? name : kept);
			bind_text(update, ":kind", better ? str_from(kind_names[kind]) : kept_kind);
			bind_number(update, ":configured", configured || was_configured);
			statement_run(update);
		}
	} else {
		struct statement *insert = db_use(run->db, "insert_person");
		bind_text(insert, ":name", name);
		bind_text(insert, ":key", key);
		bind_text(insert, ":first_key", first_key(key));
		bind_text(insert, ":kind", str_from(kind_names[kind]));
		bind_number(insert, ":configured", configured);
		id = statement_number(insert, 0);
	}
	arena_free(&arena);
	return id;
}

/* The row of what has a name and a key: a project or an account. */
static long long
named_id(struct run *run, const char *find, const char *insert, str name)
{
	struct arena arena = { 0 };
	str key = utf8_fold(&arena, name);
	struct statement *s = db_use(run->db, find);
	bind_text(s, ":key", key);
	long long id = statement_number(s, 0);
	if (!id && key.length) {
		s = db_use(run->db, insert);
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
account_id(struct run *run, str name, enum spelling spelling)
{
	struct arena arena = { 0 };
	str key = utf8_fold(&arena, name);
	struct statement *found = db_use(run->db, "find_account_key");
	bind_text(found, ":key", key);
	long long id = 0;
	bool better = false;
	if (statement_step(found)) {
		id = column_number(found, 0);
		better = column_number(found, 1) < spelling;
		statement_reset(found);
	}
	struct statement *write = NULL;
	if (better) {
		write = db_use(run->db, "update_account");
		bind_number(write, ":id", id);
	} else if (!id && key.length) {
		write = db_use(run->db, "insert_account");
		bind_text(write, ":key", key);
	}
	if (write) {
		bind_text(write, ":name", name);
		bind_number(write, ":configured", spelling);
		id = better ? (statement_run(write), id) : statement_number(write, 0);
	}
	arena_free(&arena);
	return id;
}

static void
add_alias(struct run *run, const char *statement, const char *parameter,
	const struct directory_spelling *spelling, long long id)
{
	struct statement *s = db_use(run->db, statement);
	bind_text(s, ":key", spelling->key);
	bind_number(s, parameter, id);
	bind_text(s, ":name", spelling->written);
	statement_run(s);
}

static void
configure_people(
	struct run *run, const struct docket_directory *directory, enum directory_list list)
{
	size_t count;
	const struct directory_spelling *spellings = directory_spellings(directory, list, &count);
	for (size_t i = 0; i < count; i++) {
		enum person_kind kind = directory_find_person(directory, spellings[i].key).kind;
		long long id = person_id(run, spellings[i].name, kind, true);
		add_alias(run, "insert_person_alias", ":person", &spellings[i], id);
	}
}

static void
configure_accounts(struct run *run, const struct docket_directory *directory)
{
	size_t count;
	const struct directory_spelling *spellings =
		directory_spellings(directory, DIRECTORY_ACCOUNTS, &count);
	for (size_t i = 0; i < count; i++) {
		long long id = account_id(run, spellings[i].name, SPELLED_IN_CONFIGURATION);
		add_alias(run, "insert_account_alias", ":account", &spellings[i], id);
	}
}

void
people_configure(struct run *run)
{
	bool changed = run->writer->fresh;
	for (size_t i = 0; i < run->roots.count; i++)
		changed = changed || run->roots.items[i].reread;
	if (!changed)
		return;
	run->changed = true;
	store_begin(run->writer);
	db_execute_file(run->db, "people_unconfigure");
	for (size_t i = roots_has_outright(run) ? 0 : 1; i < run->roots.count; i++) {
		const struct docket_directory *directory = run->roots.items[i].directory;
		configure_people(run, directory, DIRECTORY_PEOPLE);
		configure_people(run, directory, DIRECTORY_TEAMS);
		configure_accounts(run, directory);
		if (docket_directory_me(directory).length)
			person_id(run, docket_directory_me(directory), PERSON_ME, true);
	}
}

/* The row of whom the ladder answered with; 0 for nobody. */
static long long
answer_id(struct run *run, const struct name_answer *answer)
{
	if (answer->person.kind == PERSON_NOBODY)
		return 0;
	if (answer->person.id)
		return answer->person.id;
	bool configured =
		answer->rung <= RUNG_CONFIGURED &&
		directory_find_person(run->people->scope.directory, answer->person.key).name.length;
	return person_id(run, answer->person.name, answer->person.kind, configured);
}

/* A participant is a person, whether configured or not. */
static void
add_participant(struct run *run, const struct note_file *file, str written)
{
	struct note_people *people = run->people;
	struct name_scope configured = { .directory = people->scope.directory };
	struct name_answer answer = name_resolve(&people->arena, &configured, written);
	if (!answer.person.key.length)
		return;
	if (answer.person.kind == PERSON_UNKNOWN)
		answer.person.kind = PERSON_PERSON;
	answer.person.id = (long)answer_id(run, &answer);
	if (!answer.person.id)
		return;
	*list_add(&people->arena, &people->participants) = answer.person;
	struct statement *s = db_use(run->db, "insert_note_person");
	bind_number(s, ":note", file->id);
	bind_number(s, ":person", answer.person.id);
	bind_text(s, ":written", answer.person.name);
	statement_run(s);
}

void
people_of_note(struct run *run, const struct note_file *file, const struct docket_note *note)
{
	struct note_people *people = run->people;
	arena_reset(&people->arena);
	*people = (struct note_people){ .arena = people->arena,
		.file = file,
		.scope = { .directory = file->root->directory } };
	for (size_t i = 0; i < note->participants.count; i++)
		add_participant(run, file, note->participants.items[i]);
	for (size_t i = 0; i < note->names.count; i++) {
		struct name_person *person = list_add(&people->arena, &people->names);
		person->name = name_clean(note->names.items[i]);
		person->key = name_key(&people->arena, person->name);
	}
	people->scope.participants =
		(struct name_people){ people->participants.items, people->participants.count };
	people->scope.body = (struct name_people){ people->names.items, people->names.count };
}

static void
remark_ambiguous(struct run *run, str written, int line, struct name_people candidates)
{
	struct buffer message = { .arena = &run->people->arena };
	buffer_format(&message, "'%.*s' fits several people:", STR_ARG(written));
	for (size_t i = 0; i < candidates.count; i++)
		buffer_format(&message, "%s %.*s", i ? "," : "", STR_ARG(candidates.items[i].name));
	record_remark(run, run->people->file,
		&(struct docket_remark){ line, DOCKET_REMARK_AMBIGUOUS_OWNER, message.text });
}

static struct owner
resolve_owner(struct run *run, str written, int line)
{
	struct note_people *people = run->people;
	struct name_answer answer = name_resolve(&people->arena, &people->scope, written);
	struct owner owner = { .rung = answer.rung };
	if (!answer.person.key.length)
		return owner;
	owner.person = answer_id(run, &answer);
	if (answer.rung != RUNG_UNKNOWN)
		return owner;
	if (answer.candidates.count > 1)
		remark_ambiguous(run, written, line, answer.candidates);
	else if (str_find_char(answer.person.key, ' ') != STR_NONE)
		owner.rung = RUNG_FULL_NAME;
	if (owner.rung == RUNG_UNKNOWN && answer.candidates.count < 2)
		owner.stranger = owner.person;
	return owner;
}

struct owner
people_owner(struct run *run, str written, int line)
{
	struct note_people *people = run->people;
	for (size_t i = 0; i < people->answers.count; i++)
		if (str_equal(people->answers.items[i].written, written))
			return people->answers.items[i].owner;
	struct answered *answer = list_add(&people->arena, &people->answers);
	answer->written = written;
	answer->owner = resolve_owner(run, written, line);
	return answer->owner;
}

/* "northwind-traders" -> "Northwind Traders". */
static str
name_from_slug(struct arena *arena, str slug)
{
	char *name = str_terminated(arena, slug);
	for (size_t i = 0; i < slug.length; i++) {
		if (name[i] == '-' || name[i] == '_')
			name[i] = ' ';
		else if ((i == 0 || name[i - 1] == ' ') && name[i] >= 'a' && name[i] <= 'z')
			name[i] = (char)(name[i] - ('a' - 'A'));
	}
	return str_trim((str){ name, slug.length });
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
people_account(struct run *run, struct arena *arena, const struct note_file *file,
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
people_project(struct run *run, struct arena *arena, const struct docket_note *note)
{
	struct named project = { 0, note->project, "" };
	if (!project.written.length)
		project.written = name_from_tags(arena, note->tags, STR("project/"));
	if (project.written.length)
		project.id = named_id(run, "find_project", "insert_project", project.written);
	return project.id ? project : (struct named){ 0 };
}

struct note_people *
people_new(void)
{
	return memory_alloc(sizeof(struct note_people));
}

void
people_free(struct note_people *people)
{
	if (people)
		arena_free(&people->arena);
	free(people);
}

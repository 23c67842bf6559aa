/* Who is meant: the ladder of names. */
#include "base/text_map.h"
#include "base/utf8.h"
#include "identity/name_index.h"
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
	struct owner owner;
	struct name_people rivals; /* whom it fits, when several */
};

/* A person who was asked for before, as spelled then. */
struct asked {
	struct hash name;
	enum person_kind kind;
	bool configured;
	long long id; /* 0: nobody yet */
};

/* So many are kept in mind; of two that share a place, the one that came last. */
enum { ASKED_MOST = 2048 };

struct note_people {
	struct asked *asked; /* in any note of this run */
	struct arena arena;
	const struct note_file *file;
	struct name_scope scope;
	struct {
		LIST(struct name_person)
	} participants, names;
	struct text_map written; /* a note names the same few people again and again */
	struct {
		LIST(struct answered)
	} answers; /* for each that was written */
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

/* The row of a person, as the store has it. */
struct known {
	long long id; /* 0: none */
	str name, kind;
	bool configured;
};

static struct known
find_person(struct run *run, struct arena *arena, str key)
{
	struct statement *s = db_use(run->db, "find_person_key");
	struct known known = { 0 };
	bind_text(s, ":key", key);
	if (!statement_step(s))
		return known;
	known = (struct known){ column_number(s, 0), str_copy(arena, column_text(s, 1)),
		str_copy(arena, column_text(s, 2)), column_number(s, 3) };
	statement_reset(s);
	return known;
}

static long long
insert_person(struct run *run, str key, const struct known *person)
{
	struct statement *s = db_use(run->db, "insert_person");
	bind_text(s, ":name", person->name);
	bind_text(s, ":key", key);
	bind_text(s, ":first_key", first_key(key));
	bind_text(s, ":kind", person->kind);
	bind_number(s, ":configured", person->configured);
	return statement_number(s, 0);
}

/* What is configured stays, and so does the higher kind. */
static void
update_person(struct run *run, const struct known *known, const struct known *person)
{
	bool better = rank_of(known->kind) < rank_of(person->kind);
	if (!better && (!person->configured || known->configured))
		return;
	struct statement *s = db_use(run->db, "update_person");
	bind_number(s, ":id", known->id);
	bind_text(s, ":name", person->configured ? person->name : known->name);
	bind_text(s, ":kind", better ? person->kind : known->kind);
	bind_number(s, ":configured", person->configured || known->configured);
	statement_run(s);
}

static long long
settle_person(struct run *run, str name, enum person_kind kind, bool configured)
{
	struct arena arena = { 0 };
	str key = name_key(&arena, name);
	struct known person = { 0, name, str_from(kind_names[kind]), configured };
	struct known known = find_person(run, &arena, key);
	if (known.id)
		update_person(run, &known, &person);
	else
		known.id = insert_person(run, key, &person);
	arena_free(&arena);
	struct statement *s = db_use(run->db, "named_person");
	bind_number(s, ":id", known.id);
	statement_run(s);
	return known.id;
}

/* The row of a person; made, or made more of, when needed: asking once more changes nothing. */
static long long
person_id(struct run *run, str name, enum person_kind kind, bool configured)
{
	struct hash hash = hash_text(name);
	struct asked *asked = &run->people->asked[(size_t)hash_number(hash) % ASKED_MOST];
	if (!asked->id || asked->kind != kind || asked->configured != configured ||
		memcmp(&asked->name, &hash, sizeof(hash)) != 0)
		*asked = (struct asked){ hash, kind, configured,
			settle_person(run, name, kind, configured) };
	return asked->id;
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
		struct statement *s = db_use(run->db, "insert_person_alias");
		bind_text(s, ":key", spellings[i].key);
		bind_number(s, ":person", id);
		bind_text(s, ":name", spellings[i].written);
		statement_run(s);
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
		accounts_configure(run, directory);
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

static struct name_answer
resolve_participant(struct run *run, str written, struct name_people others)
{
	struct name_scope scope = { .directory = run->people->scope.directory,
		.participants = others };
	return name_resolve(&run->people->arena, &scope, written);
}

/* A first name, or all there is to a name: who else takes part anywhere will tell. */
static bool
is_single_word(const struct name_answer *answer)
{
	return answer->rung == RUNG_UNKNOWN && str_find_char(answer->person.key, ' ') == STR_NONE;
}

static void
add_participant(struct run *run, struct name_answer *answer)
{
	struct note_people *people = run->people;
	bool single = is_single_word(answer);
	if (answer->person.kind == PERSON_UNKNOWN && !single)
		answer->person.kind = PERSON_PERSON;
	long long id = answer->person.key.length ? answer_id(run, answer) : 0;
	if (!id)
		return;
	answer->person.id = (long)id;
	*list_add(&people->arena, &people->participants) = answer->person;
	struct statement *s = db_row(run->db, "insert_note_person");
	bind_number(s, ":note", people->file->id);
	bind_number(s, ":person", id);
	bind_number_or_null(s, ":stranger", single ? id : 0);
	bind_text(s, ":written", answer->person.name);
}

/*
 * A participant is a person, whether configured or not; those with whole names first, for a first
 * name beside one of them is that one's.
 */
static void
add_participants(struct run *run, strs written)
{
	struct note_people *people = run->people;
	struct name_answer *alone = arena_array(&people->arena, written.count, sizeof(*alone));
	for (size_t i = 0; i < written.count; i++) {
		alone[i] = resolve_participant(run, written.items[i], (struct name_people){ 0 });
		if (!is_single_word(&alone[i]))
			add_participant(run, &alone[i]);
	}
	struct name_people whole = name_people_of(
		&people->arena, people->participants.items, people->participants.count);
	for (size_t i = 0; i < written.count; i++) {
		if (!is_single_word(&alone[i]))
			continue;
		struct name_answer beside = resolve_participant(run, written.items[i], whole);
		if (is_single_word(&beside))
			add_participant(run, &beside);
	}
}

void
people_of_note(struct run *run, const struct note_file *file, const struct docket_note *note)
{
	struct note_people *people = run->people;
	arena_reset(&people->arena);
	*people = (struct note_people){ .asked = people->asked,
		.arena = people->arena,
		.file = file,
		.scope = { .directory = file->root->directory } };
	add_participants(run, note->participants);
	for (size_t i = 0; i < note->names.count; i++) {
		struct name_person *person = list_add(&people->arena, &people->names);
		person->name = name_clean(note->names.items[i]);
		person->key = name_key(&people->arena, person->name);
	}
	people->scope.participants = name_people_of(
		&people->arena, people->participants.items, people->participants.count);
	people->scope.body =
		name_people_of(&people->arena, people->names.items, people->names.count);
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

static struct answered
resolve_owner(struct run *run, str written)
{
	struct note_people *people = run->people;
	struct name_answer answer = name_resolve(&people->arena, &people->scope, written);
	struct answered resolved = { .owner = { .rung = answer.rung } };
	struct owner *owner = &resolved.owner;
	if (!answer.person.key.length)
		return resolved;
	owner->person = answer_id(run, &answer);
	if (answer.rung != RUNG_UNKNOWN)
		return resolved;
	if (answer.candidates.count > 1)
		resolved.rivals = answer.candidates;
	else if (str_find_char(answer.person.key, ' ') != STR_NONE)
		owner->rung = RUNG_FULL_NAME;
	else
		owner->stranger = owner->person;
	return resolved;
}

static const struct answered *
find_answer(struct run *run, str written)
{
	struct note_people *people = run->people;
	size_t number = text_map_number(&people->arena, &people->written, written);
	if (number < people->answers.count)
		return &people->answers.items[number];
	struct answered *answer = list_add(&people->arena, &people->answers);
	*answer = resolve_owner(run, written);
	return answer;
}

struct owner
people_owner(struct run *run, str written, int line)
{
	const struct answered *answer = find_answer(run, written);
	if (answer->rivals.count)
		remark_ambiguous(run, written, line, answer->rivals);
	return answer->owner;
}

struct note_people *
people_new(void)
{
	struct note_people *people = memory_alloc(sizeof(*people));
	people->asked = memory_alloc(ASKED_MOST * sizeof(*people->asked));
	return people;
}

void
people_free(struct note_people *people)
{
	if (!people)
		return;
	arena_free(&people->arena);
	free(people->asked);
	free(people);
}

#include "import/copy.h"

#include "import/walk.h"

/* A path, and the name of the note that its file is a copy of. */
struct copy_name {
	str folder, stem, ending; /* of the original; the folder ends with a slash */
	bool numbered;            /* "Call 2.md" */
};

static size_t
find_nocase(str text, str part)
{
	for (size_t at = 0; at + part.length <= text.length; at++)
		if (str_starts_nocase(str_skip(text, at), part))
			return at;
	return STR_NONE;
}

/* Before "(conflicted copy ...)" at the end. */
static str
cut_words(str stem)
{
	static const char *const words[] = { "conflicted copy", "conflict copy", "case conflict",
		"in konflikt stehende kopie", "copie en conflit", "copia en conflicto" };
	size_t open = str_find_last_char(stem, '(');
	if (open == STR_NONE || !str_ends(stem, STR(")")))
		return (str){ 0 };
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (find_nocase(str_skip(stem, open), str_from(words[i])) != STR_NONE)
			return str_trim(str_slice(stem, 0, open));
	return (str){ 0 };
}

/* Before a single digit at the end. */
static str
cut_number(str stem)
{
	bool numbered = stem.length > 2 && stem.bytes[stem.length - 2] == ' ' &&
			stem.bytes[stem.length - 1] >= '2' && stem.bytes[stem.length - 1] <= '9';
	return numbered ? str_slice(stem, 0, stem.length - 2) : (str){ 0 };
}

static str
cut_sync(str stem)
{
	size_t at = str_find(stem, STR(".sync-conflict-"));
	return at == STR_NONE ? (str){ 0 } : str_slice(stem, 0, at);
}

static bool
split_name(const char *path, struct copy_name *name)
{
	static str (*const cuts[])(str) = { cut_sync, cut_words, cut_number };
	str whole = str_from(path);
	size_t slash = str_find_last_char(whole, '/');
	size_t begin = slash == STR_NONE ? 0 : slash + 1;
	size_t dot = str_find_last_char(whole, '.');
	if (dot == STR_NONE || dot < begin)
		return false;
	name->folder = str_slice(whole, 0, begin);
	name->ending = str_skip(whole, dot);
	name->stem = (str){ 0 };
	for (size_t i = 0; i < sizeof(cuts) / sizeof(*cuts) && !name->stem.length; i++) {
		name->stem = cuts[i](str_slice(whole, begin, dot));
		name->numbered = cuts[i] == cut_number;
	}
	return name->stem.length > 0;
}

bool
copy_is_named(const char *path)
{
	struct copy_name name;
	return split_name(path, &name);
}

static str
original_path(struct arena *arena, const struct copy_name *name)
{
	return str_format(arena, "%.*s%.*s%.*s", STR_ARG(name->folder), STR_ARG(name->stem),
		STR_ARG(name->ending));
}

bool
copy_is_of(const char *path, const char *original)
{
	struct copy_name name;
	struct arena arena = { 0 };
	bool is = split_name(path, &name) &&
		  str_equal(original_path(&arena, &name), str_from(original));
	arena_free(&arena);
	return is;
}

struct copy
copy_find(struct run *run, const struct note_file *file, str bytes)
{
	struct copy_name name;
	struct copy copy = { 0 };
	if (!file->root->folder || !split_name(file->path, &name))
		return copy;
	str path = original_path(&run->scratch, &name);
	struct file_stamp stamp;
	str original;
	if (walk_excludes(file->root->excludes, path.bytes + (file->name - file->path), false) ||
		!file_read(&run->scratch, path.bytes, &original, &stamp, NULL))
		return copy;
	copy.original = str_skip(path, name.folder.length);
	if (str_equal(original, bytes))
		copy.kind = COPY_SAME;
	else if (!name.numbered)
		copy.kind = COPY_DIFFERS;
	return copy;
}

void
copy_remark(struct run *run, const struct note_file *file, const struct copy *copy)
{
	static const char *const advice[] = {
		[COPY_DIFFERS] = "they differ, so what both say counts; write into one what is "
				 "right and delete the other",
		[COPY_SAME] = "they are the same, so only what that one says counts; delete this "
			      "one",
	};
	struct docket_remark remark = { .kind = DOCKET_REMARK_CONFLICT_COPY };
	remark.message = str_format(&run->scratch, "looks like a conflict copy of '%.*s'; %s",
		STR_ARG(copy->original), advice[copy->kind]);
	record_remark(run, file, &remark);
}

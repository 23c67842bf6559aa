#include "import/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* One folder that is being read: its entries, sorted, and the next one. */
struct level {
	struct level *above;
	struct arena arena;
	size_t length; /* of its path */
	struct {
		LIST(const char *)
	} names;
	size_t next;
};

struct walk {
	char *path; /* of the current entry; it begins with those of the levels */
	size_t room;
	size_t root_length; /* of the root's path with the slash */
	size_t names_from;  /* in paths: what excludes are compared with */
	char *real_root;
	strs excludes;
	struct level *level;
	const char *failure; /* of opening the root */
	struct arena arena;  /* of the walk: folders seen */
	struct {
		LIST(struct stat)
	} linked; /* folders reached through links: few */
};

bool
walk_is_note(const char *path)
{
	str name = str_from(path);
	static const char *const endings[] = { ".md", ".markdown" };
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		str ending = str_from(endings[i]);
		if (name.length > ending.length &&
			str_equal_nocase(str_skip(name, name.length - ending.length), ending))
			return true;
	}
	return false;
}

/* The note of which iCloud has left ".Call.md.icloud" for now; empty: the name is no such thing. */
static str
find_absent(struct arena *arena, const char *name)
{
	str text = str_from(name), end = STR(".icloud");
	if (name[0] != '.' || !str_ends(text, end))
		return (str){ 0 };
	str note = str_copy(arena, str_slice(text, 1, text.length - end.length));
	return walk_is_note(note.bytes) ? note : (str){ 0 };
}

/* The length of a folder's path without the slash that the root of all ends in. */
static size_t
length_of(const char *folder)
{
	size_t length = strlen(folder);
	while (length && folder[length - 1] == '/')
		length--;
	return length;
}

bool
walk_is_below(const char *path, const char *folder)
{
	size_t length = length_of(folder);
	return strncmp(path, folder, length) == 0 && (path[length] == '/' || !path[length]);
}

size_t
walk_names_from(const char *folder)
{
	return length_of(folder) + 1;
}

static bool
fits(const char *glob, const char *name)
{
	const char *slash = strrchr(name, '/');
	return fnmatch(glob, name, FNM_PERIOD) == 0 ||
	       fnmatch(glob, slash ? slash + 1 : name, FNM_PERIOD) == 0;
}

bool
walk_excludes(strs excludes, const char *name, bool folder)
{
	struct arena arena = { 0 };
	bool excluded = false;
	for (size_t i = 0; i < excludes.count && !excluded; i++) {
		str glob = excludes.items[i];
		bool folders_only = str_ends(glob, STR("/"));
		glob.length -= folders_only;
		if (folder || !folders_only)
			excluded = fits(str_terminated(&arena, glob), name);
	}
	arena_free(&arena);
	return excluded;
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Puts text behind the first `length` bytes of the path; its length then. */
static size_t
append(struct walk *walk, size_t length, str text)
{
	size_t end = length + text.length;
	if (end + 2 > walk->room) {
		walk->room = (end + 2) * 2;
		walk->path = memory_realloc(walk->path, walk->room);
	}
	memcpy(walk->path + length, text.bytes, text.length);
	walk->path[end] = '\0';
	return end;
}

static void
leave(struct walk *walk)
{
	struct level *level = walk->level;
	walk->level = level->above;
	arena_free(&level->arena);
	free(level);
}

/* Whether an entry of a folder may be a note or a folder; what is neither is never looked at. */
static bool
may_matter(struct arena *arena, const struct dirent *entry)
{
	if (entry->d_name[0] == '.')
		return find_absent(arena, entry->d_name).length > 0;
	return entry->d_type != DT_REG || walk_is_note(entry->d_name);
}

/* A folder that has become a link just now may lead anywhere, and is followed the next time. */
static DIR *
open_folder(const char *path, bool link)
{
	int file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (link ? 0 : O_NOFOLLOW));
	DIR *folder = file < 0 ? NULL : fdopendir(file);
	if (file >= 0 && !folder)
		close(file);
	return folder;
}

/*
 * Reads the folder at the path, maybe a link, whole and goes down into it; false, with errno, when
 * it cannot be read.
 */
static bool
enter(struct walk *walk, bool link)
{
	DIR *folder = open_folder(walk->path, link);
	if (!folder)
		return false;
	struct level *level = memory_alloc(sizeof(*level));
	level->above = walk->level;
	level->length = length_of(walk->path);
	errno = 0;
	for (const struct dirent *found; (found = readdir(folder));)
		if (may_matter(&level->arena, found))
			*list_add(&level->arena, &level->names) =
				str_copy(&level->arena, str_from(found->d_name)).bytes;
	int failure = errno;
	closedir(folder);
	if (level->names.count)
		qsort(level->names.items, level->names.count, sizeof(*level->names.items),
			compare_names);
	walk->level = level;
	if (failure)
		leave(walk);
	errno = failure;
	return !failure;
}

struct walk *
walk_open(const char *root, size_t names_from, strs excludes)
{
	struct walk *walk = memory_alloc(sizeof(*walk));
	append(walk, 0, str_from(root));
	walk->root_length = walk_names_from(root);
	walk->names_from = names_from;
	walk->real_root = memory_real_path(root);
	walk->excludes = excludes;
	if (!enter(walk, true))
		walk->failure = strerror(errno);
	return walk;
}

const char *
walk_failure(const struct walk *walk)
{
	return walk->failure;
}

/* Whether a link leads to somewhere that the walk reaches by itself, or has been. */
static bool
leads_inside(struct walk *walk, const char *path, const struct stat *target)
{
	char *real = memory_real_path(path);
	const char *root = walk->real_root;
	/* What holds the root leads to it again. */
	bool inside = real && root && (walk_is_below(real, root) || walk_is_below(root, real));
	free(real);
	if (inside || !S_ISDIR(target->st_mode))
		return inside;
	for (size_t i = 0; i < walk->linked.count; i++)
		if (walk->linked.items[i].st_dev == target->st_dev &&
			walk->linked.items[i].st_ino == target->st_ino)
			return true;
	*list_add(&walk->arena, &walk->linked) = *target;
	return false;
}

/* Puts a name of the current folder into the path. */
static struct walk_entry
make_entry(struct walk *walk, str name)
{
	append(walk, append(walk, walk->level->length, STR("/")), name);
	return (struct walk_entry){ .path = walk->path, .name = walk->path + walk->root_length };
}

/* What is known of a note that is elsewhere just now stays. */
static bool
look_for_absent(struct walk *walk, str note, struct walk_entry *entry)
{
	*entry = make_entry(walk, note);
	entry->failure = "iCloud has not downloaded it";
	return lstat(entry->path, &entry->status) != 0 &&
	       !walk_excludes(walk->excludes, entry->path + walk->names_from, false);
}

/* Looks at one name of the current folder; false when it is nothing to report. */
static bool
look(struct walk *walk, const char *name, struct walk_entry *entry)
{
	str absent = find_absent(&walk->level->arena, name);
	if (absent.length)
		return look_for_absent(walk, absent, entry);
	*entry = make_entry(walk, str_from(name));
	bool note = walk_is_note(name);
	if (lstat(entry->path, &entry->status) != 0) {
		/* Gone again is nothing; anything else may be a folder full of notes. */
		bool gone = errno == ENOENT;
		entry->failure = strerror(errno);
		return !gone;
	}
	bool link = S_ISLNK(entry->status.st_mode);
	if (link) {
		if (stat(entry->path, &entry->status) != 0) {
			entry->failure = strerror(errno);
			entry->dangling = true;
			return true;
		}
		if (leads_inside(walk, entry->path, &entry->status))
			return false;
	}
	bool folder = S_ISDIR(entry->status.st_mode);
	if ((!folder && !note) ||
		walk_excludes(walk->excludes, entry->path + walk->names_from, folder))
		return false;
	if (!folder)
		return true;
	if (enter(walk, link))
		return false;
	entry->failure = strerror(errno);
	return true;
}

bool
walk_next(struct walk *walk, struct walk_entry *entry)
{
	while (walk->level) {
		struct level *level = walk->level;
		if (level->next == level->names.count)
			leave(walk);
		else if (look(walk, level->names.items[level->next++], entry))
			return true;
	}
	return false;
}

void
walk_close(struct walk *walk)
{
	if (!walk)
		return;
	while (walk->level)
		leave(walk);
	arena_free(&walk->arena);
	free(walk->path);
	free(walk->real_root);
	free(walk);
}

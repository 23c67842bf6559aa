#include "docket/watch.h"

#include "base/fail.h"
#include "base/str.h"
#include "import/walk.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/inotify.h>
#endif

enum {
	QUIET_MS = 20,      /* a burst is over when nothing came for so long */
	BURST_MS = 3000,    /* but one that does not end is cut here */
	INTERVAL_MS = 2000, /* between looks where the kernel does not tell */
	NOTES_MOST = 64     /* more than these are looked for among all */
};

/* Paths that live as long as an arena of their own. */
struct path_list {
	struct arena arena;
	LIST(const char *)
};

/* A folder, or a file that was named outright, by its number in events. */
struct watched {
	int number;
	const char *path;
};

struct docket_watch {
	int file;               /* of inotify; -1: there is none */
	bool polls;             /* something is not watched: look again now and then */
	int waited;             /* milliseconds since the last such look */
	bool missed;            /* folders came or events went: watch all anew */
	bool anything;          /* not only the notes told may have changed */
	struct path_list paths; /* as given, made absolute */
	struct path_list notes; /* told since the wait began */
	struct {
		struct arena arena;
		LIST(struct watched)
	} watched; /* by number */
};

/* False: a signal was caught. */
static bool
sleep_ms(int milliseconds)
{
	struct timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000L };
	return nanosleep(&time, NULL) == 0;
}

static void
add_path(struct path_list *list, const char *path)
{
	*list_add(&list->arena, list) = str_copy(&list->arena, str_from(path)).bytes;
}

static void
clear_paths(struct path_list *list)
{
	arena_free(&list->arena);
	*list = (struct path_list){ 0 };
}

#ifdef __linux__
static const unsigned kinds = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
			      IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF;

/* The folders right below. Names with a dot are no business of ours. */
static void
add_below(struct path_list *folders, const char *path)
{
	DIR *folder = opendir(path);
	struct dirent *entry;
	while (folder && (entry = readdir(folder))) {
		struct stat status;
		if (entry->d_name[0] == '.')
			continue;
		const char *below = str_format(&folders->arena, "%s/%s", path, entry->d_name).bytes;
		if (lstat(below, &status) == 0 && S_ISDIR(status.st_mode))
			*list_add(&folders->arena, folders) = below;
	}
	if (folder)
		closedir(folder);
}

static int
compare_numbers(const void *a, const void *b)
{
	return ((const struct watched *)a)->number - ((const struct watched *)b)->number;
}

static void
watch_path(struct docket_watch *watch, const char *path)
{
	int number = inotify_add_watch(watch->file, path, kinds);
	if (number >= 0)
		*list_add(&watch->watched.arena, &watch->watched) = (struct watched){ number,
			str_copy(&watch->watched.arena, str_from(path)).bytes };
	else if (errno != ENOENT && errno != EACCES)
		watch->polls = true;
}

/* A folder that is watched already stays so, and has the path that it has now. */
static void
watch_all(struct docket_watch *watch)
{
	struct path_list folders = { 0 };
	for (size_t i = 0; i < watch->paths.count; i++)
		add_path(&folders, watch->paths.items[i]);
	watch->missed = false;
	arena_free(&watch->watched.arena);
	memset(&watch->watched, 0, sizeof(watch->watched));
	while (folders.count) {
		const char *path = folders.items[--folders.count];
		watch_path(watch, path);
		add_below(&folders, path);
	}
	clear_paths(&folders);
	if (watch->watched.count)
		qsort(watch->watched.items, watch->watched.count, sizeof(struct watched),
			compare_numbers);
}

static int
open_events(void)
{
	return inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
}

/* The path that has that number; NULL when there is none, or several have it. */
static const char *
find_watched(const struct docket_watch *watch, int number)
{
	const struct watched key = { .number = number };
	const struct watched *begin = watch->watched.items, *end = begin + watch->watched.count;
	const struct watched *found =
		watch->watched.count
			? bsearch(&key, begin, watch->watched.count, sizeof(key), compare_numbers)
			: NULL;
	bool alone = found && (found == begin || found[-1].number != number) &&
		     (found + 1 == end || found[1].number != number);
	return alone ? found->path : NULL;
}

static void
tell_note(struct docket_watch *watch, const struct inotify_event *event)
{
	char path[PATH_MAX];
	const char *folder = find_watched(watch, event->wd);
	int length = folder ? snprintf(path, sizeof(path), "%s/%s", folder, event->name) : -1;
	watch->anything = watch->anything || length < 0 || length >= (int)sizeof(path) ||
			  watch->notes.count == NOTES_MOST;
	for (size_t i = 0; !watch->anything && i < watch->notes.count; i++)
		if (strcmp(watch->notes.items[i], path) == 0)
			return;
	if (!watch->anything)
		add_path(&watch->notes, path);
}

/* Takes an event for what it may mean to notes; a file that is watched itself has no name. */
static void
take_event(struct docket_watch *watch, const struct inotify_event *event)
{
	bool hidden = event->len && event->name[0] == '.';
	if (event->mask & (IN_Q_OVERFLOW | IN_MOVE_SELF | IN_DELETE_SELF))
		watch->missed = watch->anything = true;
	else if (event->mask & IN_IGNORED)
		return;
	else if (event->mask & IN_ISDIR)
		watch->missed = watch->missed || (event->len && !hidden);
	else if (!event->len)
		watch->anything = watch->anything || !(event->mask & IN_ATTRIB);
	else if (!hidden && walk_is_note(event->name))
		tell_note(watch, event);
	else if (strcmp(event->name, ".docket.yaml") == 0)
		watch->anything = true;
	watch->anything = watch->anything || watch->missed;
}

/* Takes what has happened off the queue; whether notes may have changed. */
static bool
read_events(struct docket_watch *watch)
{
	_Alignas(struct inotify_event) char bytes[16384];
	for (ssize_t length; (length = read(watch->file, bytes, sizeof(bytes))) > 0;) {
		for (char *at = bytes; at < bytes + length;) {
			const struct inotify_event *event = (const void *)at;
			take_event(watch, event);
			at += sizeof(*event) + event->len;
		}
	}
	return watch->anything || watch->notes.count;
}
#else
static void
watch_all(struct docket_watch *watch)
{
	watch->polls = true;
}

static int
open_events(void)
{
	return -1;
}

static bool
read_events(struct docket_watch *watch)
{
	(void)watch;
	return false;
}
#endif

struct docket_watch *
docket_watch_new(const char *const *paths, size_t count, struct docket_error *err)
{
	struct docket_watch *watch = memory_alloc(sizeof(*watch));
	*watch = (struct docket_watch){ .file = open_events() };
	for (size_t i = 0; i < count; i++) {
		char *path = memory_real_path(paths[i]);
		if (!path) {
			fail(err, DOCKET_NOT_FOUND, "%s: %s", paths[i], strerror(errno));
			docket_watch_free(watch);
			return NULL;
		}
		add_path(&watch->paths, path);
		free(path);
	}
	if (watch->file < 0)
		watch->polls = true;
	else
		watch_all(watch);
	return watch;
}

/* Whether there is something to read within that time. */
static bool
wait_for_event(const struct docket_watch *watch, int milliseconds)
{
	struct pollfd events = { .fd = watch->file, .events = POLLIN };
	return poll(&events, 1, milliseconds) > 0;
}

/* Waits for the end of a burst that has begun. */
static void
settle(struct docket_watch *watch)
{
	for (int waited = 0; waited < BURST_MS && wait_for_event(watch, QUIET_MS);
		waited += QUIET_MS) {
		read_events(watch);
		sleep_ms(QUIET_MS / 4);
	}
	if (watch->missed)
		watch_all(watch);
}

/* Whether it is time to look again, within that time. */
static bool
wait_for_look(struct docket_watch *watch, int milliseconds)
{
	int left = INTERVAL_MS - watch->waited;
	int pause = milliseconds < left ? milliseconds : left;
	if (!sleep_ms(pause))
		return false;
	watch->waited += pause;
	if (watch->waited < INTERVAL_MS)
		return false;
	watch->waited = 0;
	if (watch->file >= 0)
		read_events(watch);
	return true;
}

bool
docket_watch_wait(struct docket_watch *watch, int milliseconds)
{
	clear_paths(&watch->notes);
	watch->anything = watch->polls;
	if (watch->polls)
		return wait_for_look(watch, milliseconds);
	if (!wait_for_event(watch, milliseconds) || !read_events(watch))
		return false;
	settle(watch);
	return true;
}

const char *const *
docket_watch_notes(const struct docket_watch *watch, size_t *count)
{
	*count = watch->anything ? 0 : watch->notes.count;
	return watch->notes.items;
}

void
docket_watch_free(struct docket_watch *watch)
{
	if (!watch)
		return;
	if (watch->file >= 0)
		close(watch->file);
	clear_paths(&watch->paths);
	clear_paths(&watch->notes);
	arena_free(&watch->watched.arena);
	free(watch);
}

#include "docket/watch.h"

#include "base/fail.h"
#include "base/str.h"
#include "import/walk.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/inotify.h>
#endif

enum {
	QUIET_MS = 40,     /* a burst is over when nothing came for so long */
	BURST_MS = 3000,   /* but one that does not end is cut here */
	INTERVAL_MS = 2000 /* between looks where the kernel does not tell */
};

struct docket_watch {
	int file;    /* of inotify; -1: there is none */
	bool polls;  /* something is not watched: look again now and then */
	bool missed; /* folders came or events went: watch all anew */
	struct arena arena;
	struct {
		LIST(const char *)
	} paths; /* as given */
};

/* Folders that are still to be watched. */
struct folders {
	LIST(const char *)
};

static void
sleep_ms(int milliseconds)
{
	struct timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000L };
	nanosleep(&time, NULL);
}

#ifdef __linux__
static const unsigned watched = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
				IN_MOVED_TO | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF;

/* The folders right below, by paths in the arena. Names with a dot are no business of ours. */
static void
add_below(struct arena *arena, struct folders *folders, const char *path)
{
	DIR *folder = opendir(path);
	struct dirent *entry;
	while (folder && (entry = readdir(folder))) {
		struct stat status;
		if (entry->d_name[0] == '.')
			continue;
		const char *below = str_format(arena, "%s/%s", path, entry->d_name).bytes;
		if (lstat(below, &status) == 0 && S_ISDIR(status.st_mode))
			*list_add(arena, folders) = below;
	}
	if (folder)
		closedir(folder);
}

/* A folder that is watched already stays so. */
static void
watch_all(struct docket_watch *watch)
{
	struct arena arena = { 0 };
	struct folders folders = { 0 };
	for (size_t i = 0; i < watch->paths.count; i++)
		*list_add(&arena, &folders) = watch->paths.items[i];
	watch->missed = false;
	while (folders.count) {
		const char *path = folders.items[--folders.count];
		if (inotify_add_watch(watch->file, path, watched) < 0 && errno != ENOENT &&
			errno != EACCES)
			watch->polls = true;
		add_below(&arena, &folders, path);
	}
	arena_free(&arena);
}

static int
open_events(void)
{
	return inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
}

/* Whether an event may be one of notes; a file that is watched itself has no name. */
static bool
matters(struct docket_watch *watch, const struct inotify_event *event)
{
	if (event->mask & (IN_Q_OVERFLOW | IN_MOVE_SELF | IN_DELETE_SELF))
		return watch->missed = true;
	if (event->mask & IN_IGNORED)
		return false;
	if (event->mask & IN_ISDIR)
		return event->len && event->name[0] != '.' && (watch->missed = true);
	if (!event->len)
		return !(event->mask & IN_ATTRIB);
	return (event->name[0] != '.' && walk_is_note(event->name)) ||
	       strcmp(event->name, ".docket.yaml") == 0;
}

/* Takes what has happened off the queue. */
static bool
read_events(struct docket_watch *watch)
{
	_Alignas(struct inotify_event) char bytes[16384];
	bool changed = false;
	for (ssize_t length; (length = read(watch->file, bytes, sizeof(bytes))) > 0;) {
		for (char *at = bytes; at < bytes + length;) {
			const struct inotify_event *event = (const void *)at;
			changed = matters(watch, event) || changed;
			at += sizeof(*event) + event->len;
		}
	}
	return changed;
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
		struct stat status;
		if (stat(paths[i], &status) != 0) {
			fail(err, DOCKET_NOT_FOUND, "%s: %s", paths[i], strerror(errno));
			docket_watch_free(watch);
			return NULL;
		}
		*list_add(&watch->arena, &watch->paths) =
			str_copy(&watch->arena, str_from(paths[i])).bytes;
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

bool
docket_watch_wait(struct docket_watch *watch, int milliseconds)
{
	if (watch->polls) {
		sleep_ms(INTERVAL_MS);
		if (watch->file >= 0)
			read_events(watch);
		return true;
	}
	if (!wait_for_event(watch, milliseconds) || !read_events(watch))
		return false;
	settle(watch);
	return true;
}

void
docket_watch_free(struct docket_watch *watch)
{
	if (!watch)
		return;
	if (watch->file >= 0)
		close(watch->file);
	arena_free(&watch->arena);
	free(watch);
}

#include "import/known.h"

#include <string.h>

/*
 * A file that was touched this shortly before the import, or since, may change once more within one
 * tick of its clock; programs for syncing set the time of the last change, but not that of
 * touching.
 */
enum { RACY_NS = 2000000000 };

static void
load_root(struct run *run, struct root *root)
{
	struct statement *s = db_use(run->db, "known_stamps");
	bind_number(s, ":folder", root->folder);
	while (statement_step(s)) {
		root->note_count++;
		if (!column_is_null(s, 1))
			*list_add(&run->arena, &root->known) =
				(struct known_file){ column_number(s, 1), column_number(s, 0) };
	}
}

void
known_load(struct run *run)
{
	for (size_t i = 0; i < run->roots.count; i++)
		for (size_t k = 0; k < run->paths.count; k++)
			if (run->roots.items[i].folder &&
				strcmp(run->roots.items[i].path, run->paths.items[k]) == 0)
				load_root(run, &run->roots.items[i]);
}

long long
known_stamp(const struct run *run, const struct note_file *file)
{
	long long racy = run->started_ns - RACY_NS;
	if (file->stamp.mtime_ns >= racy || file->stamp.ctime_ns >= racy)
		return 0;
	struct {
		struct hash path;
		struct file_stamp stamp;
	} known = { hash_text(str_from(file->path)), file->stamp };
	return hash_number(hash_text((str){ (const char *)&known, sizeof(known) }));
}

long long
known_find(const struct root *root, long long stamp)
{
	size_t first = 0, end = root->known.count;
	while (first < end) {
		size_t middle = first + (end - first) / 2;
		if (root->known.items[middle].stamp < stamp)
			first = middle + 1;
		else
			end = middle;
	}
	bool found = first < root->known.count && root->known.items[first].stamp == stamp;
	return found ? root->known.items[first].note : 0;
}

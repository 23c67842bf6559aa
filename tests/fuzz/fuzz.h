/*
 * What the fuzz targets share: a check that ends the run, texts that are UTF-8, and files of bytes
 * that nobody else sees.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include "base/date.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static inline void
require(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "does not hold: %s\n", what);
	abort();
}

static inline void
require_text(str text)
{
	require(utf8_valid(text), "texts are UTF-8");
}

static inline void
require_texts(strs texts)
{
	for (size_t i = 0; i < texts.count; i++)
		require_text(texts.items[i]);
}

static inline void
require_day(date day)
{
	require(date_is_none(day) || day.day == -1 || docket_date_exists(day), "days exist");
}

/* An error has a message; what of a file is in it may be any bytes. */
static inline void
require_message(const char *message)
{
	require(message[0], "a failure says why");
}

/* Writes the bytes to a file, over what it held. */
static inline void
write_bytes(const char *path, const void *bytes, size_t size)
{
	FILE *file = fopen(path, "wb");
	require(file && fwrite(bytes, 1, size, file) == size && fclose(file) == 0,
		"the file can be written");
}

/* A folder for the files of this process, below TMPDIR; made once. */
static inline const char *
scratch(void)
{
	static char folder[256];
	const char *above = getenv("TMPDIR");
	if (!folder[0]) {
		snprintf(folder, sizeof(folder), "%s/docket-fuzz.XXXXXX", above ? above : "/tmp");
		require(mkdtemp(folder), "there is room for files");
	}
	return folder;
}

/* The path of a file there. */
static inline const char *
scratch_path(char path[300], const char *name)
{
	snprintf(path, 300, "%s/%s", scratch(), name);
	return path;
}

#endif

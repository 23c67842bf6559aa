/*
 * A store with any bytes in it: reports answer or say why not. The input is a list of changes to
 * a good store, five bytes each: where (a fraction of the file in three bytes), how many bytes, and
 * what they become.
 */
#include "fuzz_vault.h"

static char path[300];
static char *good;
static size_t good_size;

static void
read_good_store(void)
{
	make_store(scratch_path(path, "docket.db"));
	FILE *file = fopen(path, "rb");
	require(file && fseek(file, 0, SEEK_END) == 0, "the store can be read");
	good_size = (size_t)ftell(file);
	rewind(file);
	good = malloc(good_size);
	require(good && fread(good, 1, good_size, file) == good_size, "the store can be read");
	fclose(file);
}

static void
change(char *store, const uint8_t bytes[5])
{
	size_t fraction = (size_t)bytes[0] << 16 | (size_t)bytes[1] << 8 | bytes[2];
	size_t at = (size_t)((double)fraction / 0x1000000 * (double)good_size);
	for (size_t i = 0; i <= bytes[3] % 16u && at + i < good_size; i++)
		store[at + i] = (char)(store[at + i] ^ bytes[4]);
}

static void
ask(struct docket_store *store)
{
	struct docket_request request = { .today = { 2025, 11, 10 } };
	for (size_t i = 0; docket_report_at(i); i++) {
		request.report = docket_report_at(i)->name;
		run_report(store, &request);
	}
	struct docket_error err = { 0 };
	docket_rows_free(docket_remarks(store, &err));
	docket_rows_free(docket_show(store, "a", request.today, &err));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct docket_error err = { 0 };
	if (!good)
		read_good_store();
	char *store = malloc(good_size);
	require(store, "there is memory");
	memcpy(store, good, good_size);
	for (size_t i = 0; i + 5 <= size; i += 5)
		change(store, bytes + i);
	write_bytes(path, store, good_size);
	free(store);
	struct docket_store *opened = docket_store_open(path, &err);
	if (opened)
		ask(opened);
	else
		require_message(err.message);
	docket_store_close(opened);
	return 0;
}

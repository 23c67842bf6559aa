/* Any bytes may be the configuration: it is refused with a reason, or read with its warnings. */
#include "docket/directory.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	char path[300];
	struct docket_error err = { 0 };
	struct docket_directory *directory = docket_directory_new();
	write_bytes(scratch_path(path, "config.yaml"), bytes, size);
	if (!docket_directory_read(directory, path, &err))
		require_message(err.message);
	require_texts(docket_directory_warnings(directory));
	require_text(docket_directory_me(directory));
	docket_directory_free(directory);
	unlink(path);
	return 0;
}

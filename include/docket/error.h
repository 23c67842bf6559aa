/*
 * Errors: what the machine refused (a file, the store), never what a note says.
 *
 * Every function that can fail takes a `struct docket_error *` last; NULL is allowed when the
 * caller does not want to know why. What looks wrong inside a note is not an error but a remark,
 * see <docket/note.h>.
 */
#ifndef DOCKET_ERROR_H
#define DOCKET_ERROR_H

/* Functions with this mark are what libdocket exports; all else is hidden. */
#define DOCKET_API __attribute__((visibility("default")))

enum docket_error_code {
	DOCKET_OK = 0,
	DOCKET_FAILED,        /* the machine said no: I/O, permission, disk full */
	DOCKET_NOT_FOUND,     /* no such file, store, person, account or id */
	DOCKET_AMBIGUOUS,     /* a name or id that fits several; the message lists them */
	DOCKET_INVALID,       /* an argument that cannot be understood */
	DOCKET_NOT_A_STORE,   /* the file is something else; it was not touched */
	DOCKET_OUTDATED,      /* the store was made by another version; import rebuilds it */
	DOCKET_BUSY,          /* another docket is importing */
	DOCKET_INTERRUPTED,   /* the caller asked to stop */
	DOCKET_SKIPPED,       /* a file that is not a readable note (too large, binary, a device) */
	DOCKET_NOT_UNDERSTOOD /* a query that is none; the message says where and why */
};

struct docket_error {
	enum docket_error_code code;
	char message[1024]; /* one sentence, names the file and the remedy; no newline at the end */
};

#endif

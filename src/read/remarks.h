/*
 * Remarks: what looks wrong in a note, collected while it is read.
 */
#ifndef READ_REMARKS_H
#define READ_REMARKS_H

#include "base/str.h"
#include "docket/note.h"

struct remarks {
	struct arena *arena;
	LIST(struct docket_remark)
	size_t most;                        /* of a kind; 0: any number */
	size_t counts[DOCKET_REMARK_COUNT]; /* since there is a limit, kept or not */
};

/* `line` is of the file, from 1; 0 is the file as a whole. The message is one sentence part. */
void remark(struct remarks *remarks, int line, enum docket_remark_kind kind, const char *format,
	...) __attribute__((format(printf, 4, 5)));

/*
 * Of what comes now, so many of a kind are kept. No more than that, 0: any number is again; the
 * last one kept of a kind says how many more there were.
 */
void remarks_limit(struct remarks *remarks, size_t most);

/* By line; the order of remarks on one line stays. */
void remarks_sort(struct remarks *remarks);

/* Keeps the first remark of a kind, which then says how many more there were. */
void remarks_join(struct remarks *remarks, enum docket_remark_kind kind);

/* Takes away what is of a kind. */
void remarks_drop(struct remarks *remarks, enum docket_remark_kind kind);

#endif

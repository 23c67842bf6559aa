/*
 * Names of files that every system can have, Windows too: vaults are synced.
 */
#ifndef CLI_FILENAME_H
#define CLI_FILENAME_H

#include "text.h"

/*
 * Adds the name of a file, without its ending, for text such as the name of an account: letters of
 * any script, digits and "_" as they are, blanks, dots and dashes inside, anything else as "-"; at
 * most about a hundred bytes. A name that Windows keeps for a device, such as CON, gets a "_" in
 * front; nothing at all becomes "unnamed".
 */
void filename_add(struct text *out, struct docket_str text);

#endif

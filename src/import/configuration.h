/*
 * The configuration that holds for the notes of a folder.
 */
#ifndef IMPORT_CONFIGURATION_H
#define IMPORT_CONFIGURATION_H

#include "identity/directory.h"

/* The user's configuration, and over it that of the folder ("" for none). The caller frees it. */
struct docket_directory *configuration_read(
	const char *config, str folder, struct docket_error *err);

/* A name of what it says, and the settings of the vault that the folder is, or lies in. */
void configuration_name(const struct docket_directory *directory, str folder, char name[27]);

#endif

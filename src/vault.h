/*
 * What an import has to know of a vault besides docket/vault.h.
 */
#ifndef VAULT_H
#define VAULT_H

#include "base/hash.h"
#include "docket/vault.h"

/* Changes when a setting changes that decides how notes are read. */
struct hash vault_fingerprint(const struct docket_vault *vault);

#endif

/*
 * What imports and queries have to know of a vault besides docket/vault.h.
 */
#ifndef VAULT_H
#define VAULT_H

#include "base/hash.h"
#include "docket/vault.h"
#include "query/query.h"

/* What the settings of the Tasks plugin say of queries. */
struct vault_queries {
	str global; /* in front of every query; empty: none */
	const struct query_preset *presets;
	size_t preset_count;
};

/* Valid as long as the vault. */
struct vault_queries vault_queries(const struct docket_vault *vault);

/* Changes when a setting changes that decides how notes are read. */
struct hash vault_fingerprint(const struct docket_vault *vault);

#endif

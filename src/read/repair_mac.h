/*
 * Undoes UTF-8 that was read as MacRoman. Only sequences that nobody writes are touched: what
 * gives an emoji, a sign of the Tasks plugin, a typographic quote or dash. Accented letters stay,
 * since theirs occur in good text.
 */
#ifndef READ_REPAIR_MAC_H
#define READ_REPAIR_MAC_H

#include "read/repair.h"

/* `text` is valid UTF-8; it comes back as it is, without allocation, when there is nothing. */
struct repair repair_mac_roman(struct arena *arena, str text);

#endif

/*
 * Whose an e-mail address is: "ada.park@quay.example" is Ada Park, if the note speaks of her.
 */
#ifndef READ_ADDRESS_H
#define READ_ADDRESS_H

#include "read/outline.h"

/* Whether the text is an address that a name may be read from: first and last, parted by a dot. */
bool address_is_name(str text);

/*
 * The names with each address among them as the body spells the name that it is made of, or
 * without it when the body does not know such a name: an address may be anybody's.
 */
strs address_resolve(struct arena *arena, strs names, const struct outline *outline);

#endif

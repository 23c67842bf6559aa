/*
 * A day in words that a line begins with: `By Friday, Ada sends it`, `Bis Freitag: ...`, `On Nov 14
 * Ada ...`.
 */
#ifndef READ_CLAIMS_LEAD_H
#define READ_CLAIMS_LEAD_H

#include "base/str.h"

/* A day in front and what follows it. */
struct claims_lead {
	str words; /* the day: "Friday" */
	str rest;
	bool parted; /* by a comma, a colon or a dash */
};

/* Of several readings the one with the longest day; false: the text begins with none. */
bool claims_find_lead(str text, struct claims_lead *lead);

#endif

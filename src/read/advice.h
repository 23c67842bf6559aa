/*
 * What is wrong in front matter that is not YAML, in the words of who wrote it, and what to do.
 */
#ifndef READ_ADVICE_H
#define READ_ADVICE_H

#include "base/str.h"

struct advice {
	str wrong;  /* "the value has a colon" */
	str remedy; /* "put the value in double quotes" */
};

/* For the message of a `yaml_problem`; of a key's value, or of a line that belongs to none. */
struct advice advice_find(str message, bool of_value);

#endif

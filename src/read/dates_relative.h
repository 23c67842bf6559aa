/*
 * Words that are a day once there is a meeting: "Friday", "end of next week", "in two weeks", "the
 * 20th".
 */
#ifndef READ_DATES_RELATIVE_H
#define READ_DATES_RELATIVE_H

#include "read/dates.h"
#include "read/dates_phrase.h"

/* Whether a phrase of this shape is such words. */
bool dates_relative_shape(const char *shape);

/* As dates_read_due; DATES_NONE for a phrase of another shape. */
enum dates_answer dates_read_relative(const struct dates_phrase *phrase, date meeting, date *day);

#endif

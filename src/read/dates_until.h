/*
 * Due days that a word behind them tells, as in Japanese, Chinese and Korean: "11月14日までに".
 */
#ifndef READ_DATES_UNTIL_H
#define READ_DATES_UNTIL_H

#include "base/str.h"

/* The day, and where the word behind it ends in the text; false: it has none. */
bool dates_until(str text, str *day, size_t *to);

#endif

/*
 * The day that a line of its own or the end of a title gives: "Mon, Nov 10, 2025 3:30PM",
 * "**Thursday, 6 November 2025**", "Review (11/13/2025)". Only days with a year, in words or
 * digits, that can be no other.
 */
#ifndef READ_DAY_LINE_H
#define READ_DAY_LINE_H

#include "base/date.h"

/* All of the line, but for emphasis, signs in front and the time behind; none: it says more. */
date day_line_read(str line);

/* At the end of a title, or in parentheses there; not what it is planned for: "Plan for ...". */
date day_line_behind(str title);

#endif

/*
 * What the terminal can do, from the terminal itself and the environment.
 */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

/* Columns and lines of the terminal at `fd`; 0 when it is none. COLUMNS and LINES go first. */
size_t terminal_width(int fd);
size_t terminal_height(int fd);

/*
 * Whether to write colours to `fd`. `choice` is "always", "never", or "auto" (NULL too), which
 * asks NO_COLOR, CLICOLOR_FORCE, the terminal, TERM and CLICOLOR, in this order.
 */
bool terminal_colors(const char *choice, int fd);

#endif

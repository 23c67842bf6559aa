#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* A number from 1 to 9999, else 0. */
static size_t
number_from(const char *name)
{
	const char *text = getenv(name);
	size_t number = 0;
	for (size_t i = 0; text && text[i]; i++) {
		if (text[i] < '0' || text[i] > '9' || number > 999)
			return 0;
		number = number * 10 + (size_t)(text[i] - '0');
	}
	return number;
}

size_t
terminal_width(int fd)
{
	struct winsize size = { 0 };
	if (!isatty(fd))
		return 0;
	size_t width = number_from("COLUMNS");
	if (!width && ioctl(fd, TIOCGWINSZ, &size) == 0)
		width = size.ws_col;
	return width ? width : 80;
}

size_t
terminal_height(int fd)
{
	struct winsize size = { 0 };
	if (!isatty(fd))
		return 0;
	size_t height = number_from("LINES");
	if (!height && ioctl(fd, TIOCGWINSZ, &size) == 0)
		height = size.ws_row;
	return height ? height : 24;
}

static bool
is_set(const char *name)
{
	const char *value = getenv(name);
	return value && *value;
}

static bool
is_value(const char *name, const char *value)
{
	const char *found = getenv(name);
	return found && strcmp(found, value) == 0;
}

bool
terminal_colors(const char *choice, int fd)
{
	if (choice && strcmp(choice, "auto") != 0)
		return strcmp(choice, "always") == 0;
	if (is_set("NO_COLOR"))
		return false;
	if (is_set("CLICOLOR_FORCE") && !is_value("CLICOLOR_FORCE", "0"))
		return true;
	return isatty(fd) && is_set("TERM") && !is_value("TERM", "dumb") &&
	       !is_value("CLICOLOR", "0");
}

/*
 * A page of text that generate.c fills, and what a wrong encoding makes of it.
 */
#ifndef BENCH_GENERATE_PAGE_H
#define BENCH_GENERATE_PAGE_H

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))

struct page {
	size_t length;
	char bytes[32768];
};

/* clang-format off */
/* Where Windows-1254 is not Latin-1, above A0. */
static const struct { unsigned char byte; uint16_t character; } turkish[] = {
	{ 0xD0, 0x11E }, { 0xDD, 0x130 }, { 0xDE, 0x15E },
	{ 0xF0, 0x11F }, { 0xFD, 0x131 }, { 0xFE, 0x15F },
};

/* Bytes 80 to 9F in Windows-1254; 0: not defined, lost. */
static const uint16_t windows_1254[32] = {
	0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0, 0,
	0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0, 0x0178,
};
/* clang-format on */

static void
die(const char *what)
{
	fprintf(stderr, "generate: %s: %s\n", what, strerror(errno));
	exit(1);
}

static __attribute__((format(printf, 2, 3))) void
add(struct page *page, const char *format, ...)
{
	size_t room = sizeof(page->bytes) - page->length;
	va_list arguments;
	va_start(arguments, format);
	int written = vsnprintf(page->bytes + page->length, room, format, arguments);
	va_end(arguments);
	if (written < 0 || (size_t)written >= room) {
		errno = ENOBUFS;
		die("a note");
	}
	page->length += (size_t)written;
}

static void
format_day(long day, char text[11])
{
	time_t seconds = (time_t)day * 86400;
	struct tm parts;
	gmtime_r(&seconds, &parts);
	strftime(text, 11, "%Y-%m-%d", &parts);
}

static void
add_day(struct page *page, const char *before, long day)
{
	char text[11];
	format_day(day, text);
	add(page, "%s%s", before, text);
}

static unsigned
from_windows_1254(unsigned char byte)
{
	for (size_t i = 0; i < COUNT_OF(turkish); i++)
		if (turkish[i].byte == byte)
			return turkish[i].character;
	return byte >= 0x80 && byte < 0xA0 ? windows_1254[byte - 0x80] : byte;
}

static void
add_byte(struct page *page, unsigned byte)
{
	page->bytes[page->length++] = (char)byte;
}

/* As UTF-8, below U+10000; nothing for 0. */
static void
add_character(struct page *page, unsigned character)
{
	if (character >= 0x800) {
		add_byte(page, 0xE0 | character >> 12);
		add_byte(page, 0x80 | (character >> 6 & 0x3F));
	} else if (character >= 0x80) {
		add_byte(page, 0xC0 | character >> 6);
	}
	if (character >= 0x80)
		add_byte(page, 0x80 | (character & 0x3F));
	else if (character > 0)
		add_byte(page, character);
}

/* What becomes of the text when its UTF-8 is read as Windows-1254 and saved again. */
static void
misread(const struct page *page, struct page *damaged)
{
	damaged->length = 0;
	for (size_t i = 0; i < page->length && damaged->length + 3 <= sizeof(damaged->bytes); i++)
		add_character(damaged, from_windows_1254((unsigned char)page->bytes[i]));
}

#endif

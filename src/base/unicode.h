/*
 * utf8proc (Unicode 15), which no other file knows; for the files utf8*.c and text_width.c.
 */
#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H

#include <utf8proc.h>

#endif

/*
 * The walk through the lines of a body, which makes the outline's entries; private to outline.c and
 * the files outline_*.c.
 */
#ifndef READ_OUTLINE_WALK_H
#define READ_OUTLINE_WALK_H

#include "read/outline.h"

/* Where the walk through the blocks is; lines are only ever asked for in order. */
struct outline_walk {
	struct arena *arena;
	struct outline *outline;
	int offset; /* line of the file less line of the body */
	str rest;   /* of the body, after `line` */
	str line;   /* its line `number`, from 1 */
	int number;
	int quotes; /* open around the block */
	int lists;
	int item;         /* entry of the innermost item, -1: none */
	int heading;      /* entry of the heading above, -1: none */
	size_t paragraph; /* first entry of the latest paragraph */
};

/* The line of that number, from 1. */
str outline_go_to_line(struct outline_walk *walk, int number);

/* Each adds an entry for the line that the walk is at. */
struct outline_entry *outline_add_entry(
	struct outline_walk *walk, enum outline_kind kind, str text);
struct outline_entry *outline_add_in_item(
	struct outline_walk *walk, enum outline_kind kind, str text);
void outline_add_heading(struct outline_walk *walk, int level, str text);

/* A paragraph that was underlined is one heading: its lines are joined. */
void outline_make_heading(struct outline_walk *walk, int level);

/* The index of the entry that was added last. */
int outline_last_entry(const struct outline_walk *walk);

/* Reads all lines without cmark. */
void outline_read_lines(struct outline_walk *walk);

#endif

/*
 * What the kinds of charts have in common: a drawing with its title and description, and numbers
 * as SVG wants them.
 */
#ifndef CLI_CHART_DRAW_H
#define CLI_CHART_DRAW_H

#include "chart.h"

#define CHART_WHOLE 10000 /* the full width, as chart_share gives shares of it */

/* Opens the drawing, `height` pixels high, with its title and a description of its rows. */
void chart_open(struct html *html, const struct chart *chart, long height);

/* Attributes: a share as "12.34%", a number of pixels. */
void chart_write_share(struct html *html, const char *name, long share);
void chart_write_pixels(struct html *html, const char *name, long pixels);

/* Opens a text at a place. */
void chart_open_text(struct html *html, const char *class, long share, long y);

/* What shows when one points at a part: "Ada Park: 3 overdue". */
void chart_write_hint(
	struct html *html, const struct chart *chart, const struct chart_row *row, size_t series);

#endif

/*
 * The words of due days in English, German, French, Spanish, Dutch, Portuguese and Italian, and
 * what is common of Japanese, Chinese and Korean: one table, by folded spelling.
 */
#ifndef READ_DATES_WORDS_H
#define READ_DATES_WORDS_H

#include "base/str.h"

enum dates_unit {
	DATES_IN_DAYS,
	DATES_IN_WEEKS,
	DATES_IN_MONTHS,
	DATES_IN_QUARTERS,
	DATES_IN_YEARS
};

/* What a word is; the letters make the shape of a phrase: "end of next week" is "exu". */
enum dates_kind {
	DATES_FILLER = ' ',    /* "the", "of" */
	DATES_WEEKDAY = 'w',   /* 0 Monday */
	DATES_MONTH = 'm',     /* 1 to 12 */
	DATES_OFFSET = 'd',    /* days from the meeting: "tomorrow" is 1 */
	DATES_AFTER = 'f',     /* "day after tomorrow" */
	DATES_LATE = 'h',      /* the end of a day: "EOD" */
	DATES_END = 'e',       /* "end of" */
	DATES_PERIOD = 'p',    /* a unit's end in one word: "EOW" */
	DATES_UNIT = 'u',      /* enum dates_unit */
	DATES_SEMANA = 'v',    /* a week whose "end" is Friday or the weekend */
	DATES_WEEK = 'k',      /* a numbered week: "KW" */
	DATES_QUARTER = 'q',   /* months of a numbered part of the year: 3 of Q, 6 of H */
	DATES_NEXT = 'x',      /* "next" */
	DATES_COMING = 'c',    /* "coming" */
	DATES_THIS = 's',      /* "this" */
	DATES_IN = 'i',        /* "in", "within" */
	DATES_NUMBER = 'n',    /* 1 to 12, in words */
	DATES_EVENT = 'g',     /* "meeting" */
	DATES_OPEN_END = 'z',  /* "TBD", "ASAP" */
	DATES_BEFORE = 'b',    /* "before": some day, but an earlier one */
	DATES_ORDINAL = 'o',   /* behind a number: "20th" */
	DATES_CLOCK = 't',     /* behind an hour: "pm" */
	DATES_YEAR_SIGN = 'Y', /* 年 */
	DATES_MONTH_SIGN = 'M',
	DATES_DAY_SIGN = 'D'
};

struct dates_word {
	enum dates_kind kind;
	int value;
};

/*
 * Writes the text in lower case, without accents, with ASCII for full-width characters and for
 * all kinds of blanks, dashes and apostrophes; as much as fits. Gives the length.
 */
size_t dates_fold(str text, char *folded, size_t size);

/* `folded` is one word; an article in front ("l'annee") does not count. */
bool dates_find_word(str folded, struct dates_word *word);

#endif

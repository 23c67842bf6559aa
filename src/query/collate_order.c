#include "query/collate_order.h"

#include "base/utf8.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* The leading bytes of weights, in their order. */
enum lead {
	LEAD_SPACE = 1,
	LEAD_PUNCTUATION,
	LEAD_RARE_PUNCTUATION,
	LEAD_SYMBOL,
	LEAD_RANGES_OF_SYMBOLS = 16, /* one for each row of `symbols` */
	LEAD_MATHEMATICS = 18,       /* of them */
	LEAD_RARE_SYMBOL = 40,
	LEAD_CURRENCY,
	LEAD_RARE_CURRENCY,
	LEAD_REPEAT, /* 々, ー: what says the letter before again */
	LEAD_NUMBER,
	LEAD_DIGIT, /* that is no part of a number: the 2 of m² */
	LEAD_RARE_NUMBER,
	LEAD_LATIN = 64,    /* two for each letter: itself, and those that follow it */
	LEAD_SCRIPTS = 128, /* one for each row of `scripts` */
	LEAD_RARE_LETTER = 192,
	LEAD_HAN,
	LEAD_UNKNOWN = 254
};

/* clang-format off */
static const struct {
	enum utf8_class class;
	enum lead lead, rare; /* for the listed ones, and those that are not */
	const char *listed;
} lists[] = {
	{ UTF8_SPACE, LEAD_SPACE, LEAD_SPACE, "\t\n\v\f\r\xC2\x85\u2028\u2029 " },
	{ UTF8_PUNCTUATION, LEAD_PUNCTUATION, LEAD_RARE_PUNCTUATION,
		"_-‐‒–—―⁓〜〰゠・,、;⁏:!¡?¿‽.。·⁕⁖⁘⁙⁚⁛⁜⁝⁞'‹›\"«»()[]{}⁅⁆〈〉《》「」『』【】〔〕〖〗〘〙〚〛‖§¶⁋@*⁎⁑"
		"/\\&⁊#%‰‱†‡•‣‧⁃⁌⁍′‵〃〽‸※‿⁔⁀⁐⁁⁂" },
	{ UTF8_SYMBOL, LEAD_SYMBOL, LEAD_RARE_SYMBOL, "`^°©®" },
	{ UTF8_CURRENCY, LEAD_CURRENCY, LEAD_RARE_CURRENCY, "¤¢$£¥" },
};

/* Symbols: listed, or a range. */
static const struct {
	const char *listed;
	uint32_t first, last;
} symbols[] = {
	{ NULL, 0x2100, 0x218F },
	{ "←→↑↓", 0x2190, 0x2211 },
	{ "+±÷×<=>¬|¦~−", 0x2212, 0x26FF },
	{ NULL, 0x1F1E6, 0x1F1FF }, /* flags */
	{ NULL, 0x2700, 0x27FF },
	{ NULL, 0x2900, 0x2BFF },
	{ NULL, 0x2800, 0x28FF },
	{ NULL, 0x1F000, 0x1F2FF },
	{ NULL, 0x1F300, 0x1F5FF },
	{ NULL, 0x1F900, 0x1F9FF },
	{ NULL, 0x1FA70, 0x1FAFF },
	{ NULL, 0x1F600, 0x1F8FF },
};

/* What follows a Latin letter before the next. */
static const char *const latin[26] = {
	['a' - 'a'] = "ɐɑɒ",
	['b' - 'a'] = "ʙƀɓƃ",
	['c' - 'a'] = "ȼƈɕ",
	['d' - 'a'] = "ȸʣʥʤɖɗƌȡ",
	['e' - 'a'] = "ɇǝəɛɘɚɜɝɞʚɤ",
	['f' - 'a'] = "ʩƒ",
	['g' - 'a'] = "ɡɢǥɠʛɣƣ",
	['h' - 'a'] = "ʜƕɦɧ",
	['i' - 'a'] = "ıɪɨɩ",
	['j' - 'a'] = "ȷɉʝɟʄ",
	['k' - 'a'] = "ƙʞ",
	['l' - 'a'] = "ʪʫʟƚɫɬɭȴɮƛʎ",
	['m' - 'a'] = "ɱ",
	['n' - 'a'] = "ɴɲƞɳȵŋ",
	['o' - 'a'] = "ɶɔɵɷȣ",
	['p' - 'a'] = "ƥɸ",
	['q' - 'a'] = "ȹʠɋĸ",
	['r' - 'a'] = "ʀɍɹɺɻɼɽɾɿʁ",
	['s' - 'a'] = "ʂȿʃƪʅʆ",
	['t' - 'a'] = "ʨƾʦʧŧƫƭʈȶʇ",
	['u' - 'a'] = "ʉɥʮʯɯɰʊ",
	['v' - 'a'] = "ʋʌ",
	['w' - 'a'] = "ʍ",
	['x' - 'a'] = "",
	['y' - 'a'] = "ʏɏƴȝ",
	['z' - 'a'] = "ƍƶȥʐʑɀʒƹƺʓþƿƻƨƽƅʔɂʕʡʢʖǀǁǂǃʗʘʬʭ",
};

/* The other scripts: letters that are listed come before the rest of the range. */
static const struct {
	const char *listed;
	uint32_t first, last;
} scripts[] = {
	{ NULL, 0x80, 0x2AF },    /* rare Latin letters, in four ranges */
	{ NULL, 0x1D00, 0x1DBF },
	{ NULL, 0x2C60, 0x2C7F },
	{ NULL, 0xA720, 0xA7FF },
	{ "αβγδεϝϛζηθιϳκϗλμνξοπϻϟϙρϼστυφχψωϡϸ", 0x370, 0x3FF },
	{ NULL, 0x2C80, 0x2CFF },
	{ "аәӕбвгґғӻҕӷдԁђԃҙеєжԫҗзԅԑѕӡԇиҋійјкқӄҡҟҝԟԛлӆԯԓԡљԉԕмӎнԩӊңӈԣҥњԋоөпԥҧҁрҏԗсԍҫтԏҭћуүұѹфхӽӿҳһԧѡ"
	  "ѿѽѻцҵчԭҷӌҹҽҿџшщъыьҍѣэюяԙѥѧѫѩѭѯѱѳѵҩԝӏ", 0x400, 0x52F },
	{ NULL, 0x2C00, 0x2C5F }, /* Glagolitic */
	{ NULL, 0x10A0, 0x10FF }, /* Georgian */
	{ NULL, 0x530, 0x58F },   /* Armenian */
	{ NULL, 0x590, 0x5FF },   /* Hebrew */
	{ "ءٱاپةتثجحخدذرزسشصضطظعغفقكکلمنهوىيی", 0x600, 0x6FF },
	{ NULL, 0x700, 0x74F },   /* Syriac */
	{ NULL, 0x780, 0x7BF },   /* Thaana */
	{ NULL, 0x7C0, 0x7FF },   /* N'Ko */
	{ NULL, 0x2D30, 0x2D7F }, /* Tifinagh */
	{ NULL, 0x1200, 0x139F }, /* Ethiopic */
	{ NULL, 0x900, 0xDFF },   /* Devanagari to Sinhala */
	{ NULL, 0xE00, 0xEFF },   /* Thai, Lao */
	{ NULL, 0xF00, 0x109F },  /* Tibetan, Burmese */
	{ NULL, 0x1780, 0x17FF }, /* Khmer */
	{ NULL, 0x1800, 0x18AF }, /* Mongolian */
	{ NULL, 0x13A0, 0x13FF }, /* Cherokee */
	{ NULL, 0x1400, 0x167F }, /* Canadian syllables */
	{ NULL, 0x1680, 0x16FF }, /* Ogham, runes */
	{ NULL, 0x1100, 0x11FF }, /* Korean */
	{ NULL, 0x3041, 0x30FF }, /* Japanese */
	{ NULL, 0x3105, 0x312F }, /* Bopomofo */
	{ NULL, 0xA000, 0xA4CF }, /* Yi */
};

static const struct {
	uint32_t code;
	const char *letters;
} expansions[] = {
	{ 0xE6, "a\u0336e" },
	{ 0x153, "o\u0336e" },
	{ 0xDF, "s\u0336s" },
	{ 0x111, "d\u0335" },
	{ 0xF0, "d\u0336" },
	{ 0x127, "h\u0335" },
	{ 0x142, "l\u0335" },
	{ 0xF8, "o\u0338" },
	{ 0x2018, "'\u0301" }, /* quotation marks differ as accents do */
	{ 0x2019, "'\u0300" },
	{ 0x201A, "'\u0306" },
	{ 0x201B, "'\u0302" },
	{ 0x201C, "\"\u0301" },
	{ 0x201D, "\"\u0300" },
	{ 0x201E, "\"\u0306" },
	{ 0x201F, "\"\u0302" },
	{ 0x3C2, "σ" },
	{ 0x5DA, "כ" },
	{ 0x5DD, "מ" },
	{ 0x5DF, "נ" },
	{ 0x5E3, "פ" },
	{ 0x5E5, "צ" },
};

static const char accents[] = "\u0313\u0314\u0301\u0300\u0306\u0302\u030C\u030A\u0342\u0308\u030B"
	"\u0303\u0307\u0338\u0327\u0328\u0304\u0335\u0336\u0305\u0309\u030F\u0310\u0311\u031B\u0323"
	"\u0324\u0325\u032D\u032E\u0330\u0331";

#define SIGN(c, lead, place) [(c)] = { 2, { (lead), (place) } }
#define LETTER(c) \
	[(c)] = { 1, { LEAD_LATIN + 2 * ((c) - 'a') } }, \
	[(c) - 'a' + 'A'] = { 1, { LEAD_LATIN + 2 * ((c) - 'a') } }

/* The places are those in the lists. */
const struct collate_weight collate_plain[128] = {
	SIGN('\t', LEAD_SPACE, 1), SIGN('\n', LEAD_SPACE, 2), SIGN('\v', LEAD_SPACE, 3),
	SIGN('\f', LEAD_SPACE, 4), SIGN('\r', LEAD_SPACE, 5), SIGN(' ', LEAD_SPACE, 9),
	SIGN('_', LEAD_PUNCTUATION, 1), SIGN('-', LEAD_PUNCTUATION, 2),
	SIGN(',', LEAD_PUNCTUATION, 13), SIGN(';', LEAD_PUNCTUATION, 15),
	SIGN(':', LEAD_PUNCTUATION, 17), SIGN('!', LEAD_PUNCTUATION, 18),
	SIGN('?', LEAD_PUNCTUATION, 20), SIGN('.', LEAD_PUNCTUATION, 23),
	SIGN('\'', LEAD_PUNCTUATION, 35), SIGN('"', LEAD_PUNCTUATION, 38),
	SIGN('(', LEAD_PUNCTUATION, 41), SIGN(')', LEAD_PUNCTUATION, 42),
	SIGN('[', LEAD_PUNCTUATION, 43), SIGN(']', LEAD_PUNCTUATION, 44),
	SIGN('{', LEAD_PUNCTUATION, 45), SIGN('}', LEAD_PUNCTUATION, 46),
	SIGN('@', LEAD_PUNCTUATION, 71), SIGN('*', LEAD_PUNCTUATION, 72),
	SIGN('/', LEAD_PUNCTUATION, 75), SIGN('\\', LEAD_PUNCTUATION, 76),
	SIGN('&', LEAD_PUNCTUATION, 77), SIGN('#', LEAD_PUNCTUATION, 79),
	SIGN('%', LEAD_PUNCTUATION, 80), SIGN('`', LEAD_SYMBOL, 1), SIGN('^', LEAD_SYMBOL, 2),
	SIGN('+', LEAD_MATHEMATICS, 1), SIGN('<', LEAD_MATHEMATICS, 5),
	SIGN('=', LEAD_MATHEMATICS, 6), SIGN('>', LEAD_MATHEMATICS, 7),
	SIGN('|', LEAD_MATHEMATICS, 9), SIGN('~', LEAD_MATHEMATICS, 11),
	SIGN('$', LEAD_CURRENCY, 3),
	LETTER('a'), LETTER('b'), LETTER('c'), LETTER('d'), LETTER('e'), LETTER('f'), LETTER('g'),
	LETTER('h'), LETTER('i'), LETTER('j'), LETTER('k'), LETTER('l'), LETTER('m'), LETTER('n'),
	LETTER('o'), LETTER('p'), LETTER('q'), LETTER('r'), LETTER('s'), LETTER('t'), LETTER('u'),
	LETTER('v'), LETTER('w'), LETTER('x'), LETTER('y'), LETTER('z'),
};
/* clang-format on */

/* The place among the characters of a list, from 1; 0: it is not there. */
static size_t
find_listed(const char *listed, uint32_t code)
{
	str rest = str_from(listed);
	uint32_t other;
	for (size_t place = 1; utf8_next(&rest, &other); place++)
		if (other == code)
			return place;
	return 0;
}

/* `place` 0 is a character that is not listed: it comes after those, by its number. */
static void
write_place(struct buffer *out, size_t lead, size_t place, uint32_t code)
{
	buffer_add_char(out, (char)lead);
	buffer_add_char(out, (char)(place ? place : 255));
	for (int shift = 16; !place && shift >= 0; shift -= 8)
		buffer_add_char(out, (char)(code >> shift & 255));
}

bool
collate_is_katakana(uint32_t code)
{
	return code >= 0x30A1 && code <= 0x30F6;
}

static bool
write_latin(struct buffer *out, uint32_t code)
{
	if (code >= 'a' && code <= 'z') {
		buffer_add_char(out, (char)(LEAD_LATIN + 2 * (code - 'a')));
		return true;
	}
	for (size_t i = 0; code > 0x7F && code < 0x2B0 && i < COUNT(latin); i++) {
		size_t place = find_listed(latin[i], code);
		if (!place)
			continue;
		write_place(out, LEAD_LATIN + 2 * i + 1, place, code);
		return true;
	}
	return false;
}

static void
write_letter(struct buffer *out, uint32_t code)
{
	if (write_latin(out, code))
		return;
	if (code == 0x3005 || (code >= 0x3031 && code <= 0x3035) || code == 0x30FC) {
		write_place(out, LEAD_REPEAT, 0, code);
		return;
	}
	if (collate_is_katakana(code))
		code -= 0x60;
	for (size_t i = 0; i < COUNT(scripts); i++)
		if (code >= scripts[i].first && code <= scripts[i].last) {
			write_place(
				out, LEAD_SCRIPTS + i, find_listed(scripts[i].listed, code), code);
			return;
		}
	bool han = (code >= 0x3400 && code <= 0x9FFF) || code >= 0x20000;
	bool later = code < 0x4E00; /* an extension, which comes after the first block */
	write_place(out, han ? LEAD_HAN : LEAD_RARE_LETTER, 0, han && later ? code + 0xA000 : code);
}

static bool
write_symbol(struct buffer *out, uint32_t code)
{
	for (size_t i = 0; i < COUNT(symbols); i++) {
		size_t place = find_listed(symbols[i].listed, code);
		if (!place && (code < symbols[i].first || code > symbols[i].last))
			continue;
		write_place(out, LEAD_RANGES_OF_SYMBOLS + i, place, code);
		return true;
	}
	return false;
}

void
collate_write_weight(struct buffer *out, uint32_t code)
{
	enum utf8_class class =
		code < 0x80 && is_letter((char)code) ? UTF8_LETTER : utf8_class(code);
	if (class == UTF8_LETTER) {
		write_letter(out, code);
		return;
	}
	for (size_t i = 0; i < COUNT(lists); i++) {
		if (lists[i].class != class)
			continue;
		size_t place = find_listed(lists[i].listed, code);
		if (class != UTF8_SYMBOL || place || !write_symbol(out, code))
			write_place(out, place ? lists[i].lead : lists[i].rare, place, code);
		return;
	}
	size_t lead = class == UTF8_DIGIT    ? LEAD_DIGIT
		      : class == UTF8_NUMBER ? LEAD_RARE_NUMBER
					     : LEAD_UNKNOWN;
	write_place(out, lead, 0, code);
}

void
collate_write_number(struct buffer *out, str digits)
{
	size_t length = digits.length;
	buffer_add_char(out, (char)LEAD_NUMBER);
	for (; length >= 255; length -= 255)
		buffer_add_char(out, (char)255);
	buffer_add_char(out, (char)length);
	buffer_add(out, digits);
}

void
collate_write_accent(struct buffer *out, uint32_t code)
{
	enum { FIRST = 3, UNLISTED = 0xF0 };
	size_t place = find_listed(accents, code);
	if (place) {
		buffer_add_char(out, (char)(FIRST + place));
		return;
	}
	buffer_add_char(out, (char)UNLISTED);
	for (int shift = 14; shift >= 0; shift -= 7)
		buffer_add_char(out, (char)((code >> shift & 127) + 1));
}

str
collate_letters(uint32_t code)
{
	for (size_t i = 0; code > 0x7F && i < COUNT(expansions); i++)
		if (expansions[i].code == code)
			return str_from(expansions[i].letters);
	return (str){ 0 };
}

bool
collate_is_composed(uint32_t code)
{
	bool short_i = code == 0x419 || code == 0x439;
	bool hamza = code >= 0x622 && code <= 0x626;
	return code > 0x7F && !short_i && !hamza;
}

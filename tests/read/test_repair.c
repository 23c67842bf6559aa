#include "read/repair.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* The ways in which UTF-8 is spoiled. */
enum misreading { LATIN_1, WINDOWS_1252, WINDOWS_1254 };

struct damage {
	enum misreading as;
	bool keeps;           /* bytes without a character, as C1 controls */
	const char *encoding; /* what repair_text calls it */
};

/* 0x80 to 0x9F in Windows-1252. */
static const uint32_t windows_1252[32] = { 0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
	0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C,
	0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178 };

/* Where Windows-1254 differs. */
static const uint32_t windows_1254[][2] = { { 0x8E, 0 }, { 0x9E, 0 }, { 0xD0, 0x011E },
	{ 0xDD, 0x0130 }, { 0xDE, 0x015E }, { 0xF0, 0x011F }, { 0xFD, 0x0131 }, { 0xFE, 0x015F } };

/* The character for a byte; 0 where there is none. */
static uint32_t
misread_byte(enum misreading as, unsigned char byte)
{
	if (byte < 0x80 || as == LATIN_1)
		return byte;
	for (size_t i = 0; as == WINDOWS_1254 && i < COUNT(windows_1254); i++)
		if (windows_1254[i][0] == byte)
			return windows_1254[i][1];
	return byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
}

static str
spoil(struct arena *arena, str text, const struct damage *damage)
{
	struct buffer out = { .arena = arena };
	for (size_t i = 0; i < text.length; i++) {
		unsigned char byte = (unsigned char)text.bytes[i];
		uint32_t code = misread_byte(damage->as, byte);
		if (!code && !damage->keeps)
			continue;
		char bytes[4];
		buffer_add(&out, (str){ bytes, utf8_encode(code ? code : byte, bytes) });
	}
	return out.text;
}

static void
assert_text(str actual, str expected)
{
	if (!str_equal(actual, expected))
		fail_msg("\n got %.*s\nwant %.*s", STR_ARG(actual), STR_ARG(expected));
}

/* What notes hold beyond ASCII, each where it would stand. */
static const char *const samples[] = { "📅 2026-03-14", "🗓 2026-03-14", "🗓️ 2026-03-14",
	"📆 2026-03-14", "⏳ 2026-03-14", "⏳ #task", "⌛ 2026-03-14", "🛫 2026-03-14",
	"➕ 2026-03-14", "✅ 2026-03-14", "❌ 2026-03-14", "❌ #task", "🔁 every week",
	"🔁 every 2 weeks on Monday when done", "🔺 #task", "⏫ #task", "⏫️ #task", "⏫", "🔼 #task",
	"🔽 #task", "⏬ #task", "⏬️ #task", "🆔 k3x9", "⛔ k3x9", "⛔️ k3x9", "🏁 delete",
	"🏁 keep", "⚠️ wet floor", "⏰ 9:30", "⏱️ 20 min", "☑️ seen", "✔️ seen",
	"tap → drain", "drain ← tap", "the plumber’s van", "‘tap’", "“tap”, he said",
	"“tap” and “drain”", "9–10", "tap — drain", "wait…", "• tap", "Wi‑Fi", "20\u00A0m",
	"zero\u200Bwidth", "a mark\uFEFF", "café", "Jürgen", "façade", "Ayşe", "dağ", "balık",
	"İzmir", "smørrebrød", "gęś", "5 €", "½ hour", "20 °C", "привет" };

static void
assert_samples_restored(const struct damage *damage)
{
	for (size_t i = 0; i < COUNT(samples); i++) {
		struct arena arena = { 0 };
		str text = str_format(
			&arena, "- [ ] Ring them %s\n- [ ] and pay 📅 2026-03-14\n", samples[i]);
		struct repair repair = repair_text(&arena, spoil(&arena, text, damage));
		assert_text(repair.text, text);
		assert_text(repair.encoding, str_from(damage->encoding));
		assert_int_equal(repair_text(&arena, repair.text).count, 0);
		arena_free(&arena);
	}
}

static void
windows_1254_without_its_holes_is_undone(void **state)
{
	(void)state;
	assert_samples_restored(&(struct damage){ WINDOWS_1254, false, "windows-1254" });
}

static void
windows_1254_with_controls_is_undone(void **state)
{
	(void)state;
	assert_samples_restored(&(struct damage){ WINDOWS_1254, true, "windows-1254" });
}

static void
windows_1252_without_its_holes_is_undone(void **state)
{
	(void)state;
	assert_samples_restored(&(struct damage){ WINDOWS_1252, false, "windows-1252" });
}

static void
windows_1252_with_controls_is_undone(void **state)
{
	(void)state;
	assert_samples_restored(&(struct damage){ WINDOWS_1252, true, "windows-1252" });
}

static void
latin_1_is_undone(void **state)
{
	(void)state;
	assert_samples_restored(&(struct damage){ LATIN_1, true, "latin-1" });
}

static void
text_misread_up_to_three_times_is_undone(void **state)
{
	(void)state;
	static const struct damage damages[] = { { WINDOWS_1254, true, "windows-1254" },
		{ WINDOWS_1252, true, "windows-1252" }, { LATIN_1, true, "latin-1" } };
	for (size_t i = 0; i < COUNT(damages); i++) {
		struct arena arena = { 0 };
		str text = STR("# Jürgen’s “plan”\n\n- [ ] Mow 📅 2026-05-02 ⏫ #task\n");
		str once = spoil(&arena, text, &damages[i]), spoiled = once;
		for (int times = 2; times <= 4; times++) {
			spoiled = spoil(&arena, spoiled, &damages[i]);
			struct repair repair = repair_text(&arena, spoiled);
			assert_text(repair.text, times <= 3 ? text : once);
			assert_text(repair.encoding, str_from(damages[i].encoding));
		}
		arena_free(&arena);
	}
}

/* As it is found, as it should be. */
struct pair {
	const char *found, *repaired;
};

static void
assert_pairs(const struct pair *pairs, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct arena arena = { 0 };
		assert_text(repair_text(&arena, str_from(pairs[i].found)).text,
			str_from(pairs[i].repaired));
		arena_free(&arena);
	}
}

static void
lost_bytes_are_told_from_what_is_around(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{ "- [ ] Sow the beans ğŸ“… 2026-04-18 â« #task",
			"- [ ] Sow the beans 📅 2026-04-18 ⏫ #task" },
		{ "â«", "⏫" },
		{ "(â¬)", "(⏬)" },
		{ "ğŸ”ºâ«", "🔺⏫" },
		{ "a â•  2026-04-18", "a ➕  2026-04-18" },
		{ "ğŸ” Every day", "🔁 Every day" },
		{ "ğŸ DELETE", "🏁 DELETE" },
		{ "â€œyesâ€, and â€œnoâ€.", "“yes”, and “no”." },
		{ "1ï¸âƒ£ first", "1\uFE0F⃣ first" },
		{ "the cooperativeâ€™s barn", "the cooperative’s barn" },
		{ "â«\u00A0#task", "⏫\u00A0#task" },
		{ "\u00A0â« #task", "\u00A0⏫ #task" },
		{ "ğŸ\u00A0keep", "🏁\u00A0keep" },
		{ "â†ï¸ back", "←\uFE0F back" },
		{ "âš\u00A0ï¸° hot", "⚠\uFE0F° hot" },
	};
	assert_pairs(pairs, COUNT(pairs));
}

static void
a_quote_is_closed_on_the_line_that_opened_it(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{ "â€œyesâ€ â€ no", "“yes” â€ no" },
		{ "â€œyesâ€Àh, â€ no", "“yes”Àh, â€ no" },
		{ "â€œa â€¿ bâ€", "“a ‿ b”" },
		{ "â€œa â€€ bâ€", "“a \u2000 b”" },
		{ "â€œaâ€¦ bâ€", "“a… b”" },
		{ "â€œâŒ noâ€", "“❌ no”" },
		{ "â\xC2\x80\xC2\x9C yesÂ» â€", "“ yes» ”" },
		{ "itâ€™s â€ no", "it’s â€ no" },
		{ "itâ\xC2\x80\xC2\x99s â€ no", "it’s â€ no" },
		{ "yes\nâ€ no", "yes\nâ€ no" },
		{ "â€œyes\nâ€ no", "“yes\nâ€ no" },
	};
	assert_pairs(pairs, COUNT(pairs));
}

static void
a_replaced_byte_shows_what_was_there(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{ "xâ\uFFFD«x", "x⏫x" },
		{ "xâ\uFFFD¬x", "x⏬x" },
		{ "xâ\uFFFD³x", "x⏳x" },
		{ "xâ\uFFFD•x", "x➕x" },
		{ "xâ\uFFFDŒx", "x❌x" },
		{ "xğŸ”\uFFFDx", "x🔁x" },
		{ "xğŸ\uFFFD\uFFFDx", "x🏁x" },
		{ "xâ€\uFFFDx", "x”x" },
		{ "xâ\uFFFD\uFFFDx", "xâ\uFFFD\uFFFDx" },
		{ "x\uFFFD«x", "x\uFFFD«x" },
		{ "xâ\uFFFD°x", "x⏰x" },
		{ "xâ\uFFFD±x", "x⏱x" },
		{ "xâ\xC2\x8F\uFFFDx", "xâ\xC2\x8F\uFFFDx" },
		{ "ï¸\uFFFD", "\uFE0F" },
		{ "âš\u00A0ï¸\uFFFD wet", "⚠️ wet" },
		{ "â€œtapâ€\uFFFD, he said", "“tap”, he said" },
	};
	assert_pairs(pairs, COUNT(pairs));
}

static void
what_cannot_be_told_is_left(void **state)
{
	(void)state;
	static const char *const texts[] = { "a â« b is â«x", "xâ«", "ğŸ” twice", "ğŸ everyone",
		"ğŸ” everyone", "ğŸ keeper", "â• soon", "xâ• 2026-04-18", "â€ alone", "ï¸ alone",
		"â• 2026-04", "†â« x" };
	struct pair pairs[COUNT(texts)];
	for (size_t i = 0; i < COUNT(texts); i++)
		pairs[i] = (struct pair){ texts[i], texts[i] };
	pairs[0].repaired = "a ⏫ b is â«x";
	assert_pairs(pairs, COUNT(pairs));
}

/* Beside a date that shows the file to be misread, everything that can be undone is. */
static void
what_decodes_to_no_character_is_left(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{ "ÃÀ", "ÃÀ" },                       /* no UTF-8 */
		{ "Á¿", "Á¿" },                       /* U+007F in two bytes */
		{ "àŸ¿", "àŸ¿" },                     /* U+07FF in three */
		{ "à\u00A0€", "\u0800" },             /* the first that needs them */
		{ "à¤¹", "ह" },                       /* */
		{ "ğ\xC2\x8F¿½", "ğ\xC2\x8F¿½" },     /* U+FFFD in four */
		{ "ğ\xC2\x90€€", "\U00010000" },      /* the first that needs them */
		{ "í\u00A0€", "í\u00A0€" },           /* surrogates */
		{ "í¿¿", "í¿¿" },                     /* */
		{ "íŸ»", "\uD7FB" },                  /* the last before them */
		{ "ï£¿", "ï£¿" },                     /* private use */
		{ "ï¤€", "\uF900" },                  /* the first behind it */
		{ "ï¿¾", "ï¿¾" },                     /* noncharacters */
		{ "ï¿¿", "ï¿¿" },                     /* */
		{ "ğŸ¿¾", "ğŸ¿¾" },                   /* */
		{ "ó\u00A0\xC2\x81§", "\U000E0067" }, /* a tag: the g in the flag of England */
		{ "ó°€€", "ó°€€" },                   /* private use again */
		{ "ô\xC2\x8F¿½", "ô\xC2\x8F¿½" },     /* */
		{ "ô\xC2\x90€€", "ô\xC2\x90€€" },     /* behind the last code point */
		{ "õ€€€", "õ€€€" },                   /* */
		{ "ø€€€", "ø€€€" },                   /* no lead byte */
		{ "Â…", "Â…" },                       /* a control */
	};
	for (size_t i = 0; i < COUNT(pairs); i++) {
		struct arena arena = { 0 };
		str text = str_format(&arena, "ğŸ“… 2026-04-18\n%s\n", pairs[i].found);
		assert_text(repair_text(&arena, text).text,
			str_format(&arena, "📅 2026-04-18\n%s\n", pairs[i].repaired));
		arena_free(&arena);
	}
}

static void
no_repair_makes_a_control(void **state)
{
	(void)state;
	static const struct pair pairs[] = { { "Â…Ã© ğŸ“…", "Â…Ã© ğŸ“…" },
		{ "seen: Â…Ã© ğŸ“…", "seen: Â…Ã© ğŸ“…" }, { "Â€Ã© ğŸ“…", "Â€Ã© ğŸ“…" },
		{ "AyÃ\xC2\x85Â\xC2\x9F"
		  "e",
			"Ayşe" } };
	assert_pairs(pairs, COUNT(pairs));
}

/* A second pass may only begin with what the first one made. */
static void
good_letters_and_repaired_signs_make_no_sequence(void **state)
{
	(void)state;
	static const struct pair pairs[] = { { "Ãâ€¡ 2, Ãâ€¡ 3", "Ã‡ 2, Ã‡ 3" },
		{ "Ãâ€¡Ãâ€¡", "Ã‡Ã‡" } };
	assert_pairs(pairs, COUNT(pairs));
}

/* Symbols that quotes and dashes behind a circumflexed letter can look like are less certain. */
static void
certain_symbols_are_undone_beside_good_text(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{ "résumé â€€", "résumé \u2000" },
		{ "résumé âš\u00A0", "résumé ⚠" },
		{ "résumé â˜€", "résumé ☀" },
		{ "résumé â\xC2\x90\u00A0", "résumé â\xC2\x90\u00A0" },
		{ "résumé â‘\u00A0", "résumé â‘\u00A0" },
		{ "résumé â—‹", "résumé â—‹" },
	};
	assert_pairs(pairs, COUNT(pairs));
}

static void
good_text_keeps_what_may_be_good_too(void **state)
{
	(void)state;
	static const char *const good[] = { "naïve", "élan", "voilÀ", "ÀÉb", "10 × 5 m", "’tis",
		"so ’", "š", "škoda", "20\u00A0m", "5°", "“yes”" };
	static const char *const silent[] = { "", "À bord", "à 5", "a \uFFFD b", "so ’”", "’” so",
		"→ 📅", "ŠŽ", "۽" };
	for (size_t i = 0; i < COUNT(good); i++) {
		struct arena arena = { 0 };
		assert_text(
			repair_text(&arena, str_format(&arena, "ğŸ“… 2026-04-18\nÃ© %s", good[i]))
				.text,
			str_format(&arena, "📅 2026-04-18\nÃ© %s", good[i]));
		arena_free(&arena);
	}
	for (size_t i = 0; i < COUNT(silent); i++) {
		struct arena arena = { 0 };
		assert_text(
			repair_text(&arena, str_format(&arena, "ğŸ“… 2026-04-18\nÃ© %s", silent[i]))
				.text,
			str_format(&arena, "📅 2026-04-18\né %s", silent[i]));
		arena_free(&arena);
	}
}

static void
a_line_or_a_run_can_be_evidence_enough(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{ "Ã©", "Ã©" },
		{ "Ã© Ã©", "é é" },
		{ "Ã’ Ã’", "Ã’ Ã’" },
		{ "résumé\nÃ© ğŸ“…", "résumé\né 📅" },
		{ "résumé\nÃ© ğŸ“… naïve", "résumé\nÃ© 📅 naïve" },
		{ "résumé\nnaïve Ã© ğŸ“…", "résumé\nnaïve Ã© 📅" },
		{ "résumé\nÃ© ğŸ“…\nÃ© naïve", "résumé\né 📅\nÃ© naïve" },
		{ "résumé\nÃ© Ã©", "résumé\nÃ© Ã©" },
		{ "résumé\nÃŸ Ãš Ã©", "résumé\nß Ú é" },
		{ "résumé\nÃŸ Ãš Ãš", "résumé\nÃŸ Ãš Ãš" },
		{ "résumé\nÃ© Ã© Ã© naïve", "résumé\nÃ© Ã© Ã© naïve" },
		{ "résumé Ã©Ã©", "résumé éé" },
		{ "résumé Ã©Ã©é", "résumé Ã©Ã©é" },
		{ "résumé Ã©Ã©Ã©é", "résumé éééé" },
		{ "résumé ÃšÃš", "résumé ÃšÃš" },
		{ "résumé ÃšÃšÃš", "résumé ÃšÃšÃš" },
		{ "résumé ÂµÂµ", "résumé ÂµÂµ" },
	};
	assert_pairs(pairs, COUNT(pairs));
}

static void
a_lone_accent_needs_a_word_around_it(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{ "NicolÃ¡s, résumé", "Nicolás, résumé" },
		{ "HÃ´tel, résumé", "Hôtel, résumé" },
		{ "dÃ©jeuner, résumé", "déjeuner, résumé" },
		{ "20 Â°C, résumé", "20 °C, résumé" },
		{ "Ã©, résumé", "Ã©, résumé" },
		{ "IRMÃ’s, résumé", "IRMÃ’s, résumé" },
		{ "ELÂ® résumé", "ELÂ® résumé" },
		{ "↑Ã©n, résumé", "↑én, résumé" },
		{ "hÃ¡z, résumé", "ház, résumé" },
		{ "dÃ\u00ADa, résumé", "día, résumé" },
		{ "mÃ»r, résumé", "mûr, résumé" },
		{ "bÃ¢, résumé", "bâ, résumé" },
		{ "Ã¢b, résumé", "âb, résumé" },
		{ "vÅ¡ak, résumé", "však, résumé" },
		{ "opciÃ“N, résumé", "opciÓN, résumé" },
		{ "OPCIÃ“N, résumé", "OPCIÃ“N, résumé" },
		{ "Ã‘andu, résumé", "Ã‘andu, résumé" },
		{ "voilÃ\u00A0a, résumé", "voilÃ\u00A0a, résumé" },
		{ "StraÃŸe, résumé", "StraÃŸe, résumé" },
		{ "thÆ¡m, résumé", "thÆ¡m, résumé" },
		{ "rÉ¡m, résumé", "rÉ¡m, résumé" },
	};
	assert_pairs(pairs, COUNT(pairs));
}

static void
good_text_comes_back_as_it_is(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"",
		"- [ ] Plain ASCII\twith\x01 controls ~\n",
		"- [ ] Whole 📅 2026-04-18 ⏫ 🔁 every week ⚠️ “so” – it’s…\n",
		"Iğdır’da “kahvaltı” – ÂRÂM, İĞNE, ŞİİR. Işık’ın çayı, göğüs.\n",
		"L’été à Nîmes : « ça va » — 25 °C, ½ l, ±3 %, Œuvre, ÂGÉ, forêt…\n",
		"Straße, Grüße – „gut“ und ‚fein‘, Öl, Übermut, 5 €.\n",
		"Zażółć gęślą jaźń. Łódź, Świętokrzyskie – „tak”.\n",
		"Tiếng Việt: người, đường, Ấn Độ, ở đâu? “Ừ”.\n",
		"会議のメモ。「来週」までに、報告書を送る…\n",
		"Țară, înțeles, câine, „bine”, şi ţară, ÎNȚELES.\n",
		"Blåbærsyltetøy, smørbrød, ÆØÅ, «ja» – på øya.\n",
		"Ð and ð, Þór, Žižka, ƒ, naïve Ã, São, ÂO, Â «x».\n",
		"Ελληνικά, русский, עברית, العربية, ไทย, हिन्दी\n",
		"a lone \uFFFD and \xC2\x85 a control \xC2\x9D\n",
		"« Aller à« bord » », dit-il.\n",
	};
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct arena arena = { 0 };
		struct repair repair = repair_text(&arena, str_from(texts[i]));
		assert_ptr_equal(repair.text.bytes, texts[i]);
		assert_int_equal(repair.count, 0);
		assert_int_equal(repair.encoding.length, 0);
		assert_int_equal(repair.first_line, 0);
		assert_null(arena.blocks);
	}
}

static void
repairs_are_counted_and_the_first_line_named(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct repair repair =
		repair_text(&arena, STR("# Şeker 📅\n\n- ğŸ“… 2026-04-18 â«\n- âœ… it is\n"));
	assert_int_equal(repair.count, 3);
	assert_int_equal(repair.first_line, 3);
	assert_int_equal(repair_text(&arena, STR("\nğŸ“…")).first_line, 2);
	arena_free(&arena);
}

static void
the_encoding_is_told_by_its_own_characters(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{ "ğŸ“…", "windows-1254" },
		{ "ðŸ“…", "windows-1252" },
		{ "\u00F0\xC2\x9F\xC2\x93\xC2\x85", "latin-1" },
		{ "â•  2026-04-18", "windows-1254" },
		{ "âž•", "windows-1252" },
		{ "â«", "windows-1252" },
		{ "â€™", "windows-1252" },
		{ "cafÃ©", "windows-1252" },
		{ "â\xC2\x8F« â€™", "windows-1252" },
		{ "voilÃ\u00A0, cafÃ©", "windows-1252" },
	};
	for (size_t i = 0; i < COUNT(pairs); i++) {
		struct arena arena = { 0 };
		assert_text(repair_text(&arena, str_from(pairs[i].found)).encoding,
			str_from(pairs[i].repaired));
		arena_free(&arena);
	}
}

static void
mac_roman_is_undone_where_it_is_certain(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{ "- [ ] Order hinges \uF8FFüìÖ 2026-03-14 ‚è´ #task",
			"- [ ] Order hinges 📅 2026-03-14 ⏫ #task" },
		{ "‚è≥ ‚ûï ‚úÖ ‚ùå ‚è¨ ‚õî", "⏳ ➕ ✅ ❌ ⏬ ⛔" },
		{ "\uF8FFüî∫\uF8FFüîº\uF8FFüîΩ\uF8FFüîÅ\uF8FFüõ´\uF8FFüÜî\uF8FFüèÅ",
			"🔺🔼🔽🔁🛫🆔🏁" },
		{ "the smith‚Äôs ‚Äúplan‚Äù ‚Äì 9‚Äì10 ‚Äî wait‚Ä¶",
			"the smith’s “plan” – 9–10 — wait…" },
		{ "‚ö†Ô∏è wet, caf√©", "⚠️ wet, caf√©" },
		{ "‚‚úÖÔÔ∏è", "‚✅Ô\uFE0F" },
	};
	assert_pairs(pairs, COUNT(pairs));
	struct arena arena = { 0 };
	struct repair repair = repair_text(&arena, STR("# Plan\n\n- ‚úÖ seen\n- ‚Äì 2\n"));
	assert_text(repair.encoding, STR("mac-roman"));
	assert_int_equal(repair.count, 2);
	assert_int_equal(repair.first_line, 3);
	assert_int_equal(repair_text(&arena, STR("\n‚úÖ")).first_line, 2);
	arena_free(&arena);
}

static void
good_text_with_signs_of_a_mac_stays(void **state)
{
	(void)state;
	static const char *const texts[] = { "‚Äpfel‘ und ‚Öl‘, ‚üben‘", "\uF8FF Mac, \uF8FFé",
		"√9 = 3, ∑ and π ≈ 3,14", "Ôter, dépôt, ‚où‘", "‚", "\uF8FFüì", "Ô∏" };
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct arena arena = { 0 };
		assert_ptr_equal(repair_text(&arena, str_from(texts[i])).text.bytes, texts[i]);
		assert_null(arena.blocks);
	}
}

static void
hostile_text_is_read_in_linear_time(void **state)
{
	(void)state;
	static const char *const pieces[] = { "â€œ", "â€", "â³", "âŒ\u00A0", "Ã©", "ğŸ" };
	for (size_t i = 0; i < COUNT(pieces); i++) {
		struct arena arena = { 0 };
		struct buffer text = { .arena = &arena };
		for (int k = 0; k < 200000; k++)
			buffer_add(&text, str_from(pieces[i]));
		assert_true(repair_text(&arena, text.text).text.length <= text.text.length);
		arena_free(&arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(windows_1254_without_its_holes_is_undone),
		cmocka_unit_test(a_replaced_byte_shows_what_was_there),
		cmocka_unit_test(windows_1254_with_controls_is_undone),
		cmocka_unit_test(windows_1252_without_its_holes_is_undone),
		cmocka_unit_test(windows_1252_with_controls_is_undone),
		cmocka_unit_test(latin_1_is_undone),
		cmocka_unit_test(text_misread_up_to_three_times_is_undone),
		cmocka_unit_test(lost_bytes_are_told_from_what_is_around),
		cmocka_unit_test(what_cannot_be_told_is_left),
		cmocka_unit_test(a_quote_is_closed_on_the_line_that_opened_it),
		cmocka_unit_test(what_decodes_to_no_character_is_left),
		cmocka_unit_test(no_repair_makes_a_control),
		cmocka_unit_test(good_letters_and_repaired_signs_make_no_sequence),
		cmocka_unit_test(certain_symbols_are_undone_beside_good_text),
		cmocka_unit_test(good_text_keeps_what_may_be_good_too),
		cmocka_unit_test(a_line_or_a_run_can_be_evidence_enough),
		cmocka_unit_test(a_lone_accent_needs_a_word_around_it),
		cmocka_unit_test(good_text_comes_back_as_it_is),
		cmocka_unit_test(repairs_are_counted_and_the_first_line_named),
		cmocka_unit_test(the_encoding_is_told_by_its_own_characters),
		cmocka_unit_test(mac_roman_is_undone_where_it_is_certain),
		cmocka_unit_test(good_text_with_signs_of_a_mac_stays),
		cmocka_unit_test(hostile_text_is_read_in_linear_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

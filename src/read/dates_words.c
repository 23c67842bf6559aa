#include "read/dates_words.h"

#include "base/utf8.h"

#include <string.h>

struct row {
	struct dates_word word;
	const char *spellings;
};

/* Letters that are two things in these languages ("do", "so") are left out. */
/* clang-format off */
static const struct row rows[] = {
	{ { DATES_FILLER, 0 }, "the of de du del der des dem den la le les el il l d van von het do da o a on"
		" at zum feira latest noon midday lunchtime morning afternoon evening vormittag mittag"
		" nachmittag abend matin soir et pt ct est edt pst pdt cet cest utc gmt bst" },
	{ { DATES_WEEKDAY, 0 }, "monday mon montag mo lundi lun lunes maandag ma segunda lunedi 月曜日 月曜"
		" 周一 星期一 월요일" },
	{ { DATES_WEEKDAY, 1 }, "tuesday tue tues dienstag di mardi martes dinsdag terca martedi 火曜日 火曜 火"
		" 周二 星期二 화요일" },
	{ { DATES_WEEKDAY, 2 }, "wednesday wed weds mittwoch mi mercredi mer miercoles mie woensdag wo"
		" quarta mercoledi 水曜日 水曜 水 周三 星期三 수요일" },
	{ { DATES_WEEKDAY, 3 }, "thursday thu thur thurs donnerstag jeudi jeu jueves jue donderdag"
		" quinta giovedi 木曜日 木曜 木 周四 星期四 목요일" },
	{ { DATES_WEEKDAY, 4 }, "friday fri freitag fr vendredi ven viernes vie vrijdag vr sexta venerdi 金曜日"
		" 金曜 金 周五 星期五 금요일" },
	{ { DATES_WEEKDAY, 5 }, "saturday sat samstag sonnabend sa samedi sam sabado sab zaterdag za sabato"
		" 土曜日 土曜 土 周六 星期六 토요일" },
	{ { DATES_WEEKDAY, 6 }, "sunday sun sonntag dimanche dim domingo dom zondag zo domenica 日曜日 日曜"
		" 周日 星期日 星期天 일요일" },
	{ { DATES_MONTH, 1 }, "january jan januar jaenner janner janvier janv enero ene januari janeiro gennaio" },
	{ { DATES_MONTH, 2 }, "february feb februar fevrier fevr fev febrero februari fevereiro febbraio" },
	{ { DATES_MONTH, 3 }, "march mar marz maerz mrz mars marzo maart mrt marco" },
	{ { DATES_MONTH, 4 }, "april apr avril avr abril abr aprile" },
	{ { DATES_MONTH, 5 }, "may mai mayo mei maio maggio" },
	{ { DATES_MONTH, 6 }, "june jun juni juin junio junho giugno" },
	{ { DATES_MONTH, 7 }, "july jul juli juillet juil julio julho luglio" },
	{ { DATES_MONTH, 8 }, "august aug aout agosto ago augustus" },
	{ { DATES_MONTH, 9 }, "september sep sept septembre septiembre setiembre setembro set settembre" },
	{ { DATES_MONTH, 10 }, "october oct oktober okt octobre octubre outubro out ottobre" },
	{ { DATES_MONTH, 11 }, "november nov novembre noviembre novembro" },
	{ { DATES_MONTH, 12 }, "december dec dezember dez decembre diciembre dic dezembro dicembre" },
	{ { DATES_OFFSET, 0 }, "today heute aujourd'hui hoy vandaag hoje oggi 今日 本日 今天 오늘" },
	{ { DATES_OFFSET, 1 }, "tomorrow tmrw morgen demain manana amanha domani 明日 明天 내일" },
	{ { DATES_OFFSET, 2 }, "ubermorgen uebermorgen overmorgen dopodomani 明後日 后天 모레" },
	{ { DATES_AFTER, 0 }, "after apres pasado depois" },
	{ { DATES_LATE, 0 }, "eod cob eob tonight" },
	{ { DATES_END, 0 }, "end ende fin final fim einde eind fine close" },
	{ { DATES_PERIOD, DATES_IN_WEEKS }, "eow" },
	{ { DATES_PERIOD, DATES_IN_MONTHS }, "eom monatsende 今月末 月末 月底 월말" },
	{ { DATES_PERIOD, DATES_IN_QUARTERS }, "eoq quartalsende" },
	{ { DATES_PERIOD, DATES_IN_YEARS }, "eoy jahresende 年末 年底 연말" },
	{ { DATES_UNIT, DATES_IN_DAYS }, "day days business tag tage tagen tages jour jours journee dia"
		" dias dag dagen giorno giorni" },
	{ { DATES_UNIT, DATES_IN_WEEKS }, "week weeks wk wks woche wochen weken settimana settimane" },
	{ { DATES_UNIT, DATES_IN_MONTHS }, "month months monat monats monate monaten mois mes meses maand"
		" maanden mese mesi" },
	{ { DATES_UNIT, DATES_IN_QUARTERS }, "quarter quarters quartal quartals quartale quartalen"
		" trimestre trimestres kwartaal kwartalen" },
	{ { DATES_UNIT, DATES_IN_YEARS }, "year years jahr jahrs jahres jahre jahren an ans annee ano anos"
		" jaar" },
	{ { DATES_SEMANA, 0 }, "semaine semaines semana semanas sem" },
	{ { DATES_WEEK, 0 }, "kw kalenderwoche cw w" },
	{ { DATES_QUARTER, 3 }, "q" },
	{ { DATES_QUARTER, 6 }, "h" },
	{ { DATES_NEXT, 0 }, "next nachste nachster nachsten nachstes nachstem naechste naechster"
		" naechsten naechstes prochain prochaine proximo proxima volgende volgend"
		" prossimo prossima" },
	{ { DATES_COMING, 0 }, "coming upcoming kommende kommenden kommender komende aankomende" },
	{ { DATES_THIS, 0 }, "this diese dieser diesen dieses diesem ce cet cette este esta esse essa"
		" deze dit" },
	{ { DATES_IN, 0 }, "in within en dans binnen over em dentro innerhalb" },
	{ { DATES_NUMBER, 1 }, "one ein eine einer einem eines un une una um uma een" },
	{ { DATES_NUMBER, 2 }, "two zwei deux dos twee dois duas" },
	{ { DATES_NUMBER, 3 }, "three drei trois tres drie" },
	{ { DATES_NUMBER, 4 }, "four vier quatre cuatro quatro" },
	{ { DATES_NUMBER, 5 }, "five funf cinq cinco vijf" },
	{ { DATES_NUMBER, 6 }, "six sechs seis zes" },
	{ { DATES_NUMBER, 7 }, "seven sieben siete zeven sete" },
	{ { DATES_NUMBER, 8 }, "eight acht huit ocho oito" },
	{ { DATES_NUMBER, 9 }, "nine neun neuf nueve negen nove" },
	{ { DATES_NUMBER, 10 }, "ten zehn dix diez tien" },
	{ { DATES_EVENT, 0 }, "meeting call sync session standup sitzung termin reunion reuniao"
		" vergadering 会議 会议 회의" },
	{ { DATES_OPEN_END, 0 }, "tbd tbc tba asap soon ongoing open offen 次回 未定 待定 미정" },
	{ { DATES_BEFORE, 0 }, "before vor avant antes voor" },
	{ { DATES_ORDINAL, 0 }, "th st nd rd er e º ª" },
	{ { DATES_CLOCK, 0 }, "am pm uhr" },
	{ { DATES_YEAR_SIGN, 0 }, "年 년" },
	{ { DATES_MONTH_SIGN, 0 }, "月 월" },
	{ { DATES_DAY_SIGN, 0 }, "日 号 號 일" },
};

/* Behind a word, without a blank: "until". */
static const char *const suffixes[] = { "までに", "まで", "迄に", "迄", "之前", "前", "까지" };

/* U+00C0 to U+00FF without accents; what is no letter stays. */
static const char latin[] = "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty";

static const struct { uint32_t first, last; char to; } marks[] = {
	{ 0x2010, 0x2015, '-' }, { 0x2212, 0x2212, '-' }, { 0x2018, 0x2019, '\'' },
	{ 0x3001, 0x3002, ',' }, { 0x2192, 0x2192, '>' },
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* The character in its plain form; 0: it is left out. */
static uint32_t
fold_character(uint32_t code)
{
	if (code >= 0xFF01 && code <= 0xFF5E)
		code -= 0xFEE0;
	if (code >= 'A' && code <= 'Z')
		return code + ('a' - 'A');
	if (code >= 0xC0 && code <= 0xFF)
		return (unsigned char)latin[code - 0xC0];
	if (code >= 0x300 && code <= 0x36F)
		return 0;
	if (utf8_is_space(code))
		return ' ';
	for (size_t i = 0; i < COUNT(marks); i++)
		if (code >= marks[i].first && code <= marks[i].last)
			return (unsigned char)marks[i].to;
	return code;
}

size_t
dates_fold(str text, char *folded, size_t size)
{
	size_t length = 0;
	uint32_t code;
	while (utf8_next(&text, &code)) {
		char bytes[UTF8_MOST];
		code = code == UTF8_INVALID ? '?' : fold_character(code);
		size_t width = code ? utf8_encode(code, bytes) : 0;
		if (width > size - length)
			break;
		memcpy(folded + length, bytes, width);
		length += width;
	}
	return length;
}

/* Whether one of the words, which have a blank between them, is this one. */
static bool
has_word(str words, str word)
{
	size_t from = 0, at;
	while ((at = str_find(str_skip(words, from), word)) != STR_NONE) {
		size_t begin = from + at, end = begin + word.length;
		if ((!begin || words.bytes[begin - 1] == ' ') &&
			(end == words.length || words.bytes[end] == ' '))
			return true;
		from = begin + 1;
	}
	return false;
}

static bool
find_spelling(str folded, struct dates_word *word)
{
	for (size_t i = 0; i < COUNT(rows); i++)
		if (has_word(str_from(rows[i].spellings), folded)) {
			*word = rows[i].word;
			return true;
		}
	return false;
}

bool
dates_find_word(str folded, struct dates_word *word)
{
	if (folded.length > 2 && folded.bytes[1] == '\'')
		folded = str_skip(folded, 2);
	if (!folded.length)
		return false;
	if (find_spelling(folded, word))
		return true;
	for (size_t i = 0; i < COUNT(suffixes); i++) {
		str suffix = str_from(suffixes[i]);
		if (str_ends(folded, suffix) && folded.length > suffix.length)
			return find_spelling(
				str_slice(folded, 0, folded.length - suffix.length), word);
	}
	return false;
}

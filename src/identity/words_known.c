#include "identity/words.h"

#include <stdlib.h>

enum { EMPTY = WORD_EMPTY, COMMON = WORD_COMMON, WEEKDAY = WORD_WEEKDAY, MONTH = WORD_MONTH };

struct known {
	const char *stem;
	unsigned char kind;
};

/*
 * By stem, as cut_ending leaves it, in the order of bytes. Names of months that are other words or
 * abbreviations too ("may", "mai", "apr") are no months here.
 */
/* clang-format off */
static const struct known known_words[] = {
	{ "a", EMPTY }, { "aber", EMPTY }, { "about", EMPTY }, { "abril", MONTH },
	{ "abstimm", COMMON }, { "acordar", COMMON }, { "across", EMPTY }, { "action", COMMON },
	{ "actualizar", COMMON }, { "add", COMMON }, { "afin", EMPTY }, { "after", EMPTY },
	{ "against", EMPTY }, { "agendar", COMMON }, { "agosto", MONTH }, { "agre", COMMON },
	{ "aktualisier", COMMON }, { "al", EMPTY }, { "align", COMMON }, { "all", EMPTY },
	{ "already", EMPTY }, { "als", EMPTY }, { "also", EMPTY }, { "am", EMPTY },
	{ "an", EMPTY }, { "and", EMPTY }, { "anfrag", COMMON }, { "anruf", COMMON },
	{ "ante", EMPTY }, { "any", EMPTY }, { "aout", MONTH }, { "appel", COMMON },
	{ "apre", EMPTY }, { "april", MONTH }, { "are", EMPTY }, { "around", EMPTY },
	{ "arrang", COMMON }, { "as", EMPTY }, { "ask", COMMON }, { "at", EMPTY }, { "au", EMPTY },
	{ "auch", EMPTY }, { "auf", EMPTY }, { "aug", MONTH }, { "august", MONTH },
	{ "aus", EMPTY }, { "aux", EMPTY }, { "avant", EMPTY }, { "avec", EMPTY },
	{ "avril", MONTH }, { "back", COMMON }, { "be", EMPTY }, { "been", EMPTY },
	{ "befor", EMPTY }, { "begin", COMMON }, { "bei", EMPTY }, { "beim", EMPTY },
	{ "being", EMPTY }, { "besprech", COMMON }, { "bestatig", COMMON }, { "betwe", EMPTY },
	{ "bis", EMPTY }, { "book", COMMON }, { "both", EMPTY }, { "bring", COMMON },
	{ "build", COMMON }, { "but", EMPTY }, { "by", EMPTY }, { "call", COMMON },
	{ "can", EMPTY }, { "captur", COMMON }, { "ce", EMPTY }, { "ces", EMPTY },
	{ "cet", EMPTY }, { "cett", EMPTY }, { "check", COMMON }, { "circul", COMMON },
	{ "collect", COMMON }, { "com", EMPTY }, { "como", EMPTY }, { "compartir", COMMON },
	{ "complet", COMMON }, { "con", EMPTY }, { "confirm", COMMON }, { "confirmar", COMMON },
	{ "connect", COMMON }, { "contact", COMMON }, { "contactar", COMMON },
	{ "continu", COMMON }, { "contra", EMPTY }, { "coordin", COMMON }, { "coordinar", COMMON },
	{ "could", EMPTY }, { "creat", COMMON }, { "cual", EMPTY }, { "cuando", EMPTY },
	{ "da", EMPTY }, { "dan", EMPTY }, { "dann", EMPTY }, { "das", EMPTY }, { "dass", EMPTY },
	{ "day", COMMON }, { "de", EMPTY }, { "dec", MONTH }, { "decemb", MONTH },
	{ "decembr", MONTH }, { "decid", COMMON }, { "defin", COMMON }, { "del", EMPTY },
	{ "dem", EMPTY }, { "demand", COMMON }, { "den", EMPTY }, { "der", EMPTY },
	{ "des", EMPTY }, { "desd", EMPTY }, { "determin", COMMON }, { "dezemb", MONTH },
	{ "diciembr", MONTH }, { "did", EMPTY }, { "die", EMPTY }, { "dienstag", WEEKDAY },
	{ "dimanch", WEEKDAY }, { "discuss", COMMON }, { "discut", COMMON }, { "do", EMPTY },
	{ "docu", COMMON }, { "doe", EMPTY }, { "domingo", WEEKDAY }, { "dond", EMPTY },
	{ "donnerstag", WEEKDAY }, { "draft", COMMON }, { "du", EMPTY }, { "durch", EMPTY },
	{ "during", EMPTY }, { "each", EMPTY }, { "eg", EMPTY }, { "ein", EMPTY },
	{ "eine", EMPTY }, { "einem", EMPTY }, { "einen", EMPTY }, { "einer", EMPTY },
	{ "einlad", COMMON }, { "el", EMPTY }, { "ella", EMPTY }, { "elle", EMPTY },
	{ "email", COMMON }, { "en", EMPTY }, { "end", EMPTY }, { "enero", MONTH },
	{ "engag", COMMON }, { "ensur", COMMON }, { "entr", EMPTY }, { "enviar", COMMON },
	{ "envoi", COMMON }, { "envoy", COMMON }, { "equip", COMMON }, { "equipo", COMMON },
	{ "er", EMPTY }, { "era", EMPTY }, { "erstell", COMMON }, { "erstellt", COMMON },
	{ "es", EMPTY }, { "escribir", COMMON }, { "est", EMPTY }, { "esta", EMPTY },
	{ "estan", EMPTY }, { "este", EMPTY }, { "esto", EMPTY }, { "et", EMPTY },
	{ "etc", EMPTY }, { "etre", EMPTY }, { "evalu", COMMON }, { "explor", COMMON },
	{ "fair", COMMON }, { "feb", MONTH }, { "febrero", MONTH }, { "februar", MONTH },
	{ "february", MONTH }, { "fevri", MONTH }, { "finalis", COMMON }, { "finaliz", COMMON },
	{ "finalizar", COMMON }, { "finally", EMPTY }, { "finish", COMMON }, { "first", EMPTY },
	{ "fixer", COMMON }, { "follow", COMMON }, { "followup", COMMON }, { "for", EMPTY },
	{ "frag", COMMON }, { "freitag", WEEKDAY }, { "fri", WEEKDAY }, { "friday", WEEKDAY },
	{ "from", EMPTY }, { "fur", EMPTY }, { "gath", COMMON }, { "gave", COMMON },
	{ "geben", COMMON }, { "gegen", EMPTY }, { "get", COMMON }, { "give", COMMON },
	{ "go", COMMON }, { "haben", EMPTY }, { "hablar", COMMON }, { "hacer", COMMON },
	{ "had", EMPTY }, { "has", EMPTY }, { "hasta", EMPTY }, { "hat", EMPTY },
	{ "hatt", EMPTY }, { "have", EMPTY }, { "hay", EMPTY }, { "he", EMPTY },
	{ "held", COMMON }, { "help", COMMON }, { "her", EMPTY }, { "here", EMPTY },
	{ "his", EMPTY }, { "holen", COMMON }, { "how", EMPTY }, { "html", EMPTY },
	{ "http", EMPTY }, { "i", EMPTY }, { "identify", COMMON }, { "ie", EMPTY },
	{ "if", EMPTY }, { "ihm", EMPTY }, { "ihn", EMPTY }, { "ihr", EMPTY }, { "ihre", EMPTY },
	{ "il", EMPTY }, { "im", EMPTY }, { "in", EMPTY }, { "includ", EMPTY }, { "ins", EMPTY },
	{ "into", EMPTY }, { "investig", COMMON }, { "invit", COMMON }, { "is", EMPTY },
	{ "ist", EMPTY }, { "it", EMPTY }, { "item", COMMON }, { "its", EMPTY }, { "jan", MONTH },
	{ "januar", MONTH }, { "january", MONTH }, { "janvi", MONTH }, { "jeudi", WEEKDAY },
	{ "join", COMMON }, { "juev", WEEKDAY }, { "juillet", MONTH }, { "juin", MONTH },
	{ "jul", MONTH }, { "juli", MONTH }, { "julio", MONTH }, { "july", MONTH },
	{ "jun", MONTH }, { "june", MONTH }, { "juni", MONTH }, { "junio", MONTH },
	{ "just", EMPTY }, { "kann", EMPTY }, { "keep", COMMON }, { "kept", COMMON },
	{ "klar", COMMON }, { "klart", COMMON }, { "know", COMMON }, { "la", EMPTY },
	{ "las", EMPTY }, { "last", EMPTY }, { "le", EMPTY }, { "les", EMPTY }, { "let", COMMON },
	{ "leur", EMPTY }, { "llamar", COMMON }, { "lo", EMPTY }, { "look", COMMON },
	{ "lor", EMPTY }, { "los", EMPTY }, { "lundi", WEEKDAY }, { "lune", WEEKDAY },
	{ "mach", COMMON }, { "made", COMMON }, { "mail", COMMON }, { "mais", EMPTY },
	{ "make", COMMON }, { "mardi", WEEKDAY }, { "mart", WEEKDAY }, { "marz", MONTH },
	{ "marzo", MONTH }, { "mas", EMPTY }, { "may", EMPTY }, { "mayo", MONTH }, { "me", EMPTY },
	{ "meet", COMMON }, { "meld", COMMON }, { "mercredi", WEEKDAY }, { "met", COMMON },
	{ "mettr", COMMON }, { "miercol", WEEKDAY }, { "might", EMPTY }, { "mit", EMPTY },
	{ "mittwoch", WEEKDAY }, { "monday", WEEKDAY }, { "montag", WEEKDAY }, { "more", EMPTY },
	{ "most", EMPTY }, { "move", COMMON }, { "moved", COMMON }, { "muss", EMPTY },
	{ "must", EMPTY }, { "my", EMPTY }, { "nach", EMPTY }, { "nachfass", COMMON },
	{ "nd", EMPTY }, { "need", COMMON }, { "new", COMMON }, { "next", EMPTY }, { "ni", EMPTY },
	{ "nicht", EMPTY }, { "no", EMPTY }, { "noch", EMPTY }, { "nor", EMPTY }, { "nos", EMPTY },
	{ "not", EMPTY }, { "note", COMMON }, { "notr", EMPTY }, { "nous", EMPTY },
	{ "nov", MONTH }, { "novemb", MONTH }, { "novembr", MONTH }, { "noviembr", MONTH },
	{ "nuestra", EMPTY }, { "nuestro", EMPTY }, { "nur", EMPTY }, { "ob", EMPTY },
	{ "oct", MONTH }, { "octob", MONTH }, { "octobr", MONTH }, { "octubr", MONTH },
	{ "oder", EMPTY }, { "of", EMPTY }, { "off", EMPTY }, { "ohne", EMPTY },
	{ "oktob", MONTH }, { "on", EMPTY }, { "once", EMPTY }, { "only", EMPTY },
	{ "onto", EMPTY }, { "or", EMPTY }, { "org", EMPTY }, { "organis", COMMON },
	{ "organisier", COMMON }, { "organiz", COMMON }, { "organizar", COMMON }, { "ou", EMPTY },
	{ "our", EMPTY }, { "out", EMPTY }, { "over", EMPTY }, { "par", EMPTY }, { "para", EMPTY },
	{ "partag", COMMON }, { "pas", EMPTY }, { "pedir", COMMON }, { "per", EMPTY },
	{ "pero", EMPTY }, { "plan", COMMON }, { "planifi", COMMON }, { "plant", COMMON },
	{ "plus", EMPTY }, { "point", COMMON }, { "por", EMPTY }, { "porqu", EMPTY },
	{ "pour", EMPTY }, { "prepar", COMMON }, { "preparar", COMMON }, { "present", COMMON },
	{ "prevoir", COMMON }, { "programar", COMMON }, { "propos", COMMON }, { "provid", COMMON },
	{ "pruf", COMMON }, { "pruft", COMMON }, { "que", EMPTY }, { "qui", EMPTY },
	{ "rath", EMPTY }, { "rd", EMPTY }, { "re", EMPTY }, { "reach", COMMON },
	{ "redactar", COMMON }, { "redig", COMMON }, { "relanc", COMMON }, { "report", COMMON },
	{ "reun", COMMON }, { "reunirs", COMMON }, { "review", COMMON }, { "revisar", COMMON },
	{ "revoir", COMMON }, { "run", COMMON }, { "sa", EMPTY }, { "sabado", WEEKDAY },
	{ "samedi", WEEKDAY }, { "samstag", WEEKDAY }, { "san", EMPTY }, { "saturday", WEEKDAY },
	{ "schedul", COMMON }, { "schick", COMMON }, { "schickt", COMMON }, { "schreib", COMMON },
	{ "se", EMPTY }, { "see", COMMON }, { "seguimiento", COMMON }, { "sein", EMPTY },
	{ "semain", COMMON }, { "semana", COMMON }, { "send", COMMON }, { "sent", COMMON },
	{ "septemb", MONTH }, { "septembr", MONTH }, { "septiembr", MONTH }, { "ser", EMPTY },
	{ "ses", EMPTY }, { "sess", COMMON }, { "set", COMMON }, { "shall", EMPTY },
	{ "shar", COMMON }, { "she", EMPTY }, { "should", EMPTY }, { "si", EMPTY },
	{ "sich", EMPTY }, { "sie", EMPTY }, { "sin", EMPTY }, { "sind", EMPTY },
	{ "sitzung", COMMON }, { "so", EMPTY }, { "sobr", EMPTY }, { "soll", EMPTY },
	{ "sollt", EMPTY }, { "some", EMPTY }, { "son", EMPTY }, { "sonnabend", WEEKDAY },
	{ "sonntag", WEEKDAY }, { "sont", EMPTY }, { "speak", COMMON }, { "st", EMPTY },
	{ "start", COMMON }, { "status", COMMON }, { "still", EMPTY }, { "su", EMPTY },
	{ "sunday", WEEKDAY }, { "sur", EMPTY }, { "sus", EMPTY }, { "sync", COMMON },
	{ "take", COMMON }, { "talk", COMMON }, { "task", COMMON }, { "team", COMMON },
	{ "teil", COMMON }, { "tell", COMMON }, { "termin", COMMON }, { "th", EMPTY },
	{ "than", EMPTY }, { "that", EMPTY }, { "the", EMPTY }, { "their", EMPTY },
	{ "them", EMPTY }, { "then", EMPTY }, { "ther", EMPTY }, { "thes", EMPTY },
	{ "they", EMPTY }, { "this", EMPTY }, { "thos", EMPTY }, { "through", EMPTY },
	{ "thu", WEEKDAY }, { "thur", WEEKDAY }, { "thursday", WEEKDAY }, { "till", EMPTY },
	{ "to", EMPTY }, { "today", COMMON }, { "tomorrow", COMMON }, { "too", EMPTY },
	{ "took", COMMON }, { "tra", EMPTY }, { "transmettr", COMMON }, { "treff", COMMON },
	{ "try", COMMON }, { "tue", WEEKDAY }, { "tuesday", WEEKDAY }, { "uber", EMPTY },
	{ "um", EMPTY }, { "un", EMPTY }, { "una", EMPTY }, { "und", EMPTY }, { "une", EMPTY },
	{ "uno", EMPTY }, { "unser", EMPTY }, { "unter", EMPTY }, { "until", EMPTY },
	{ "up", EMPTY }, { "updat", COMMON }, { "us", EMPTY }, { "use", COMMON },
	{ "valid", COMMON }, { "vendredi", WEEKDAY }, { "ver", EMPTY }, { "vereinbar", COMMON },
	{ "verifi", COMMON }, { "verify", COMMON }, { "versus", EMPTY }, { "very", EMPTY },
	{ "via", EMPTY }, { "viern", WEEKDAY }, { "vom", EMPTY }, { "von", EMPTY },
	{ "vor", EMPTY }, { "vorbereit", COMMON }, { "votr", EMPTY }, { "vous", EMPTY },
	{ "vs", EMPTY }, { "was", EMPTY }, { "we", EMPTY }, { "wed", WEEKDAY },
	{ "wednesday", WEEKDAY }, { "week", COMMON }, { "weekly", COMMON }, { "wegen", EMPTY },
	{ "wenn", EMPTY }, { "wer", EMPTY }, { "werd", EMPTY }, { "were", EMPTY },
	{ "what", EMPTY }, { "when", EMPTY }, { "wher", EMPTY }, { "wheth", EMPTY },
	{ "which", EMPTY }, { "whil", EMPTY }, { "who", EMPTY }, { "whom", EMPTY },
	{ "whos", EMPTY }, { "wie", EMPTY }, { "will", EMPTY }, { "wir", EMPTY },
	{ "wird", EMPTY }, { "with", EMPTY }, { "within", EMPTY }, { "without", EMPTY },
	{ "wo", EMPTY }, { "woch", COMMON }, { "work", COMMON }, { "would", EMPTY },
	{ "writ", COMMON }, { "www", EMPTY }, { "y", EMPTY }, { "ya", EMPTY }, { "yes", EMPTY },
	{ "you", EMPTY }, { "your", EMPTY }, { "zu", EMPTY }, { "zum", EMPTY }, { "zur", EMPTY },
	{ "zwisch", EMPTY },
};
/* clang-format on */

static int
compare_known(const void *key, const void *row)
{
	return str_compare(*(const str *)key, str_from(((const struct known *)row)->stem));
}

enum word_kind
word_kind_of(str stem)
{
	const struct known *known = bsearch(&stem, known_words,
		sizeof(known_words) / sizeof(*known_words), sizeof(*known_words), compare_known);
	return known ? (enum word_kind)known->kind : WORD_PLAIN;
}

double
word_weight(enum word_kind kind)
{
	static const double weights[] = {
		[WORD_PLAIN] = 1,
		[WORD_EMPTY] = 0.05,
		[WORD_COMMON] = 0.4,
		[WORD_PIECE] = 0.5,
		[WORD_NUMBER] = 0.2,
		[WORD_CODE] = 1,
		[WORD_WEEKDAY] = 0.3,
		[WORD_MONTH] = 0.3,
	};
	return weights[kind];
}

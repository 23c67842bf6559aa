#include "identity/words.h"

#include <stdlib.h>

enum { EMPTY = WORD_EMPTY, COMMON = WORD_COMMON, WEEKDAY = WORD_WEEKDAY, MONTH = WORD_MONTH };

struct known {
	const char *stem;
	unsigned char kind;
};

/*
 * By stem, as cut_ending leaves it, a table for each letter, in the order of bytes. Names of months
 * that are other words or abbreviations too ("may", "mai", "apr") are no months here.
 */
/* clang-format off */
static const struct known a_words[] = {
	{ "a", EMPTY }, { "aan", EMPTY }, { "aber", EMPTY }, { "about", EMPTY }, { "abril", MONTH },
	{ "abstimm", COMMON }, { "achet", COMMON }, { "aclarar", COMMON }, { "acordar", COMMON },
	{ "across", EMPTY }, { "action", COMMON }, { "actualis", COMMON }, { "actualizar", COMMON },
	{ "add", COMMON }, { "afin", EMPTY }, { "afrond", COMMON }, { "afstemm", COMMON },
	{ "after", EMPTY }, { "against", EMPTY }, { "agendar", COMMON }, { "agosto", MONTH },
	{ "agre", COMMON }, { "ahead", EMPTY }, { "aktualisier", COMMON }, { "al", EMPTY },
	{ "align", COMMON }, { "all", EMPTY }, { "already", EMPTY }, { "als", EMPTY },
	{ "also", EMPTY }, { "am", EMPTY }, { "an", EMPTY }, { "and", EMPTY }, { "anfrag", COMMON },
	{ "announc", COMMON }, { "anruf", COMMON }, { "answ", COMMON }, { "ante", EMPTY },
	{ "any", EMPTY }, { "ao", EMPTY }, { "aos", EMPTY }, { "aout", MONTH }, { "apart", EMPTY },
	{ "appel", COMMON }, { "apre", EMPTY }, { "april", MONTH }, { "ar", EMPTY },
	{ "are", EMPTY }, { "around", EMPTY }, { "arrang", COMMON }, { "as", EMPTY },
	{ "ask", COMMON }, { "assign", COMMON }, { "at", EMPTY }, { "att", EMPTY },
	{ "atualizar", COMMON }, { "au", EMPTY }, { "auch", EMPTY }, { "auf", EMPTY },
	{ "aug", MONTH }, { "august", MONTH }, { "augustu", MONTH }, { "aus", EMPTY },
	{ "auswert", COMMON }, { "aux", EMPTY }, { "av", EMPTY }, { "avant", EMPTY },
	{ "avec", EMPTY }, { "avril", MONTH },
};
static const struct known b_words[] = {
	{ "back", COMMON }, { "be", EMPTY }, { "beantrag", COMMON }, { "beantwoord", COMMON },
	{ "been", EMPTY }, { "befor", EMPTY }, { "begin", COMMON }, { "bei", EMPTY },
	{ "beim", EMPTY }, { "being", EMPTY }, { "bell", COMMON }, { "benachrichtig", COMMON },
	{ "besorg", COMMON }, { "besprech", COMMON }, { "bestall", COMMON }, { "bestalla", COMMON },
	{ "bestatig", COMMON }, { "bestell", COMMON }, { "betwe", EMPTY }, { "bij", EMPTY },
	{ "bir", EMPTY }, { "bis", EMPTY }, { "bitt", COMMON }, { "boek", COMMON },
	{ "boka", COMMON }, { "book", COMMON }, { "both", EMPTY }, { "bring", COMMON },
	{ "bu", EMPTY }, { "buch", COMMON }, { "build", COMMON }, { "but", EMPTY },
	{ "buy", COMMON }, { "by", EMPTY },
};
static const struct known c_words[] = {
	{ "call", COMMON }, { "can", EMPTY }, { "cancel", COMMON }, { "captur", COMMON },
	{ "ce", EMPTY }, { "cerrar", COMMON }, { "ces", EMPTY }, { "cet", EMPTY },
	{ "cett", EMPTY }, { "chang", COMMON }, { "che", EMPTY }, { "check", COMMON },
	{ "circul", COMMON }, { "clarify", COMMON }, { "clean", COMMON }, { "clos", COMMON },
	{ "collect", COMMON }, { "com", EMPTY }, { "command", COMMON }, { "como", EMPTY },
	{ "comparar", COMMON }, { "compartir", COMMON }, { "compil", COMMON },
	{ "complet", COMMON }, { "comprar", COMMON }, { "con", EMPTY }, { "confirm", COMMON },
	{ "confirmar", COMMON }, { "connect", COMMON }, { "consult", COMMON },
	{ "contact", COMMON }, { "contactar", COMMON }, { "continu", COMMON }, { "contra", EMPTY },
	{ "control", COMMON }, { "controler", COMMON }, { "coordin", COMMON },
	{ "coordinar", COMMON }, { "could", EMPTY }, { "creat", COMMON }, { "cual", EMPTY },
	{ "cuando", EMPTY },
};
static const struct known d_words[] = {
	{ "da", EMPTY }, { "dan", EMPTY }, { "dann", EMPTY }, { "das", EMPTY }, { "dass", EMPTY },
	{ "dat", EMPTY }, { "day", COMMON }, { "de", EMPTY }, { "dec", MONTH }, { "decemb", MONTH },
	{ "decembr", MONTH }, { "decid", COMMON }, { "defin", COMMON }, { "dei", EMPTY },
	{ "del", EMPTY }, { "deliv", COMMON }, { "della", EMPTY }, { "dem", EMPTY },
	{ "demand", COMMON }, { "den", EMPTY }, { "der", EMPTY }, { "des", EMPTY },
	{ "describ", COMMON }, { "desd", EMPTY }, { "det", EMPTY }, { "determin", COMMON },
	{ "dezemb", MONTH }, { "dezembro", MONTH }, { "di", EMPTY }, { "diciembr", MONTH },
	{ "did", EMPTY }, { "die", EMPTY }, { "dienstag", WEEKDAY }, { "dimanch", WEEKDAY },
	{ "discuss", COMMON }, { "discut", COMMON }, { "distribut", COMMON }, { "dit", EMPTY },
	{ "dla", EMPTY }, { "do", EMPTY }, { "docu", COMMON }, { "doe", EMPTY },
	{ "domingo", WEEKDAY }, { "dond", EMPTY }, { "donnerstag", WEEKDAY }, { "door", EMPTY },
	{ "dos", EMPTY }, { "draft", COMMON }, { "du", EMPTY }, { "durch", EMPTY },
	{ "during", EMPTY },
};
static const struct known e_words[] = {
	{ "e", EMPTY }, { "each", EMPTY }, { "ecrir", COMMON }, { "een", EMPTY },
	{ "efter", EMPTY }, { "eg", EMPTY }, { "ein", EMPTY }, { "eine", EMPTY },
	{ "einem", EMPTY }, { "einen", EMPTY }, { "einer", EMPTY }, { "einhol", COMMON },
	{ "einlad", COMMON }, { "einplan", COMMON }, { "einteil", COMMON }, { "el", EMPTY },
	{ "ella", EMPTY }, { "elle", EMPTY }, { "em", EMPTY }, { "email", COMMON }, { "en", EMPTY },
	{ "encomendar", COMMON }, { "end", EMPTY }, { "enero", MONTH }, { "engag", COMMON },
	{ "enquir", COMMON }, { "ensur", COMMON }, { "entr", EMPTY }, { "entwerf", COMMON },
	{ "enviar", COMMON }, { "envoi", COMMON }, { "envoy", COMMON }, { "equip", COMMON },
	{ "equipo", COMMON }, { "er", EMPTY }, { "era", EMPTY }, { "erfrag", COMMON },
	{ "erledig", COMMON }, { "ermitteln", COMMON }, { "erstell", COMMON },
	{ "erstellt", COMMON }, { "es", EMPTY }, { "escribir", COMMON }, { "est", EMPTY },
	{ "esta", EMPTY }, { "estan", EMPTY }, { "este", EMPTY }, { "esto", EMPTY },
	{ "et", EMPTY }, { "etc", EMPTY }, { "etre", EMPTY }, { "ett", EMPTY }, { "evalu", COMMON },
	{ "examin", COMMON }, { "except", EMPTY }, { "explain", COMMON }, { "explor", COMMON },
};
static const struct known f_words[] = {
	{ "fair", COMMON }, { "fazer", COMMON }, { "feb", MONTH }, { "febrero", MONTH },
	{ "februar", MONTH }, { "februari", MONTH }, { "february", MONTH }, { "festleg", COMMON },
	{ "fevereiro", MONTH }, { "fevri", MONTH }, { "finalis", COMMON }, { "finaliz", COMMON },
	{ "finalizar", COMMON }, { "finally", EMPTY }, { "find", COMMON }, { "finish", COMMON },
	{ "first", EMPTY }, { "fit", COMMON }, { "fixer", COMMON }, { "follow", COMMON },
	{ "followup", COMMON }, { "for", EMPTY }, { "fore", EMPTY }, { "forward", COMMON },
	{ "frag", COMMON }, { "fraga", COMMON }, { "fran", EMPTY }, { "freigeb", COMMON },
	{ "freitag", WEEKDAY }, { "fri", WEEKDAY }, { "friday", WEEKDAY }, { "from", EMPTY },
	{ "fur", EMPTY },
};
static const struct known g_words[] = {
	{ "gath", COMMON }, { "gave", COMMON }, { "geben", COMMON }, { "gegen", EMPTY },
	{ "get", COMMON }, { "give", COMMON }, { "gli", EMPTY }, { "go", COMMON },
};
static const struct known h_words[] = {
	{ "haben", EMPTY }, { "hablar", COMMON }, { "hacer", COMMON }, { "had", EMPTY },
	{ "hand", COMMON }, { "handl", COMMON }, { "has", EMPTY }, { "hasta", EMPTY },
	{ "hat", EMPTY }, { "hatt", EMPTY }, { "have", EMPTY }, { "hay", EMPTY }, { "he", EMPTY },
	{ "held", COMMON }, { "help", COMMON }, { "her", EMPTY }, { "here", EMPTY },
	{ "het", EMPTY }, { "his", EMPTY }, { "holen", COMMON }, { "how", EMPTY },
	{ "html", EMPTY }, { "http", EMPTY },
};
static const struct known i_words[] = {
	{ "i", EMPTY }, { "icin", EMPTY }, { "identify", COMMON }, { "ie", EMPTY }, { "if", EMPTY },
	{ "ihm", EMPTY }, { "ihn", EMPTY }, { "ihr", EMPTY }, { "ihre", EMPTY }, { "il", EMPTY },
	{ "ile", EMPTY }, { "im", EMPTY }, { "imple", COMMON }, { "in", EMPTY },
	{ "includ", EMPTY }, { "inform", COMMON }, { "informier", COMMON }, { "ins", EMPTY },
	{ "inspect", COMMON }, { "install", COMMON }, { "instead", EMPTY }, { "inte", EMPTY },
	{ "into", EMPTY }, { "introduc", COMMON }, { "investig", COMMON }, { "invit", COMMON },
	{ "is", EMPTY }, { "ist", EMPTY }, { "it", EMPTY }, { "item", COMMON }, { "its", EMPTY },
};
static const struct known j_words[] = {
	{ "jan", MONTH }, { "janeiro", MONTH }, { "januar", MONTH }, { "januari", MONTH },
	{ "january", MONTH }, { "janvi", MONTH }, { "jest", EMPTY }, { "jeudi", WEEKDAY },
	{ "join", COMMON }, { "juev", WEEKDAY }, { "juillet", MONTH }, { "juin", MONTH },
	{ "jul", MONTH }, { "julho", MONTH }, { "juli", MONTH }, { "julio", MONTH },
	{ "july", MONTH }, { "jun", MONTH }, { "june", MONTH }, { "junho", MONTH },
	{ "juni", MONTH }, { "junio", MONTH }, { "just", EMPTY },
};
static const struct known k_words[] = {
	{ "kann", EMPTY }, { "kauf", COMMON }, { "keep", COMMON }, { "kept", COMMON },
	{ "klar", COMMON }, { "klart", COMMON }, { "know", COMMON }, { "kontaktera", COMMON },
	{ "kontrollera", COMMON }, { "kontrollier", COMMON }, { "kummern", COMMON },
	{ "kupic", COMMON },
};
static const struct known l_words[] = {
	{ "la", EMPTY }, { "las", EMPTY }, { "last", EMPTY }, { "launch", COMMON }, { "le", EMPTY },
	{ "les", EMPTY }, { "let", COMMON }, { "leur", EMPTY }, { "liefern", COMMON },
	{ "llamar", COMMON }, { "lo", EMPTY }, { "look", COMMON }, { "lor", EMPTY },
	{ "los", EMPTY }, { "lundi", WEEKDAY }, { "lune", WEEKDAY },
};
static const struct known m_words[] = {
	{ "maart", MONTH }, { "mach", COMMON }, { "made", COMMON }, { "mail", COMMON },
	{ "maintain", COMMON }, { "maio", MONTH }, { "mais", EMPTY }, { "make", COMMON },
	{ "maken", COMMON }, { "manag", COMMON }, { "marcar", COMMON }, { "march", MONTH },
	{ "marco", MONTH }, { "mardi", WEEKDAY }, { "mart", WEEKDAY }, { "marz", MONTH },
	{ "marzo", MONTH }, { "mas", EMPTY }, { "may", EMPTY }, { "mayo", MONTH }, { "me", EMPTY },
	{ "measur", COMMON }, { "meet", COMMON }, { "meld", COMMON }, { "ment", COMMON },
	{ "mercredi", WEEKDAY }, { "met", COMMON }, { "mettr", COMMON }, { "miercol", WEEKDAY },
	{ "might", EMPTY }, { "mit", EMPTY }, { "mittwoch", WEEKDAY }, { "monday", WEEKDAY },
	{ "monitor", COMMON }, { "montag", WEEKDAY }, { "more", EMPTY }, { "most", EMPTY },
	{ "move", COMMON }, { "moved", COMMON }, { "muss", EMPTY }, { "must", EMPTY },
	{ "my", EMPTY },
};
static const struct known n_words[] = {
	{ "na", EMPTY }, { "naar", EMPTY }, { "nach", EMPTY }, { "nachfass", COMMON },
	{ "nachfrag", COMMON }, { "nakijk", COMMON }, { "napisac", COMMON }, { "nas", EMPTY },
	{ "nd", EMPTY }, { "need", COMMON }, { "negoci", COMMON }, { "negoti", COMMON },
	{ "new", COMMON }, { "next", EMPTY }, { "ni", EMPTY }, { "nicht", EMPTY }, { "nie", EMPTY },
	{ "niet", EMPTY }, { "no", EMPTY }, { "noch", EMPTY }, { "nor", EMPTY }, { "nos", EMPTY },
	{ "not", EMPTY }, { "note", COMMON }, { "notify", COMMON }, { "notr", EMPTY },
	{ "nous", EMPTY }, { "nov", MONTH }, { "novemb", MONTH }, { "novembr", MONTH },
	{ "novembro", MONTH }, { "noviembr", MONTH }, { "nuestra", EMPTY }, { "nuestro", EMPTY },
	{ "nur", EMPTY },
};
static const struct known o_words[] = {
	{ "o", EMPTY }, { "ob", EMPTY }, { "obtain", COMMON }, { "och", EMPTY }, { "oct", MONTH },
	{ "octob", MONTH }, { "octobr", MONTH }, { "octubr", MONTH }, { "od", EMPTY },
	{ "oder", EMPTY }, { "of", EMPTY }, { "off", EMPTY }, { "ohne", EMPTY }, { "oktob", MONTH },
	{ "om", EMPTY }, { "on", EMPTY }, { "once", EMPTY }, { "only", EMPTY }, { "onto", EMPTY },
	{ "op", EMPTY }, { "open", COMMON }, { "opstell", COMMON }, { "opvrag", COMMON },
	{ "or", EMPTY }, { "ord", COMMON }, { "order", COMMON }, { "org", EMPTY },
	{ "organis", COMMON }, { "organisier", COMMON }, { "organiz", COMMON },
	{ "organizar", COMMON }, { "os", EMPTY }, { "ou", EMPTY }, { "our", EMPTY },
	{ "out", EMPTY }, { "outubro", MONTH }, { "over", EMPTY },
};
static const struct known p_words[] = {
	{ "pa", EMPTY }, { "par", EMPTY }, { "para", EMPTY }, { "partag", COMMON },
	{ "pas", EMPTY }, { "pass", COMMON }, { "pedir", COMMON }, { "per", EMPTY },
	{ "perform", COMMON }, { "pero", EMPTY }, { "phon", COMMON }, { "pick", COMMON },
	{ "plan", COMMON }, { "planifi", COMMON }, { "plann", COMMON }, { "plant", COMMON },
	{ "plus", EMPTY }, { "po", EMPTY }, { "point", COMMON }, { "por", EMPTY },
	{ "porqu", EMPTY }, { "pour", EMPTY }, { "practis", COMMON }, { "prepar", COMMON },
	{ "preparar", COMMON }, { "present", COMMON }, { "presentar", COMMON },
	{ "prevoir", COMMON }, { "print", COMMON }, { "procur", COMMON }, { "produc", COMMON },
	{ "programar", COMMON }, { "propos", COMMON }, { "provid", COMMON }, { "pruf", COMMON },
	{ "pruft", COMMON }, { "przez", EMPTY }, { "przygotowac", COMMON }, { "publicar", COMMON },
	{ "publish", COMMON }, { "put", COMMON },
};
static const struct known q_words[] = {
	{ "que", EMPTY }, { "qui", EMPTY },
};
static const struct known r_words[] = {
	{ "rais", COMMON }, { "rath", EMPTY }, { "rd", EMPTY }, { "re", EMPTY },
	{ "reach", COMMON }, { "read", COMMON }, { "receiv", COMMON }, { "recheck", COMMON },
	{ "recommend", COMMON }, { "redactar", COMMON }, { "redig", COMMON }, { "refin", COMMON },
	{ "regel", COMMON }, { "regist", COMMON }, { "relanc", COMMON }, { "remind", COMMON },
	{ "remov", COMMON }, { "renew", COMMON }, { "reord", COMMON }, { "replac", COMMON },
	{ "repli", COMMON }, { "reply", COMMON }, { "report", COMMON }, { "request", COMMON },
	{ "research", COMMON }, { "reserv", COMMON }, { "reservar", COMMON }, { "resolv", COMMON },
	{ "respond", COMMON }, { "retriev", COMMON }, { "return", COMMON }, { "reun", COMMON },
	{ "reunirs", COMMON }, { "review", COMMON }, { "revis", COMMON }, { "revisar", COMMON },
	{ "revoir", COMMON }, { "rework", COMMON }, { "rewrit", COMMON }, { "ringa", COMMON },
	{ "run", COMMON },
};
static const struct known s_words[] = {
	{ "sa", EMPTY }, { "sabado", WEEKDAY }, { "samedi", WEEKDAY }, { "samstag", WEEKDAY },
	{ "san", EMPTY }, { "saturday", WEEKDAY }, { "save", COMMON }, { "schedul", COMMON },
	{ "schick", COMMON }, { "schickt", COMMON }, { "schreib", COMMON }, { "schrijv", COMMON },
	{ "se", EMPTY }, { "see", COMMON }, { "seguimiento", COMMON }, { "sein", EMPTY },
	{ "select", COMMON }, { "sell", COMMON }, { "semain", COMMON }, { "semana", COMMON },
	{ "send", COMMON }, { "sent", COMMON }, { "septemb", MONTH }, { "septembr", MONTH },
	{ "septiembr", MONTH }, { "ser", EMPTY }, { "ses", EMPTY }, { "sess", COMMON },
	{ "set", COMMON }, { "setembro", MONTH }, { "settl", COMMON }, { "seu", EMPTY },
	{ "shall", EMPTY }, { "shar", COMMON }, { "she", EMPTY }, { "ship", COMMON },
	{ "should", EMPTY }, { "show", COMMON }, { "si", EMPTY }, { "sich", EMPTY },
	{ "sie", EMPTY }, { "sign", COMMON }, { "sin", EMPTY }, { "since", EMPTY },
	{ "sind", EMPTY }, { "sitzung", COMMON }, { "skicka", COMMON }, { "skriva", COMMON },
	{ "so", EMPTY }, { "sobr", EMPTY }, { "solicitar", COMMON }, { "soll", EMPTY },
	{ "sollt", EMPTY }, { "som", EMPTY }, { "some", EMPTY }, { "son", EMPTY },
	{ "sonnabend", WEEKDAY }, { "sonntag", WEEKDAY }, { "sont", EMPTY }, { "sort", COMMON },
	{ "speak", COMMON }, { "sprawdzic", COMMON }, { "sprech", COMMON }, { "st", EMPTY },
	{ "start", COMMON }, { "status", COMMON }, { "stell", COMMON }, { "still", EMPTY },
	{ "stur", COMMON }, { "sturen", COMMON }, { "su", EMPTY }, { "sua", EMPTY },
	{ "submit", COMMON }, { "such", COMMON }, { "suggest", COMMON }, { "summaris", COMMON },
	{ "summariz", COMMON }, { "sunday", WEEKDAY }, { "supply", COMMON }, { "sur", EMPTY },
	{ "sus", EMPTY }, { "swap", COMMON }, { "sync", COMMON },
};
static const struct known t_words[] = {
	{ "take", COMMON }, { "talk", COMMON }, { "task", COMMON }, { "te", EMPTY },
	{ "team", COMMON }, { "teil", COMMON }, { "tell", COMMON }, { "termin", COMMON },
	{ "test", COMMON }, { "th", EMPTY }, { "than", EMPTY }, { "that", EMPTY }, { "the", EMPTY },
	{ "their", EMPTY }, { "them", EMPTY }, { "then", EMPTY }, { "ther", EMPTY },
	{ "thes", EMPTY }, { "they", EMPTY }, { "this", EMPTY }, { "thos", EMPTY },
	{ "through", EMPTY }, { "thu", WEEKDAY }, { "thur", WEEKDAY }, { "thursday", WEEKDAY },
	{ "tidy", COMMON }, { "till", EMPTY }, { "to", EMPTY }, { "today", COMMON },
	{ "tomorrow", COMMON }, { "too", EMPTY }, { "took", COMMON }, { "tra", EMPTY },
	{ "transf", COMMON }, { "transl", COMMON }, { "transmettr", COMMON }, { "treff", COMMON },
	{ "troubleshoot", COMMON }, { "trouv", COMMON }, { "try", COMMON }, { "tue", WEEKDAY },
	{ "tuesday", WEEKDAY },
};
static const struct known u_words[] = {
	{ "uber", EMPTY }, { "uberarbeit", COMMON }, { "ubergeb", COMMON }, { "uberpruf", COMMON },
	{ "uit", EMPTY }, { "um", EMPTY }, { "uma", EMPTY }, { "un", EMPTY }, { "una", EMPTY },
	{ "und", EMPTY }, { "une", EMPTY }, { "uno", EMPTY }, { "unser", EMPTY },
	{ "unter", EMPTY }, { "unterricht", COMMON }, { "until", EMPTY }, { "up", EMPTY },
	{ "updat", COMMON }, { "upload", COMMON }, { "uppdatera", COMMON }, { "us", EMPTY },
	{ "use", COMMON }, { "ustalic", COMMON }, { "uzgodnic", COMMON },
};
static const struct known v_words[] = {
	{ "valid", COMMON }, { "van", EMPTY }, { "ve", EMPTY }, { "vendredi", WEEKDAY },
	{ "ver", EMPTY }, { "vereinbar", COMMON }, { "verifi", COMMON }, { "verificar", COMMON },
	{ "verify", COMMON }, { "veroffentlich", COMMON }, { "verschick", COMMON },
	{ "versend", COMMON }, { "versus", EMPTY }, { "very", EMPTY }, { "via", EMPTY },
	{ "vid", EMPTY }, { "viern", WEEKDAY }, { "vom", EMPTY }, { "von", EMPTY },
	{ "voor", EMPTY }, { "voorbereid", COMMON }, { "vor", EMPTY }, { "vorbereit", COMMON },
	{ "vorleg", COMMON }, { "vorstell", COMMON }, { "votr", EMPTY }, { "vous", EMPTY },
	{ "vrag", COMMON }, { "vs", EMPTY },
};
static const struct known w_words[] = {
	{ "w", EMPTY }, { "walk", COMMON }, { "warn", COMMON }, { "was", EMPTY }, { "we", EMPTY },
	{ "wed", WEEKDAY }, { "wednesday", WEEKDAY }, { "week", COMMON }, { "weekly", COMMON },
	{ "wegen", EMPTY }, { "wenn", EMPTY }, { "wer", EMPTY }, { "werd", EMPTY },
	{ "were", EMPTY }, { "what", EMPTY }, { "when", EMPTY }, { "wher", EMPTY },
	{ "wheth", EMPTY }, { "which", EMPTY }, { "whil", EMPTY }, { "who", EMPTY },
	{ "whom", EMPTY }, { "whos", EMPTY }, { "wie", EMPTY }, { "will", EMPTY }, { "wir", EMPTY },
	{ "wird", EMPTY }, { "with", EMPTY }, { "within", EMPTY }, { "without", EMPTY },
	{ "wo", EMPTY }, { "woch", COMMON }, { "wordt", EMPTY }, { "work", COMMON },
	{ "would", EMPTY }, { "wrap", COMMON }, { "writ", COMMON }, { "www", EMPTY },
	{ "wyslac", COMMON },
};
static const struct known y_words[] = {
	{ "y", EMPTY }, { "ya", EMPTY }, { "yes", EMPTY }, { "you", EMPTY }, { "your", EMPTY },
};
static const struct known z_words[] = {
	{ "z", EMPTY }, { "zadzwonic", COMMON }, { "zamowic", COMMON }, { "ze", EMPTY },
	{ "zijn", EMPTY }, { "zu", EMPTY }, { "zum", EMPTY }, { "zur", EMPTY }, { "zwisch", EMPTY },
};

#define WORDS(letter) { letter##_words, sizeof(letter##_words) / sizeof(*letter##_words) }

static const struct {
	const struct known *words;
	size_t count;
} letters[] = {
	WORDS(a), WORDS(b), WORDS(c), WORDS(d), WORDS(e), WORDS(f), WORDS(g), WORDS(h), WORDS(i),
	WORDS(j), WORDS(k), WORDS(l), WORDS(m), WORDS(n), WORDS(o), WORDS(p), WORDS(q), WORDS(r),
	WORDS(s), WORDS(t), WORDS(u), WORDS(v), WORDS(w), { NULL, 0 }, WORDS(y), WORDS(z),
};
/* clang-format on */

/* Mostly the first letters decide; all words of a table have one in common. */
static int
compare_known(const void *key, const void *row)
{
	str stem = *(const str *)key;
	const char *known = ((const struct known *)row)->stem + 1;
	for (size_t i = 1; i < stem.length; i++, known++)
		if (!*known || stem.bytes[i] != *known)
			return (unsigned char)stem.bytes[i] < (unsigned char)*known ? -1 : 1;
	return *known ? -1 : 0;
}

enum word_kind
word_kind_of(str stem)
{
	size_t letter = stem.length ? (unsigned char)stem.bytes[0] - (size_t)'a' : SIZE_MAX;
	if (letter >= sizeof(letters) / sizeof(*letters) || !letters[letter].count)
		return WORD_PLAIN;
	const struct known *known = bsearch(
		&stem, letters[letter].words, letters[letter].count, sizeof(*known), compare_known);
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

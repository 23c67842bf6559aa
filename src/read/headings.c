#include "read/headings.h"

#include "base/utf8.h"
#include "read/mention.h"

#include <string.h>

enum { KEY_MOST = 80 };

struct row {
	enum heading_kind kind;
	const char *words; /* folded as headings are, between bars */
};

#define OUTCOMES "|outcome|outcomes|key outcomes|meeting outcomes|"
static const char outcomes[] = OUTCOMES;

/* clang-format off */
static const struct row rows[] = {
	{ HEADING_ACTIONS, /* en */
		"|action|actions|action item|action items|action list|action points"
		"|action required|action needed|actions required|actions needed"
		"|actions and owners|agreed actions|assigned actions|joint action items"
		"|joint actions|key actions|new action items|new actions|open action items"
		"|open actions|open tasks|task|tasks|task list|next action|next actions"
		"|next step|next steps|follow up|follow-up|followup|follow ups|follow-ups"
		"|followups|follow-up items|follow-up actions|to do|to-do|todo|to dos|to-dos"
		"|todos|to do list|to-do list|todo list|commitments|" },
	{ HEADING_ACTIONS, /* de */
		"|aufgabe|aufgaben|massnahme|massnahmen|aktionen|aktionspunkte|pendenz"
		"|pendenzen|offene punkte|offene aufgaben|nachste schritte|naechste schritte"
		"|weiteres vorgehen|zu erledigen|" },
	{ HEADING_ACTIONS, /* fr */
		"|actions a mener|actions a suivre|actions a realiser|plan d'action"
		"|plan d'actions|prochaine etape|prochaines etapes|releve d'actions|taches"
		"|a faire|suivi|" },
	{ HEADING_ACTIONS, /* es */
		"|tareas|tareas asignadas|tareas pendientes|acciones|acciones pendientes"
		"|accion|proximos pasos|compromisos|pendientes|" },
	{ HEADING_ACTIONS, /* nl */
		"|actie|acties|actiepunt|actiepunten|actielijst|taken|volgende stappen"
		"|vervolgstappen|" },
	{ HEADING_ACTIONS, /* pt */
		"|acao|acoes|tarefas|proximos passos|pendencias|encaminhamentos|" },
	{ HEADING_ACTIONS, /* it */ "|azioni|compiti|attivita|prossimi passi|da fare|" },
	{ HEADING_ACTIONS, /* ja */
		"|アクション|アクションアイテム|アクション項目|ネクストアクション|next action"
		"|残作業|残課題|宿題|タスク|今後の対応|" },
	{ HEADING_ACTIONS, /* zh */
		"|行动项|行动事项|行动计划|待办|待办事项|后续行动|下一步|任务|行動項目"
		"|待辦事項|" },
	{ HEADING_ACTIONS, /* ko */ "|액션 아이템|액션아이템|할 일|할일|후속 조치|다음 단계|" },

	{ HEADING_DECISIONS, /* en */
		"|decision|decisions|decision item|decision items|decision log|decisions log"
		"|decisions made|decisions taken|decisions reached|agreed decisions"
		"|key decision|key decisions|conclusion|conclusions|consensus|resolution"
		"|resolutions|resolved|agreed|agreement|agreements|key agreements"
		"|what we decided|what was decided|we decided|decided|" },
	{ HEADING_DECISIONS, /* only in a meeting */ OUTCOMES },
	{ HEADING_DECISIONS, /* de */
		"|beschluss|beschlusse|beschluesse|entscheidung|entscheidungen|entscheide"
		"|festlegungen|vereinbarungen|" },
	{ HEADING_DECISIONS, /* fr */
		"|decisions prises|decisions actees|resolutions adoptees|releve de decisions|" },
	{ HEADING_DECISIONS, /* es */
		"|acuerdo|acuerdos|decisiones|decisiones tomadas|decisiones clave"
		"|puntos acordados|resoluciones|" },
	{ HEADING_DECISIONS, /* nl */
		"|besluit|besluiten|besluitenlijst|beslissingen|genomen besluiten|" },
	{ HEADING_DECISIONS, /* pt */ "|decisao|decisoes|decisoes tomadas|deliberacoes|acordos|" },
	{ HEADING_DECISIONS, /* it */ "|decisione|decisioni|decisioni prese|delibere|" },
	{ HEADING_DECISIONS, /* ja */ "|決定|決定事項|合意事項|結論|" },
	{ HEADING_DECISIONS, /* zh */ "|决定|决策|决策事项|决定事项|决议|关键决策|結論|決議|" },
	{ HEADING_DECISIONS, /* ko */ "|결정|결정 사항|결정사항|의결 사항|" },

	{ HEADING_PEOPLE, /* en */
		"|attendee|attendees|present|participant|participants|attendance|roll call"
		"|members present|remote attendees|in person|in-person|people|who|with|" },
	{ HEADING_PEOPLE, /* de */ "|teilnehmer|teilnehmende|teilnehmerinnen|anwesend|anwesende|" },
	{ HEADING_PEOPLE, /* fr */ "|presents|personnes presentes|" },
	{ HEADING_PEOPLE, /* es */ "|asistentes|participantes|presentes|" },
	{ HEADING_PEOPLE, /* nl */ "|aanwezig|aanwezigen|deelnemers|" },
	{ HEADING_PEOPLE, /* it */ "|partecipanti|presenti|" },
	{ HEADING_PEOPLE, /* ja */ "|出席者|参加者|" },
	{ HEADING_PEOPLE, /* zh */ "|参会人员|参与者|与会者|出席人员|參加者|" },
	{ HEADING_PEOPLE, /* ko */ "|참석자|참가자|" },

	{ HEADING_ABSENT, /* en */
		"|absent|absentees|regrets|excused|apologies|not present|unable to attend|" },
	{ HEADING_ABSENT, /* de */ "|abwesend|abwesende|entschuldigt|" },
	{ HEADING_ABSENT, /* fr */ "|absents|excuses|" },
	{ HEADING_ABSENT, /* es */ "|ausentes|" },
	{ HEADING_ABSENT, /* nl */ "|afwezig|afwezigen|" },
	{ HEADING_ABSENT, /* ja */ "|欠席者|" },
	{ HEADING_ABSENT, /* zh */ "|缺席人员|" },
	{ HEADING_ABSENT, /* ko */ "|불참자|" },

	{ HEADING_AGENDA, /* en */ "|agenda|agenda items|proposed agenda|meeting agenda|topics|" },
	{ HEADING_AGENDA, /* de */ "|tagesordnung|tagesordnungspunkte|traktanden|themen|" },
	{ HEADING_AGENDA, /* fr */ "|ordre du jour|sujets|" },
	{ HEADING_AGENDA, /* es */ "|orden del dia|temas|" },
	{ HEADING_AGENDA, /* nl */ "|agendapunten|onderwerpen|" },
	{ HEADING_AGENDA, /* pt */ "|pauta|ordem do dia|" },
	{ HEADING_AGENDA, /* it */ "|ordine del giorno|" },
	{ HEADING_AGENDA, /* ja */ "|議題|アシェンタ|" },
	{ HEADING_AGENDA, /* zh */ "|议程|议题|議程|" },
	{ HEADING_AGENDA, /* ko */ "|안건|의제|" },

	{ HEADING_TALK, /* en */
		"|attachments|background|context|discussion|discussions|discussion points"
		"|highlights|key information|key points|key takeaways|links|minutes|notes"
		"|open questions|overview|parking lot|questions|rationale|reasoning|related"
		"|references|resources|risks|source|sources|status|summary|takeaways"
		"|transcript|updates|" },
	{ HEADING_TALK, /* de */
		"|diskussion|notizen|protokoll|zusammenfassung|hintergrund|begrundung"
		"|offene fragen|" },
	{ HEADING_TALK, /* fr */ "|contexte|discussions|echanges|compte rendu|resume|" },
	{ HEADING_TALK, /* es */ "|contexto|discusion|notas|resumen|" },
	{ HEADING_TALK, /* nl */ "|bespreking|notities|notulen|samenvatting|" },
	{ HEADING_TALK, /* ja */ "|議論|議事録|メモ|" },
	{ HEADING_TALK, /* zh */ "|讨论|会议纪要|备注|" },
	{ HEADING_TALK, /* ko */ "|논의|회의록|" },
};

/* What begins a heading for actions, whatever it ends with: "Follow-ups from the demo". */
static const char *const openings[] = {
	"action items for ", "action items from ", "actions for ", "actions from ",
	"next steps for ", "next steps with ", "tasks for ", "to-dos for ", "todos for ",
	"follow-ups from ", "follow-up from ", "follow-ups with ", "follow-up with ",
	"follow ups from ", "follow up from ", "follow ups with ", "follow up with "
};

/* A word of each makes a review: "Review of action items from the prior meeting". */
static const char *const earlier[] = {
	"review", "previous", "prior ", "last ", "carried over", "vorherig", "vorig", "letzt",
	"precedent", "dernier", "anterior", "vorige", "前回", "上次", "지난"
};
static const char *const reviewed[] = {
	"action", "item", "meeting", "decision", "task", "to-do", "follow-up", "aufgabe",
	"massnahme", "pendenz", "beschlusse", "sitzung", "reunion", "acuerdo", "accion", "actie",
	"besluit", "vergadering", "アクション", "会议", "行动", "회의"
};

/* What only headings for actions have in them; the others are found in any text. */
static const char *const formal[] = {
	"action", "acao", "accion", "acciones", "acoes", "actie", "aktion", "azion", "aufgabe",
	"massnahm", "pendenz", "compromiso", "アクション", "行动", "行動", "액션"
};

static const char *const unions[] = {
	"/", "&", "+", ",", " and ", " und ", " et ", " y ", " en ", " e ", "・", "、"
};

static const char *const owner_leads[] = {
	"(for ", "(für ", "(pour ", "(para ", "(voor ", "(per "
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static bool
is_markup(uint32_t code)
{
	return code == '*' || code == '`' || code == '=' || code == '~' ||
	       (code >= 0x2190 && code <= 0x2BFF) || (code >= 0x1F000 && code <= 0x1FAFF) ||
	       code == 0xFE0E || code == 0xFE0F || code == 0x200D || code == 0x20E3;
}

/* The words of the link that `text` begins with; `*size` is how long it is. 0: none. */
static str
link_words(str text, size_t *size)
{
	size_t end = str_find(text, STR("]]"));
	if (str_starts(text, STR("[[")) && end != STR_NONE) {
		*size = end + 2;
		str inside = str_slice(text, 2, end);
		size_t bar = str_find_char(inside, '|');
		return bar == STR_NONE ? inside : str_skip(inside, bar + 1);
	}
	end = str_find(text, STR("]("));
	size_t close = end == STR_NONE ? STR_NONE : str_find_char(str_skip(text, end), ')');
	*size = close == STR_NONE ? 0 : end + close + 1;
	return str_slice(text, 1, end);
}

/* Without links, emphasis, emoji and rare hyphens. */
static str
strip_markdown(struct arena *arena, str text)
{
	struct buffer out = { .arena = arena };
	while (text.length) {
		size_t size = 0;
		str words = text.bytes[0] == '[' ? link_words(text, &size) : (str){ 0 };
		if (!size) {
			uint32_t code = utf8_first(text, &size);
			if (code == 0x2010 || code == 0x2011)
				words = STR("-");
			else if (code == '_')
				words = STR(" ");
			else if (!is_markup(code))
				words = str_slice(text, 0, size);
		}
		buffer_add(&out, words);
		text = str_skip(text, size);
	}
	return out.text;
}

static str
drop_parentheses(struct arena *arena, str text)
{
	size_t open = str_find_char(text, '(');
	if (open == STR_NONE)
		return text;
	size_t close = str_find_char(str_skip(text, open), ')');
	str rest = close == STR_NONE ? (str){ 0 } : str_skip(text, open + close + 1);
	return str_format(
		arena, "%.*s%.*s", STR_ARG(str_trim(str_slice(text, 0, open))), STR_ARG(rest));
}

/* Numbers in front ("3.", "1.2)"), and what is neither letter nor digit at both ends. */
static str
trim_ends(str text)
{
	size_t at = 0;
	while (at < text.length && (is_digit(text.bytes[at]) || text.bytes[at] == '.' ||
					   text.bytes[at] == ')' || text.bytes[at] == '#'))
		at++;
	if (at < text.length && (is_blank(text.bytes[at]) || at == 0))
		text = str_skip(text, at);
	static const char ends[] = " \t:.-!#|";
	while (text.length && str_find_char(STR(ends), text.bytes[text.length - 1]) != STR_NONE)
		text.length--;
	while (text.length && str_find_char(STR(ends), text.bytes[0]) != STR_NONE)
		text = str_skip(text, 1);
	return text;
}

/* A key between bars, as lists have it. */
struct entry {
	char text[KEY_MOST + 3];
};

/* False when no list can have it. */
static bool
make_entry(str key, struct entry *entry)
{
	if (!key.length || key.length > KEY_MOST || str_find_char(key, '|') != STR_NONE ||
		str_find_char(key, '\0') != STR_NONE)
		return false;
	memcpy(entry->text + 1, key.bytes, key.length);
	entry->text[0] = entry->text[key.length + 1] = '|';
	entry->text[key.length + 2] = '\0';
	return true;
}

bool
heading_lists(const char *list, str key)
{
	struct entry entry;
	return make_entry(key, &entry) && strstr(list, entry.text);
}

str
heading_fold(struct arena *arena, str text)
{
	str words = utf8_fold(arena, strip_markdown(arena, text));
	return trim_ends(drop_parentheses(arena, words));
}

static bool
has_any(str text, const char *const *table, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_find(text, str_from(table[i])) != STR_NONE)
			return true;
	return false;
}

static bool
is_among(struct arena *arena, str key, strs words)
{
	for (size_t i = 0; i < words.count; i++)
		if (str_equal(key, heading_fold(arena, words.items[i])))
			return true;
	return false;
}

static enum heading_kind
look_up(struct arena *arena, const struct docket_reading *reading, str key)
{
	if (!key.length || str_find_char(key, '|') != STR_NONE)
		return HEADING_OTHER;
	if (is_among(arena, key, reading->decision_headings))
		return HEADING_DECISIONS;
	if (is_among(arena, key, reading->task_headings))
		return HEADING_ACTIONS;
	struct entry entry;
	bool short_enough = make_entry(key, &entry);
	for (size_t i = 0; short_enough && i < COUNT(rows); i++)
		if (strstr(rows[i].words, entry.text))
			return rows[i].kind;
	return HEADING_OTHER;
}

/* "Decisions / Agreements": each part has to say something, and all the same. */
static enum heading_kind
look_up_parts(struct arena *arena, const struct docket_reading *reading, str key, str by)
{
	enum heading_kind kind = HEADING_OTHER;
	for (bool last = false; !last;) {
		size_t end = str_find(key, by);
		last = end == STR_NONE;
		enum heading_kind part = look_up(arena, reading, str_trim(str_slice(key, 0, end)));
		if (part == HEADING_OTHER)
			return HEADING_OTHER;
		kind = kind == HEADING_OTHER || kind == part ? part : HEADING_MIXED;
		key = last ? key : str_skip(key, end + by.length);
	}
	return kind;
}

static enum heading_kind
find_kind(struct arena *arena, const struct docket_reading *reading, str key)
{
	enum heading_kind kind = look_up(arena, reading, key);
	if (kind == HEADING_OTHER && has_any(key, earlier, COUNT(earlier)) &&
		has_any(key, reviewed, COUNT(reviewed)))
		return HEADING_REVIEW;
	for (size_t i = 0; i < COUNT(openings); i++)
		if (str_starts(key, str_from(openings[i])))
			return HEADING_ACTIONS;
	for (size_t i = 0; i < COUNT(unions) && kind == HEADING_OTHER; i++)
		if (str_find(key, str_from(unions[i])) != STR_NONE)
			kind = look_up_parts(arena, reading, key, str_from(unions[i]));
	return kind;
}

static str
find_owner(str text)
{
	for (size_t i = 0; i < COUNT(owner_leads); i++) {
		str lead = str_from(owner_leads[i]);
		size_t at = str_find(text, lead);
		if (at == STR_NONE)
			continue;
		str name = str_skip(text, at + lead.length);
		name = str_trim_space(str_slice(name, 0, str_find_char(name, ')')));
		if (str_starts(name, STR("@")))
			name = str_skip(name, 1);
		if (str_starts(name, STR("[[")) && str_ends(name, STR("]]")))
			name = mention_link_name(str_slice(name, 2, name.length - 2));
		if (mention_name_words(name))
			return name;
	}
	return (str){ 0 };
}

struct heading
heading_read(struct arena *arena, const struct docket_reading *reading, str text)
{
	str key = heading_fold(arena, text);
	struct heading heading = { .kind = find_kind(arena, reading, key) };
	heading.everyday = heading.kind == HEADING_DECISIONS && heading_lists(outcomes, key) &&
			   !is_among(arena, key, reading->decision_headings);
	if (heading.kind != HEADING_ACTIONS)
		return heading;
	heading.owner = find_owner(text);
	heading.everyday = !has_any(key, formal, COUNT(formal)) &&
			   !is_among(arena, key, reading->task_headings);
	return heading;
}

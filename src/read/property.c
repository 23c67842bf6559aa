#include "read/property.h"

#include "read/headings.h"

struct row {
	int value;
	const char *words; /* folded as heading words are, between bars */
};

struct sign {
	int value;
	const char *sign;
};

/* clang-format off */
static const struct row names[] = {
	{ PROPERTY_TASK, /* en */
		"|action|actions|action item|action items|action point|task|tasks|to-do|todo|to do"
		"|next step|next steps|follow-up|follow up|what needs to be done|commitment|" },
	{ PROPERTY_TASK, /* de */ "|aufgabe|aufgaben|massnahme|massnahmen|aktion|pendenz|todos|" },
	{ PROPERTY_TASK, /* fr */ "|action a mener|actions a mener|tache|taches|" },
	{ PROPERTY_TASK, /* es */ "|accion|acciones|tarea|tareas|compromiso|proximo paso|" },
	{ PROPERTY_TASK, /* nl, pt, it */ "|actie|actiepunt|taak|acao|tarefa|azione|compito|" },
	{ PROPERTY_TASK, /* ja, zh, ko */
		"|アクション|アクション項目|アクションアイテム|タスク|作業|宿題|任务|行动项|行动|待办|待办事项"
		"|行动事项|任務|할 일|작업|액션 아이템|업무|" },

	{ PROPERTY_DECISION, /* en */
		"|decision|decisions|decision item|decision made|resolution|agreement|" },
	{ PROPERTY_DECISION, /* de, fr, es, nl, pt, it */
		"|entscheidung|entscheidungen|beschluss|beschlusse|decision prise|acuerdo|acuerdos"
		"|decisiones|besluit|besluiten|decisao|decisione|" },
	{ PROPERTY_DECISION, /* ja, zh, ko */ "|決定|決定事項|决定|决策|决议|决策事项|결정|결정 사항|" },

	{ PROPERTY_TEXT,
		"|description|details|detail|item|what|text|title|summary|beschreibung|thema und aufgabe"
		"|was|inhalt|descriptif|quoi|descripcion|descripcion breve|que|omschrijving|wat"
		"|descricao|descrizione|内容|详情|描述|内容説明|내용|설명|" },

	{ PROPERTY_OWNER, /* en */
		"|owner|owners|action owner|task owner|assignee|assignees|assigned|assigned to"
		"|responsible|responsible person|who|lead|driver|dri|by whom|person|accountable"
		"|owned by|" },
	{ PROPERTY_OWNER, /* de */
		"|verantw|verantwortl|verantwortlich|verantwortliche|verantwortlicher|verantwortliche person|zustandig"
		"|wer|bearbeiter|" },
	{ PROPERTY_OWNER, /* fr, es, pt, it */
		"|responsable|responsables|porteur|pilote|assigne a|qui|responsable(s|encargado"
		"|asignado a|quien|responsavel|responsabile|" },
	{ PROPERTY_OWNER, /* nl */ "|verantwoordelijke|verantwoordelijk|eigenaar|actiehouder|wie|" },
	{ PROPERTY_OWNER, /* ja, zh, ko */ "|担当|担当者|責任者|负责人|責任人|责任人|执行人|担当人|담당자|담당|" },

	{ PROPERTY_DUE, /* en */
		"|due|due date|due by|by date|deadline|eta|by|by when|when|target|target date|due on"
		"|complete by|completion date|" },
	{ PROPERTY_DUE, /* de */
		"|fallig|fallig am|falligkeit|faellig|frist|termin|bis|bis wann|zieldatum|" },
	{ PROPERTY_DUE, /* fr, es, pt, it */
		"|echeance|date limite|date d'echeance|delai|pour le|quand|fecha limite|plazo"
		"|vencimiento|fecha|fecha de entrega|prazo|data limite|scadenza|entro|" },
	{ PROPERTY_DUE, /* nl */ "|einddatum|streefdatum|wanneer|gereed|voor|" },
	{ PROPERTY_DUE, /* ja, zh, ko */ "|期限|期日|締切|締め切り|納期|截止|截止日期|截止时间|完成时间|期限日"
		"|기한|마감일|마감|" },

	{ PROPERTY_PRIORITY,
		"|priority|prio|prioritat|dringlichkeit|priorite|prioridad|prioriteit|prioridade"
		"|priorita|優先度|优先级|우선순위|" },
	{ PROPERTY_STATUS,
		"|status|state|progress|stand|statut|etat|estado|voortgang|stato|ステータス|状態|状況|状态"
		"|进度|상태|done|done?|erledigt|erledigt?|fait ?|" },
	{ PROPERTY_ID, "|id|no|nr|nr.|num|number|ref|action id|task id|decision id|ticket|n°|nº|編号|编号|番号|序号|번호|" },
	{ PROPERTY_CREATED, "|created|raised|opened|date raised|date opened|erstellt|assigned on|" },
	{ PROPERTY_DATE, "|date|decision date|decided on|datum|data|日付|日期|날짜|" },
	{ PROPERTY_TOPIC, "|topic|subject|area|thema|bereich|sujet|theme|tema|onderwerp|議題|主题|议题|주제|" },
	{ PROPERTY_SUPERSEDES, "|supersedes|replaces|" },
	{ PROPERTY_DETAIL, /* en */
		"|acceptance|acceptance criteria|account|agenda|alternatives|approved by|attachments"
		"|action item scribe|attendees|background|benefit|blocker|blockers|category"
		"|comment|comments|company"
		"|cons|context|contact|customer|decided by|definition of done|deliverable"
		"|deliverables|dependencies|depends on|effort|estimate|example|facilitator|fyi|goal"
		"|goals|host|impact|info|issue|issues|key point|link|links|location|meeting id"
		"|meeting link|minutes|moderator|motivation|moved by|next meeting|note|note taker"
		"|notes|notetaker|objective|objectives|outcome|participants|passcode|poll|present"
		"|problem|project|proposal|pros|question|questions|quote|rationale|reason|recording"
		"|reference|references|regrets|related|remark|remarks|reminder|result|risk|risks"
		"|scope|scribe|seconded by|section|see|see also|source|speaker|tags|timekeeper"
		"|time|type|update|updates|via|vote|votes|why|zoom|" },
	{ PROPERTY_DETAIL, /* others */
		"|anmerkung|begrundung|bemerkung|beispiel|grund|hinweis|hintergrund|kontext|notiz"
		"|quelle|ziel|nachster termin|nachste sitzung|nachste besprechung|nachstes treffen"
		"|prochaine reunion|prochain rendez-vous|proxima reunion|volgende vergadering"
		"|volgend overleg|proxima reuniao|次回|下次会议|다음 회의|commentaire|contexte|justification|objectif|raison|remarque"
		"|comentario|contexto|motivo|nota|objetivo|opmerking|reden|toelichting|理由|備考|背景"
		"|补充|备注|说明|비고|" },
};

static const struct row states[] = {
	{ DOCKET_OPEN,
		"|open|opened|new|to do|todo|to-do|not started|not yet started|pending|offen|neu"
		"|nicht begonnen|ouvert|ouverte|a faire|non commence|abierto|abierta|pendiente"
		"|nog te doen|te doen|aberto|aberta|pendente|aperto|aperta|da fare|未着手|未完了|未対応"
		"|未开始|未完成|待办|待处理|시작 전|미완료|" },
	{ DOCKET_PROPOSED, "|proposed|suggested|draft|vorgeschlagen|propose|propuesto|" },
	{ DOCKET_IN_PROGRESS,
		"|in progress|in-progress|inprogress|wip|ongoing|started|underway|doing|active"
		"|in arbeit|in bearbeitung|lauft|laufend|begonnen|en cours|en curso|en progreso|en proceso"
		"|in behandeling|mee bezig|bezig|em andamento|in corso|進行中|対応中|作業中|进行中|처리 중"
		"|진행 중|진행중|" },
	{ DOCKET_ON_HOLD,
		"|on hold|on-hold|hold|blocked|waiting|paused|deferred|parked|postponed|pausiert"
		"|zuruckgestellt|blockiert|wartet|en attente|en pause|suspendu|en pausa|en espera"
		"|bloqueado|in de wacht|em espera|in attesa|保留|暂停|挂起|보류|" },
	{ DOCKET_DONE,
		"|done|closed|complete|completed|finished|resolved|delivered|shipped|yes|x|erledigt"
		"|abgeschlossen|fertig|geschlossen|fait|faite|termine|terminee|clos|close|hecho|hecha"
		"|completado|completada|cerrado|cerrada|terminado|klaar|gedaan|afgerond|gereed|voltooid"
		"|gesloten|feito|concluido|concluida|fechado|fechada|fatto|fatta|completato|chiuso|完了|完了済み|済|済み"
		"|完成|已完成|已关闭|완료|" },
	{ DOCKET_CANCELLED,
		"|cancelled|canceled|dropped|rejected|won't do|wont do|won't fix|wontfix|obsolete|abgebrochen"
		"|gestrichen|entfallen|storniert|annule|annulee|abandonne|cancelado|cancelada"
		"|anulado|geannuleerd|vervallen|annullato|中止|取消|已取消|취소|" },
};

static const struct sign state_signs[] = {
	{ DOCKET_OPEN, "🔴" }, { DOCKET_OPEN, "☐" }, { DOCKET_OPEN, "⬜" }, { DOCKET_OPEN, "🔲" },
	{ DOCKET_OPEN, "[ ]" }, { DOCKET_OPEN, "🆕" }, { DOCKET_OPEN, "⚪" },
	{ DOCKET_IN_PROGRESS, "🟡" }, { DOCKET_IN_PROGRESS, "🟠" }, { DOCKET_IN_PROGRESS, "🔄" },
	{ DOCKET_IN_PROGRESS, "🚧" }, { DOCKET_IN_PROGRESS, "[/]" }, { DOCKET_IN_PROGRESS, "🔵" },
	{ DOCKET_ON_HOLD, "⏸" },
	{ DOCKET_DONE, "🟢" }, { DOCKET_DONE, "✅" }, { DOCKET_DONE, "☑" }, { DOCKET_DONE, "✔" },
	{ DOCKET_DONE, "✓" }, { DOCKET_DONE, "[x]" }, { DOCKET_DONE, "[X]" },
	{ DOCKET_CANCELLED, "❌" }, { DOCKET_CANCELLED, "✗" }, { DOCKET_CANCELLED, "🚫" },
	{ DOCKET_CANCELLED, "[-]" },
};

static const struct row priorities[] = {
	{ DOCKET_PRIORITY_HIGHEST, "|highest|critical|blocker|urgent|p0|kritisch|critique|dringend|最高|紧急|긴급|" },
	{ DOCKET_PRIORITY_HIGH,
		"|high|p1|h|hoch|haute|elevee|eleve|alta|alto|hoog|高|높음|high priority|priority high"
		"|hohe prioritat|priorite haute|haute priorite|prioridad alta|hoge prioriteit|" },
	{ DOCKET_PRIORITY_MEDIUM,
		"|medium|med|p2|m|moderate|mittel|moyenne|moyen|media|medio|gemiddeld|中|보통|중간"
		"|medium priority|priority medium|mittlere prioritat|priorite moyenne"
		"|prioridad media|gemiddelde prioriteit|" },
	{ DOCKET_PRIORITY_LOW,
		"|low|p3|l|niedrig|gering|basse|faible|baja|bajo|baixa|baixo|bassa|laag|低|낮음|low priority"
		"|priority low|niedrige prioritat|priorite basse|basse priorite|prioridad baja"
		"|lage prioriteit|" },
	{ DOCKET_PRIORITY_LOWEST, "|lowest|p4|最低|" },
};

static const struct sign priority_signs[] = {
	{ DOCKET_PRIORITY_HIGHEST, "🔺" }, { DOCKET_PRIORITY_HIGH, "⏫" },
	{ DOCKET_PRIORITY_MEDIUM, "🔼" }, { DOCKET_PRIORITY_LOW, "🔽" },
	{ DOCKET_PRIORITY_LOWEST, "⏬" }, { DOCKET_PRIORITY_HIGH, "🔴" },
	{ DOCKET_PRIORITY_MEDIUM, "🟠" }, { DOCKET_PRIORITY_MEDIUM, "🟡" },
	{ DOCKET_PRIORITY_LOW, "🟢" },
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum { WORDS_MOST = 48 };

/* Lists hold short words only. */
static str
fold(struct arena *arena, str words)
{
	return words.length > WORDS_MOST ? (str){ 0 } : heading_fold(arena, words);
}

static bool
find_words(const struct row *rows, size_t count, str key, int *value)
{
	for (size_t i = 0; i < count; i++)
		if (heading_lists(rows[i].words, key)) {
			*value = rows[i].value;
			return true;
		}
	return false;
}

static bool
find_sign(const struct sign *signs, size_t count, str words, int *value)
{
	for (size_t i = 0; i < count; i++)
		if (str_starts(words, str_from(signs[i].sign))) {
			*value = signs[i].value;
			return true;
		}
	return false;
}

enum property
property_read(struct arena *arena, str words)
{
	int value = PROPERTY_NONE;
	find_words(names, COUNT(names), fold(arena, words), &value);
	return (enum property)value;
}

bool
property_state(struct arena *arena, str words, enum docket_state *state)
{
	int value;
	words = str_trim_space(words);
	if (!find_words(states, COUNT(states), fold(arena, words), &value) &&
		!find_sign(state_signs, COUNT(state_signs), words, &value))
		return false;
	*state = (enum docket_state)value;
	return true;
}

bool
property_priority(struct arena *arena, str words, enum docket_priority *priority)
{
	int value;
	words = str_trim_space(words);
	if (!find_words(priorities, COUNT(priorities), fold(arena, words), &value) &&
		!find_sign(priority_signs, COUNT(priority_signs), words, &value))
		return false;
	*priority = (enum docket_priority)value;
	return true;
}

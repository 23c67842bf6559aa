#include "read/vocabulary.h"

#include "read/headings.h"

/* clang-format off */
/* In order. */
static const char verbs[] =
	"|accept|acquire|add|address|adjust|advance|agree|align|amend|analyse|analyze|announce"
	"|answer|append|apply|approach|approve|archive|arrange|ask|assemble|assess|assign|assist"
	"|attach|attend|audit|automate|backport|benchmark|block|book|box|brainstorm|brief|bring"
	"|build|bump|buy|calculate|call|cancel|capture|carry|change|chase|check|choose|circle"
	"|circulate|clarify|clean|clear|close|coach|collaborate|collate|collect|come|comment"
	"|communicate|compare|compile|complete|compose|conduct|configure|confirm|connect|consider"
	"|consolidate|consult|contact|continue|contribute|convert|coordinate|copy|correct|count"
	"|craft|create|cut|deal|debrief|debug|decide|define|delete|deliver|demo|deploy|describe"
	"|design|determine|develop|dig|disable|discuss|display|distribute|do|document"
	"|double-check|download|draft|draw|drive|drop|email|enable|engage|enquire|ensure|enter"
	"|escalate|establish|estimate|evaluate|examine|execute|expand|explain|explore|export"
	"|extend|extract|facilitate|feed|fetch|figure|file|fill|finalise|finalize|find|finish|fix"
	"|flag|fold|follow|follow-up|forecast|formalize|format|forward|frame|freeze|gather"
	"|generate|get|give|go|group|hand|handle|have|help|hire|hold|host|identify|illustrate"
	"|implement|import|improve|include|inform|initiate|inquire|inspect|install|integrate"
	"|interview|introduce|investigate|invite|invoice|issue|iterate|join|jot|keep|kick|land"
	"|launch|lead|learn|let|liaise|link|list|load|lock|log|look|lower|maintain|make|manage"
	"|map|measure|meet|mention|merge|message|migrate|modify|monitor|move|negotiate|nominate"
	"|notify|nudge|observe|obtain|offer|onboard|open|order|organise|organize|outline|own"
	"|paint|pass|patch|pay|phone|pick|pilot|ping|plan|poll|post|practice|practise|prep"
	"|prepare|present|preview|price|print|prioritise|prioritize|process|procure|produce"
	"|promote|propose|prototype|provide|prune|publish|pull|push|put|quantify|quote|raise|rank"
	"|re-run|re-send|reach|read|realign|rebuild|recap|recheck|recommend|reconcile|reconnect"
	"|record|recruit|redesign|redo|reduce|refactor|refine|reformat|refresh|register|rehearse"
	"|relay|release|remind|remove|rename|renew|reopen|reorder|repair|repeat|rephrase|replace"
	"|reply|report|repost|reproduce|request|rerun|research|resend|reserve|resolve|respond"
	"|restart|restore|retest|retrieve|retry|return|reuse|revert|review|revise|revisit|reword"
	"|rework|rewrite|roll|rotate|route|run|save|say|scan|schedule|scope|score|scout|screen"
	"|search|secure|see|select|sell|send|serve|set|settle|setup|shape|share|ship|shorten"
	"|shortlist|show|sign|simplify|sit|sketch|skim|socialise|socialize|solve|sort|source"
	"|speak|specify|spin|split|stand|standardise|standardize|start|stop|store|streamline"
	"|strengthen|study|submit|suggest|summarise|summarize|supervise|supply|support|survey"
	"|swap|switch|sync|synthesize|tackle|tag|take|talk|teach|tell|test|think|tidy|tighten"
	"|trace|track|train|transcribe|transfer|translate|triage|try|turn|tweak|unblock|unify"
	"|unlock|unpack|update|upgrade|upload|use|validate|verify|vet|visit|volunteer|vote|wait"
	"|walk|warn|watch|weigh|wire|work|wrap|write|";

/* In order, as verbs are: what somebody does, in the third person: "Mirka schickt den Entwurf". */
static const char doings[] =
	"|abre|achète|actualiza|ajoute|aktualisiert|analiza|analyse|analysiert|antwortet|appelle"
	"|apporte|atualiza|avisa|añade|bauen|baut|beantragt|beauftragt|belt|bereiten|bereitet"
	"|berichtet|beschafft|besorgen|besorgt|besprechen|bespreekt|bespreken|bespricht|bestellen"
	"|bestellt|bestelt|boekt|buchen|bucht|busca|cherche|cierra|commande|complète|compra"
	"|confirma|confirman|contacta|contacte|contactent|controleert|coordina|corrige|crea|crée"
	"|da|deelt|definiert|demande|doet|dokumentiert|donne|elabora|entrega|entwirft|envia"
	"|enviam|envoie|envoient|envía|envían|erarbeiten|erarbeitet|ergänzen|ergänzt|erledigen"
	"|erledigt|ermittelt|erstellen|erstellt|escreve|escribe|fait|fala|fasst|finalise"
	"|finalisent|formuliert|fournit|fragen|fragt|führt|geeft|gibt|haalt|habla|hace|holen|holt"
	"|informe|informiert|installiert|investiga|kaufen|kauft|klären|klärt|kontaktiert"
	"|korrigiert|kümmert|legt|leitet|levert|liefern|liefert|liga|llama|lleva|maakt|machen"
	"|macht|maken|manda|marca|meldet|neemt|nimmt|organise|organisent|organisieren|organisiert"
	"|organiza|paga|partage|passt|pide|plaatst|planen|planifie|planifient|plant|pone|prend"
	"|prepara|preparam|preparan|presenta|presentan|propose|prueba|prépare|préparent|prüfen"
	"|prüft|publica|publie|recherchiert|redacta|redactan|regelen|regelt|reicht|relance"
	"|relancent|reserva|reserviert|revisa|revisan|revê|richtet|ruft|räumt|rédige|réserve"
	"|sammeln|sammelt|schaut|schicken|schickt|schlägt|schreiben|schreibt|schrijft|schrijven"
	"|senden|sendet|sichtet|solicita|spricht|stellen|stellt|stimmen|stimmt|sturen|stuurt|sube"
	"|suchen|sucht|teilt|termina|teste|testen|testet|trae|transmet|trägt|valida|vereinbaren"
	"|vereinbart|verfasst|verifica|verificam|verschicken|verschickt|versendet|verteilt"
	"|veröffentlicht|vorbereitet|vraagt|vérifie|vérifient|wartet|wendet|werkt|zoekt|zorgt"
	"|écrit|überarbeiten|überarbeitet|übernehmen|übernimmt|überprüfen|überprüft|übersetzt|";

static const char no_names[] =
	"|ability|access|ai|an|another|answer|any|anybody|anyone|anything|api|apis|approach|approval"
	"|april|are|area|august|as|attention|attempt|attn|audience|aws|back|be|because|before|beta|best"
	"|board|both|budget|bug|build|call|can|capacity|cc|ceo|cfo|chance|change|changes|ci|client"
	"|clients|cloud|code|commitment|community|company|compliance|contract|cost|costs|crm|csv|cto"
	"|customer|customers|cutover|dashboard|data|date|day|deadline|deal|december|decision|default"
	"|demo|deployment|design|docs|document|documentation|dns|down|due|easy|edit|effort|emphasis"
	"|engineering|error|eta|etc|event|expect|expected|faq|feature|february|feedback|finance|first"
	"|fix|follow|follow-up|for|form|free|friday|from|gdpr|going|goal|good|gpu|growth|happy|hard"
	"|he|help|hiring|his|hope|hoping|how|hr|https|idea|if|important|in|inbox|information|infra"
	"|infrastructure|infosec|input|intend|interface|intro|introduction|invitation|is|issue|issues"
	"|it|its|january|json|july|june|key|kpi|kpis|later|launch|legal|less|let|link|list|logistics"
	"|long|looking|manager|march|market|marketing|may|meeting|message|metric|metrics|migration"
	"|milestone|ml|monday|month|more|mvp|nda|necessary|need|needs|new|next|no|nobody|none|not"
	"|note|nothing|november|now|objective|october|office|offer|ok|on|onboarding|one|only|open"
	"|operations|ops|opportunity|option|optional|or|order|other|our|partner|partners|password|pending"
	"|performance|permission|phase|pilot|pipeline|plan|planning|please|poc|point|policy|possible"
	"|pr|prep|press|pricing|privacy|problem|process|product|production|progress|project|proposal"
	"|prs|purchase|push|q1|q2|q3|q4|qa|quality|question|ready|reason|recruiting|reference"
	"|regarding|release|reminder|renewal|report|reports|request|requirement|requirements"
	"|research|response|rest|rfc|rfp|risk|roadmap|rollout|sales|schedule|scope|security"
	"|september|server|service|services|several|she|short|side|site|sla|slides|soon|specs|sprint"
	"|sql|staging|start|status|step|strategy|subscribe|summary|sunday|support|sure|system|systems"
	"|target|task|technical|test|testing|tests|thanks|that|the|their|them|then|there|these|they"
	"|thing|this|those|thursday|ticket|time|timeline|timing|title|to|todo|tomorrow|tool|topic|training"
	"|trip|try|tuesday|ui|up|update|urgent|url|us|used|user|users|ux|vendor|vendors|version|want"
	"|warning|way|we|web|website|wednesday|week|what|when|where|whether|which|who|why|will|wip"
	"|workflow|workshop|you|your|saturday|remember|reach|unable|able|supposed|similar|similarly"
	"|according|subject|prior|thank|hello|hi|dear|agree|agreed|decided|resolved|conclusion|consensus"
	"|ideally|currently|finally|also|and|but|so|yes|ar|ap|action|actions|item|items|"
	"|phone|email|mail|video|audio|attendance|regrets|welcome|intros|overview|recap|closing|"
	"|architecture|database|frontend|backend|mobile|hardware|software|networking|storage|testers|"
	"|north|south|east|west|europe|asia|america|americas|emea|apac|invoice|invoices|billing|payments"
	"|payment|pension|travel|venue|catering|food|press|media|brand|content|events|facilities|"
	"|blocked|blocker|blockers|waiting|fyi|nb|tip|questions|answers|example|notes|updates|"
	"|ideas|risks|solution|options|pro|pros|con|cons|background|result|results|impact|goals|"
	"|benefit|assumption|assumptions|dependency|dependencies|done|doing|maybe|info|"
	"|suggestion|comment|comments|agenda|yesterday|previous|second|third|total|overall|"
	"|approved|rejected|deferred|postponed|cancelled|canceled|closed|assigned|unassigned|"
	"|confirmed|discussed|noted|wanted|missing|fixed|shipped|delivered|completed|complete|"
	"|started|stopped|continue|keep|drop|pause|priority|priorities|deliverable|deliverables|"
	"|acceptance|criteria|constraint|constraints|prerequisite|prerequisites|preparation|"
	"|homework|minutes|timekeeper|poll|vote|quorum|location|room|"
	"|dial-in|zoom|teams|recording|transcript|slack|github|jira|confluence|notion|";

/* A group in one word or more; folded. */
static const char groups[] =
	"|all|all hands|all members|both|chairs|co-chairs|committee|editors|engineering|everybody"
	"|everyone|facilitators|finance|group|leadership|leads|legal|maintainers|management|marketing"
	"|members|organisers|organizers|sales|sc|small group|support|team|the chairs|the editors"
	"|the group|the team|tsc|whole team|wg|alle|das team|team|tous|toute l'equipe|todos"
	"|todas|el equipo|iedereen|het team|todos|tutti|全員|全员|所有人|大家|전원|모두|";

/* Words that end the name of a group. */
static const char group_ends[] =
	"|board|chairs|committee|council|editors|group|leads|maintainers|members|parties|people"
	"|squad|staff|team|teams|";

static const char everyone[] =
	"|all|both|everybody|everyone|team|the team|whole team|alle|das team|tous|tout le monde|todos|todas|iedereen"
	"|tutti|";

static const char nobodies[] =
	"|nobody|nobody yet|no owner|no owner yet|no one|no one yet|not assigned|not assigned yet"
	"|unassigned|unowned|owner tbd|owner tbc|noch niemand|niemand|nicht zugewiesen|personne"
	"|non assigne|nadie|sin asignar|niet toegewezen|";

static const char blanks[] =
	"|name|names|owner|owner name|assignee|responsible|responsible person|person|who|addme|add me"
	"|your name|full name|first name last name|first last|verantwortlich|verantwortliche"
	"|verantwortlicher|responsable|naam|nombre|nom|nome|担当者|担当|名前|负责人|姓名|담당자|이름|";
/* clang-format on */

enum { WORD_MOST = 40 };

/* No word begins with one. */
static bool
is_sign(char c)
{
	return (unsigned char)c < 0x80 && !is_letter(c);
}

/* In lower case, as lists have words; absent: no list has them. */
static str
lower_words(str words, char lower[static WORD_MOST])
{
	if (!words.length || words.length > WORD_MOST || is_sign(words.bytes[0]))
		return (str){ 0 };
	for (size_t i = 0; i < words.length; i++)
		lower[i] = to_lower(words.bytes[i]);
	return (str){ lower, words.length };
}

static bool
is_listed(const char *list, str words)
{
	char lower[WORD_MOST];
	return heading_lists(list, lower_words(words, lower));
}

/* The same of a long list whose words are in the order of their bytes. */
static bool
is_ordered(const char *list, size_t length, str word)
{
	char lower[WORD_MOST];
	size_t begin = 0, end = length;
	for (str wanted = lower_words(word, lower); wanted.length && begin + 1 < end;) {
		size_t at = begin + (end - 1 - begin) / 2;
		while (list[at] != '|')
			at--;
		size_t size = str_find_char((str){ list + at + 1, end - at - 1 }, '|');
		int order = str_compare(wanted, (str){ list + at + 1, size });
		if (order == 0)
			return true;
		if (order < 0)
			end = at + 1;
		else
			begin = at + 1 + size;
	}
	return false;
}

#define IS_ORDERED(list, word) is_ordered(list, sizeof(list) - 1, word)

bool
vocabulary_is_verb(str word)
{
	return IS_ORDERED(verbs, word);
}

bool
vocabulary_begins_with_verb(str text)
{
	size_t end = 0;
	while (end < text.length && (is_letter(text.bytes[end]) || text.bytes[end] == '-'))
		end++;
	return vocabulary_is_verb(str_slice(text, 0, end));
}

/* "enviará", but not "estará" */
static bool
is_future(str word)
{
	static const char *const ends[] = { "ará", "erá", "irá", "arán", "erán", "irán" };
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (str_ends(word, str_from(ends[i])))
			return word.length > 2 + str_from(ends[i]).length &&
			       !str_starts(word, STR("estar"));
	return false;
}

bool
vocabulary_is_doing(str word)
{
	return IS_ORDERED(doings, word) || is_future(word);
}

bool
vocabulary_does(str word)
{
	static const char sayings[] = "|agrees|asks|comments|explains|feels|mentions|notes|reads"
				      "|reports|says|sees|speaks|talks|tells|thinks|uses|works|";
	str verb = str_slice(word, 0, word.length - str_ends(word, STR("s")));
	if (verb.length == word.length || is_listed(sayings, word))
		return false;
	return IS_ORDERED(verbs, verb) ||
	       (str_ends(verb, STR("e")) && IS_ORDERED(verbs, str_slice(verb, 0, verb.length - 1)));
}

bool
vocabulary_is_no_name(str word)
{
	return is_listed(no_names, word);
}

bool
vocabulary_is_group(str words)
{
	size_t blank = str_find_last_char(words, ' ');
	return is_listed(groups, words) ||
	       (blank != STR_NONE && is_listed(group_ends, str_skip(words, blank + 1)));
}

bool
vocabulary_is_blank(str words)
{
	return is_listed(blanks, words);
}

bool
vocabulary_is_everyone(str words)
{
	return words.length && to_lower(words.bytes[0]) != words.bytes[0] &&
	       is_listed(everyone, words);
}

bool
vocabulary_is_nobody(str words)
{
	return is_listed(nobodies, words);
}

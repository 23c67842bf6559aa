#include "read/mail.h"

#include "read/attendees.h"
#include "read/headings.h"
#include "read/label.h"
#include "read/mention.h"

enum { HEAD_LINES = 8, FAREWELL_MOST = 40 };

/* clang-format off */
static const char senders[] = "|from|von|de|van|";
static const char people[] = "|from|to|cc|von|an|de|a|para|van|aan|";
static const char days[] = "|sent|date|gesendet|datum|envoye|enviado|fecha|data|verzonden|";
static const char subjects[] = "|subject|betreff|objet|asunto|onderwerp|assunto|";
static const char farewells[] =
	"|all the best|best|best regards|best wishes|br|cheers|kind regards|many thanks|regards"
	"|sincerely|talk soon|thank you|thanks|thanks again|warm regards|yours"
	"|beste grusse|danke|freundliche grusse|gruss|grusse|herzliche grusse|lg|liebe grusse|mfg"
	"|mit freundlichen grussen|vg|viele grusse"
	"|a bientot|bien a vous|bien cordialement|cordialement|merci"
	"|atentamente|gracias|saludos|saludos cordiales|un saludo"
	"|bedankt|groeten|groetjes|met vriendelijke groet|met vriendelijke groeten"
	"|atenciosamente|obrigada|obrigado|cordiali saluti|grazie|saluti|";
/* clang-format on */

/* "Ada Park" of "Ada Park <ada@quay.example>"; an address alone tells no name. */
static str
read_sender(str text)
{
	str name = mention_undress(text);
	return mention_name_words(name) ? name : (str){ 0 };
}

struct mail
mail_read(struct arena *arena, const struct outline *outline)
{
	struct buffer found = { .arena = arena };
	struct mail mail = { 0 };
	bool subject = false;
	struct label label;
	for (size_t i = 0; i < outline->count && i < HEAD_LINES; i++) {
		if (!label_read(outline->items[i].text, &label) || !label.rest.length)
			continue;
		str key = heading_fold(arena, label.words);
		subject = subject || heading_lists(subjects, key);
		if (heading_lists(people, key))
			buffer_format(&found, "%.*s;", STR_ARG(label.rest));
		if (heading_lists(senders, key) && !mail.sender.length)
			mail.sender = read_sender(label.rest);
	}
	if (!subject)
		return (struct mail){ 0 };
	if (found.text.length)
		mail.people = attendees_split(arena, found.text);
	return mail;
}

static bool
is_self(str name)
{
	static const char *const selves[] = { "I", "Me", "Myself" };
	return str_is_one_of(name, selves, sizeof(selves) / sizeof(*selves));
}

static bool
has_self(strs owners)
{
	for (size_t i = 0; i < owners.count; i++)
		if (is_self(owners.items[i]))
			return true;
	return false;
}

static strs
sign(struct arena *arena, str sender, strs owners)
{
	str *names = arena_array(arena, owners.count, sizeof(*names));
	for (size_t i = 0; i < owners.count; i++)
		names[i] = is_self(owners.items[i]) ? sender : owners.items[i];
	return (strs){ names, owners.count };
}

void
mail_sign(
	struct arena *arena, const struct outline *outline, struct docket_task *tasks, size_t count)
{
	struct mail mail = { 0 };
	bool read = false;
	for (size_t i = 0; i < count; i++) {
		if (!has_self(tasks[i].owners))
			continue;
		mail = read ? mail : mail_read(arena, outline);
		read = true;
		if (mail.sender.length)
			tasks[i].owners = sign(arena, mail.sender, tasks[i].owners);
	}
}

bool
mail_begins_older(struct arena *arena, const struct outline *outline, size_t at)
{
	struct label label;
	if (at < HEAD_LINES || !label_read(outline->items[at].text, &label) ||
		!heading_lists(senders, heading_fold(arena, label.words)))
		return false;
	bool day = false, subject = false;
	for (size_t i = at + 1; i < outline->count && i < at + HEAD_LINES; i++) {
		if (!label_read(outline->items[i].text, &label))
			continue;
		str key = heading_fold(arena, label.words);
		day = day || heading_lists(days, key);
		subject = subject || heading_lists(subjects, key);
	}
	return day && subject && mail_read(arena, outline).people.count;
}

bool
mail_is_farewell(struct arena *arena, str line)
{
	line = str_trim_space(line);
	line.length -= str_ends(line, STR(","));
	return line.length <= FAREWELL_MOST && heading_lists(farewells, heading_fold(arena, line));
}

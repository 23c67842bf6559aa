/*
 * Writes believable meeting notes for benchmarks:
 *
 *	generate DIR COUNT [SEED]
 *
 * The same arguments give the same bytes. Each note is a recorded call of about 5.5 KB with 23
 * items: tasks, decisions, key information. Every third note is a second view of the call before
 * it, in other words and in a person's folder; one note in ten was mis-decoded on its way.
 */
#include "generate_page.h"
#include "generate_words.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* One of the array. Never twice in one expression: the lots must be drawn in order. */
#define PICK(lots, array) ((array)[draw((lots), COUNT_OF(array))])

enum { TASKS = 12, DECISIONS = 4, FACTS = 7, RELATED = 12 };
enum { PEOPLE = COUNT_OF(first_names) * COUNT_OF(last_names) };
enum { ACCOUNTS = COUNT_OF(account_names) * COUNT_OF(account_kinds) };
enum { FIRST_DAY = 19358, DAYS = 1054 }; /* 2023-01-01 to 2025-11-20, days since 1970 */

/* "the TOPIC THING" */
struct subject {
	const char *topic, *thing;
};

struct name {
	const char *first, *last;
};

/* What both views of a call agree on. */
struct call {
	uint64_t seed;
	struct name account, person;
	struct subject subject;
	long day;
	char title[96];
};

/* A number below `count`, by splitmix64. */
static unsigned
draw(uint64_t *lots, size_t count)
{
	uint64_t mixed = *lots += 0x9E3779B97F4A7C15;
	mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
	mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
	return (unsigned)((mixed ^ mixed >> 31) % count);
}

/* An independent run of lots for the part of a call with this number. */
static uint64_t
lots_for(uint64_t seed, unsigned long part)
{
	uint64_t lots = seed ^ (part + 1) * 0xD1342543DE82EF95;
	uint64_t high = draw(&lots, 1U << 31);
	return high << 32 ^ draw(&lots, 1U << 31);
}

static struct subject
pick_subject(uint64_t *lots)
{
	struct subject subject = { .topic = PICK(lots, topics) };
	subject.thing = PICK(lots, things);
	return subject;
}

static struct name
person_name(unsigned number)
{
	return (struct name){ first_names[number % COUNT_OF(first_names)],
		last_names[number / COUNT_OF(first_names)] };
}

static struct name
account_name(unsigned number)
{
	return (struct name){ account_names[number % COUNT_OF(account_names)],
		account_kinds[number / COUNT_OF(account_names)] };
}

static const struct progress *
pick_progress(uint64_t *lots)
{
	unsigned lot = draw(lots, 100), i = 0;
	while (progress[i].below <= lot)
		i++;
	return &progress[i];
}

static struct call
make_call(uint64_t seed, unsigned long number)
{
	struct call call = { .seed = lots_for(seed, number) };
	uint64_t lots = call.seed;
	call.account = account_name(draw(&lots, ACCOUNTS));
	call.person = person_name(draw(&lots, PEOPLE));
	call.subject = pick_subject(&lots);
	call.day = FIRST_DAY + (long)draw(&lots, DAYS);
	snprintf(call.title, sizeof(call.title), "%s, %s %s and %s", call.account.first,
		call.subject.topic, call.subject.thing, PICK(&lots, topics));
	return call;
}

static void
add_title(struct page *page, const struct call *call, enum view view)
{
	if (view == PERSON_VIEW)
		add(page, "Call with %s %s: ", call->person.first, call->person.last);
	add(page, "%s", call->title);
}

/* The name of the transcript that both views were made from. */
static void
add_source(struct page *page, const struct call *call)
{
	add_day(page, "", call->day);
	add(page, " - %s and Ada on %s %05u", call->person.first, call->title,
		(unsigned)(call->seed % 100000));
}

static void
add_front_matter(struct page *page, const struct call *call, enum view view)
{
	bool customer = view == CUSTOMER_VIEW;
	add(page, "---\ntype: \"%s\"\ntitle: \"", customer ? "customer" : "people");
	add_title(page, call, view);
	add_day(page, "\"\ndate: \"", call->day);
	if (customer)
		add(page, "\"\naccount: \"%s %s", call->account.first, call->account.last);
	add(page, "\"\nparticipants: [\"Ada Park\", \"%s %s\"]\n", call->person.first,
		call->person.last);
	add(page, "source: \"transcript\"\nsource_ref: \"%s/Transcripts/",
		customer ? "Inbox" : "/Users/ada/Notes/Sources");
	add_source(page, call);
	add(page, ".md\"\ntags:\n  - \"generated\"\n---\n\n");
}

static void
add_head(struct page *page, const struct call *call, enum view view)
{
	bool customer = view == CUSTOMER_VIEW;
	add(page, "# ");
	add_title(page, call, view);
	add_day(page, "\n\n**Date**: ", call->day);
	if (customer)
		add(page, "\n**Account**: [[%s %s]]", call->account.first, call->account.last);
	add(page, "\n**%s**: Ada Park, %s %s\n\n", customer ? "Attendees" : "With",
		call->person.first, call->person.last);
}

static void
add_summary(struct page *page, const struct call *call)
{
	const char *first = call->person.first;
	add(page, "## Summary\n\n%s and Ada went through what is open. ", first);
	add(page, "%s’s team is short of people until spring, so they agreed to do less and to ",
		first);
	add(page, "finish it; the %s %s comes first. ", call->subject.topic, call->subject.thing);
	add(page, "Two points from the last call are settled; a third one, how long it takes until "
		  "a new colleague can work, was moved to the people who run the training. ");
	add(page, "The next call is in two weeks – “with numbers, not with plans”, as %s put it.\n",
		first);
}

/* Owners: me, the other side (by first name in the customer's note), or somebody else. */
static void
add_owner(struct page *page, const struct call *call, enum view view, uint64_t *lots)
{
	unsigned lot = draw(lots, 100);
	struct name other = person_name(draw(lots, PEOPLE));
	if (lot < 45)
		add(page, " @Myself");
	else if (lot >= 90)
		add(page, " @%s %s", other.first, other.last);
	else if (view == CUSTOMER_VIEW)
		add(page, " @%s", call->person.first);
	else
		add(page, " @%s %s", call->person.first, call->person.last);
}

/* What is asked, of whom and when: both views draw the same lots and word them differently. */
static void
add_request(struct page *page, enum view view, uint64_t *lots)
{
	const struct request *request = &PICK(lots, requests);
	struct subject subject = pick_subject(lots), second = pick_subject(lots);
	struct name name = person_name(draw(lots, PEOPLE));
	const char *moment = PICK(lots, moments).words[view];
	add(page, "%s the %s %s ", request->verb.words[view], subject.topic, subject.thing);
	add(page, "%s %s %s %s, ", request->link.words[view], name.first, name.last, moment);
	add(page, "then update the %s %s.", second.topic, second.thing);
}

static void
add_task(struct page *page, const struct call *call, enum view view, unsigned index)
{
	uint64_t lots = lots_for(call->seed, index);
	const struct progress *now = pick_progress(&lots);
	long closed = call->day + 1 + (long)draw(&lots, 30);
	if (view == PERSON_VIEW)
		now = &proposed;
	add(page, "- [%s] ", now->box);
	add_request(page, view, &lots);
	add_owner(page, call, view, &lots);
	add_day(page, " 📅 ", call->day + 3 + (long)draw(&lots, 40));
	add(page, "%s #task%s", PICK(&lots, priorities), now->tail);
	if (now->dated)
		add_day(page, "", closed);
	add(page, "\n");
}

static void
add_decision(struct page *page, const struct call *call, enum view view, unsigned index)
{
	uint64_t lots = lots_for(call->seed, 100 + index);
	const struct wording *choice = &PICK(&lots, choices);
	struct subject subject = pick_subject(&lots);
	struct name name = person_name(draw(&lots, PEOPLE));
	add(page, "- %s the %s %s %s", choice->words[view], subject.topic, subject.thing,
		PICK(&lots, conditions).words[view]);
	add(page, ", and tell %s %s why.\n", name.first, name.last);
}

static void
add_fact(struct page *page, const struct call *call, unsigned index)
{
	uint64_t lots = lots_for(call->seed, 200 + index);
	struct subject subject = pick_subject(&lots), second = pick_subject(&lots);
	const char *fact = PICK(&lots, facts);
	unsigned few = 2 + draw(&lots, 40), many = 50 + draw(&lots, 900);
	add(page, "- The %s %s %s %u of %u ", subject.topic, subject.thing, fact, few, many);
	add(page, "%s were left out, for reasons that nobody on the call knew; ",
		PICK(&lots, units));
	add(page, "until that is clear the %s %s has to wait.\n", second.topic, second.thing);
}

static void
add_related(struct page *page, const struct call *call)
{
	uint64_t lots = lots_for(call->seed, 300);
	add(page, "\n## Related\n\n");
	for (unsigned i = 0; i < RELATED; i++) {
		struct name name = person_name(draw(&lots, PEOPLE));
		add(page, "- [[%s %s]]\n", name.first, name.last);
	}
}

static void
write_page(struct page *page, const struct call *call, enum view view)
{
	page->length = 0;
	add_front_matter(page, call, view);
	add_head(page, call, view);
	add_summary(page, call);
	add(page, "\n## Action Items\n\n");
	for (unsigned i = 0; i < TASKS; i++)
		add_task(page, call, view, i);
	add(page, "\n## Decisions\n\n");
	for (unsigned i = 0; i < DECISIONS; i++)
		add_decision(page, call, view, i);
	add(page, "\n## Key Information\n\n");
	for (unsigned i = 0; i < FACTS; i++)
		add_fact(page, call, i);
	add(page, "\n---\n\n*Source: [[");
	add_source(page, call);
	add(page, "]]*\n");
	add_related(page, call);
}

static void
save_page(const struct page *page, const char *path)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (file < 0 || write(file, page->bytes, page->length) != (ssize_t)page->length)
		die(path);
	close(file);
}

static void
write_note(const char *folder, uint64_t seed, unsigned long number)
{
	enum view view = number % 3 == 2 ? PERSON_VIEW : CUSTOMER_VIEW;
	struct call call = make_call(seed, view == PERSON_VIEW ? number - 1 : number);
	struct page page, damaged;
	write_page(&page, &call, view);
	struct name owner = view == PERSON_VIEW ? call.person : call.account;
	char path[4096], day[11];
	format_day(call.day, day);
	snprintf(path, sizeof(path), "%s/%s/%s %s/%s %s %lu.md", folder, folder_names[view],
		owner.first, owner.last, day, call.title, number);
	bool broken = number % 10 == 7;
	if (broken)
		misread(&page, &damaged);
	save_page(broken ? &damaged : &page, path);
}

static void
make_folder(const char *path)
{
	if (mkdir(path, 0777) != 0 && errno != EEXIST)
		die(path);
}

static void
make_folders(const char *folder, enum view view)
{
	char path[4096];
	snprintf(path, sizeof(path), "%s/%s", folder, folder_names[view]);
	make_folder(path);
	for (unsigned i = 0; i < (view == PERSON_VIEW ? PEOPLE : ACCOUNTS); i++) {
		struct name name = view == PERSON_VIEW ? person_name(i) : account_name(i);
		snprintf(path, sizeof(path), "%s/%s/%s %s", folder, folder_names[view], name.first,
			name.last);
		make_folder(path);
	}
}

static unsigned long
read_number(const char *text)
{
	char *end;
	errno = 0;
	unsigned long number = strtoul(text, &end, 10);
	if (errno == 0 && (end == text || *end || *text == '-'))
		errno = EINVAL;
	if (errno)
		die(text);
	return number;
}

int
main(int argc, char **argv)
{
	if (argc < 3 || argc > 4) {
		fprintf(stderr, "usage: generate DIR COUNT [SEED]\n");
		return 2;
	}
	unsigned long count = read_number(argv[2]);
	uint64_t seed = argc == 4 ? read_number(argv[3]) : 1;
	make_folder(argv[1]);
	make_folders(argv[1], CUSTOMER_VIEW);
	make_folders(argv[1], PERSON_VIEW);
	for (unsigned long number = 0; number < count; number++)
		write_note(argv[1], seed, number);
	return 0;
}

/*
 * The words that generate.c makes notes of.
 */
#ifndef BENCH_GENERATE_WORDS_H
#define BENCH_GENERATE_WORDS_H

#include <stdbool.h>

/* Whose folder a note is in, and so how it words things. */
enum view { CUSTOMER_VIEW, PERSON_VIEW, VIEWS };

/* The same meaning in the words of either view. */
struct wording {
	const char *words[VIEWS];
};

/* How far a task got: its box, what ends the line, and the number of 100 that lots are below. */
struct progress {
	const char *box, *tail;
	bool dated; /* the line ends in the day it was closed */
	unsigned below;
};

/* "Send ... to NAME" */
struct request {
	struct wording verb, link;
};

/* clang-format off */
static const char *const first_names[] = {
	"Amara", "Benedikt", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hideo", "Imogen", "Joaquín",
	"Kofi", "Leila", "Mattias", "Noor", "Orla", "Piotr", "Renée", "Soraya", "Tariq", "Yuki",
};
static const char *const last_names[] = {
	"Abernathy", "Brandt", "Castellanos", "Dufresne", "Eriksen", "Farrow", "Grünwald", "Haddad",
	"Ivanova", "Jørgensen",
};
static const char *const account_names[] = {
	"Alder", "Beacon", "Cobalt", "Driftwood", "Ember", "Foxglove", "Granite", "Heron",
};
static const char *const account_kinds[] = {
	"Freight", "Foods", "Instruments", "Insurance", "Power",
};
static const char *const topics[] = {
	"data residency", "renewal", "rack sizing", "single sign-on", "migration", "pricing", "pilot",
	"backup", "onboarding", "audit", "capacity", "incident", "access review", "month-end", "roadmap",
	"support", "training", "network", "invoice", "reporting", "retention", "monitoring", "contract",
	"security", "billing", "integration", "test tenant", "launch", "performance", "staffing",
	"archive", "catalogue",
};
static const char *const things[] = {
	"spreadsheet", "one-pager", "draft", "questionnaire", "plan", "checklist", "slide deck", "proposal",
	"summary", "timeline", "runbook", "estimate", "demo", "forecast", "term sheet", "letter", "diagram",
	"inventory", "calendar", "scorecard", "test report", "wording", "comparison", "risk list",
};
static const struct request requests[] = {
	{ { { "Send", "Share" } }, { { "to", "with" } } },
	{ { { "Review", "Go through" } }, { { "with", "together with" } } },
	{ { { "Prepare", "Get ready" } }, { { "for", "for" } } },
	{ { { "Present", "Show" } }, { { "to", "to" } } },
	{ { { "Hand over", "Pass on" } }, { { "to", "to" } } },
	{ { { "Agree on", "Settle" } }, { { "with", "with" } } },
	{ { { "Correct", "Fix" } }, { { "for", "for" } } },
	{ { { "Shorten", "Cut down" } }, { { "for", "for" } } },
	{ { { "Translate", "Provide a translation of" } }, { { "for", "for" } } },
	{ { { "Collect comments on", "Gather comments on" } }, { { "from", "from" } } },
	{ { { "Finish", "Complete" } }, { { "with", "with" } } },
	{ { { "Check", "Verify" } }, { { "with", "with" } } },
};
static const struct wording moments[] = {
	{ { "before the steering call", "ahead of the steering call" } },
	{ { "after the quarter closes", "once the quarter has closed" } },
	{ { "in time for the site visit", "before the site visit" } },
	{ { "as soon as legal has answered", "once legal has answered" } },
	{ { "and copy the account team", "with the account team in copy" } },
	{ { "so that procurement can start", "to let procurement start" } },
	{ { "without naming other customers", "leaving out other customers" } },
	{ { "including the open questions", "with all open questions" } },
	{ { "in the format they asked for", "in the requested format" } },
	{ { "and ask for a written answer", "asking for an answer in writing" } },
	{ { "for the two northern sites", "covering the two northern sites" } },
	{ { "and note who disagrees", "recording who disagrees" } },
};
static const struct wording choices[] = {
	{ { "Start with", "Begin with" } },
	{ { "Postpone", "Put off" } },
	{ { "Pay for", "Cover the cost of" } },
	{ { "Stop work on", "End all work on" } },
	{ { "Publish", "Make public" } },
	{ { "Limit the first phase to", "Restrict the first phase to" } },
	{ { "Keep", "Hold on to" } },
	{ { "Replace", "Find another way for" } },
};
static const struct wording conditions[] = {
	{ { "until the budget is signed", "until somebody has signed the budget" } },
	{ { "even if the date moves", "whether or not the date moves" } },
	{ { "for all sites in Europe", "at every European site" } },
	{ { "rather than a broad rollout", "instead of a broad rollout" } },
	{ { "and look at it again in spring", "with another look in spring" } },
	{ { "with one named person on each side", "naming one person on each side" } },
	{ { "unless the audit says otherwise", "if the audit does not object" } },
	{ { "before any new feature", "ahead of all new features" } },
};
static const char *const facts[] = {
	"is kept by three people and has not been looked at since the reorganisation, although",
	"depends on a supplier that answers only by letter; in the last twelve months",
	"was written for the old platform, so the numbers have to be read with care:",
	"is the part that the board will ask about first, mainly because",
	"is ready for the smaller sites; for the larger ones it turned out that",
	"has been promised twice already, and the team remembers that",
};
static const char *const units[] = {
	"sites", "users", "racks", "invoices a day", "open tickets", "terabytes", "working days",
	"contracts", "gates", "reports a month",
};
static const struct progress progress[] = {
	{ " ", "", false, 60 },
	{ "x", " ✅ ", true, 90 },
	{ "-", " ❌ ", true, 95 },
	{ "/", "", false, 100 },
};
static const struct progress proposed = { "?", " #proposed #auto\n", false, 0 };
static const char *const priorities[] = { "", " ⏫", " ⏫", " 🔺", " 🔼", " 🔽" };

static const char *const folder_names[VIEWS] = { "Customers", "People" };
/* clang-format on */

#endif

/*
 * Words that tell a name from other words with a capital: verbs that actions begin with, nouns and
 * openings that stand where a name could, words for groups of people. English only, but for
 * the third person: elsewhere a name has to be known.
 */
#ifndef READ_VOCABULARY_H
#define READ_VOCABULARY_H

#include "base/str.h"

/* "send", "Review": what somebody is asked to do. */
bool vocabulary_is_verb(str word);

/* Whether that is the text's first word. */
bool vocabulary_begins_with_verb(str text);

/* "schickt", "envoie": the third person of the verbs of tasks, in languages that use it so. */
bool vocabulary_is_doing(str word);

/* "sends", but not "says"; many are nouns, too: "reviews". */
bool vocabulary_does(str word);

/* "Reminder", "Need", "API", "We": no part of a name. */
bool vocabulary_is_no_name(str word);

/* "All", "Everyone", "TSC members", "Small group": owners that are not one person. */
bool vocabulary_is_group(str words);

/* "Everyone", "Both": the people of the meeting, whoever they are. */
bool vocabulary_is_everyone(str words);

/* "Nobody yet", "Unassigned", where an owner could stand. */
bool vocabulary_is_nobody(str words);

/* "Name", "Responsible", "addme": where a template wants a name. */
bool vocabulary_is_blank(str words);

#endif

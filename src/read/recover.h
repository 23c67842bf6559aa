/*
 * The front matter's map, also when it is not YAML: a line that libyaml refuses costs its own key
 * at most, and its value is then what was written.
 *
 *	title: Meeting: Q3 planning      "Meeting: Q3 planning"
 *	tags: [#a, #b]                   a list of "#a", "#b"
 *	note: "open                      "open", and the lines below are read as ever
 */
#ifndef READ_RECOVER_H
#define READ_RECOVER_H

#include "read/remarks.h"
#include "read/yaml.h"

/*
 * Reads the lines between the fences; `first_line` is the first one's. Text without keys (between
 * two rulers, perhaps) is YAML_TEXT or YAML_LIST and no remark; nothing but blanks and comments is
 * YAML_NOTHING.
 */
struct yaml recover_map(struct arena *arena, str block, int first_line, struct remarks *remarks);

#endif

/*
 * Values that are YAML but mean something else than they say: `#3` begins a comment, `[[X]]` is a
 * list in a list, `{{date}}` a map in a map. They become the text that was written.
 */
#ifndef READ_MEND_H
#define READ_MEND_H

#include "read/remarks.h"
#include "read/yaml.h"

/*
 * Mends one item of the front matter's map and makes at most one remark about it; true when it
 * did. A template that was not filled in becomes YAML_NOTHING.
 */
bool mend_entry(struct yaml *entry, struct remarks *remarks);

#endif

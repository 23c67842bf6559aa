#!/bin/sh
# The house rules that no compiler checks: which layer may include which header, which single file
# knows which library, and how long files and functions may be.
set -eu
cd "$(dirname "$0")/.."

wrong=$(mktemp)
trap 'rm -f "$wrong"' EXIT

# allow FOLDER PATTERN: the quoted includes of a folder fit the pattern.
allow() {
	[ -d "$1" ] || return 0
	grep -nE '^# *include *("|<docket)' "$1"/*.[ch] | sed 's/# *include *["<]//; s/[">].*//' |
		while IFS=: read -r file line header; do
			echo "$header" | grep -qEx "$2" ||
				echo "$file:$line: $header is not for $1, which includes $2"
		done >>"$wrong"
}

# only FILE HEADER: the header of a library is included in this file alone.
only() {
	grep -rlE "^# *include *<$2>" src include | grep -vFx "$1" |
		sed "s|\$|: <$2> belongs to $1 alone|" >>"$wrong" || true
	grep -qE "^# *include *<$2>" "$1" || echo "$1: <$2> is not included" >>"$wrong"
}

allow include/docket 'docket/[a-z]+\.h'
allow src/base '(base|docket)/[a-z0-9_]+\.h'
allow src/read '(base|read|docket)/[a-z0-9_]+\.h'
allow src/identity '(base|identity|docket)/[a-z0-9_]+\.h'
allow src/query '(base|query|docket)/[a-z0-9_]+\.h'
allow src/store '(base|store|query|docket)/[a-z0-9_]+\.h|identity/(names|meeting)\.h'
allow src/import '((base|read|identity|query|store|import|docket)/)?[a-z0-9_]+\.h'
allow src '((base|read|identity|query|store|import|docket)/)?[a-z0-9_]+\.h'
allow src/cli '(docket/)?[a-z0-9_]+\.h'

only src/read/outline.c 'cmark\.h'
only src/read/yaml.c 'yaml\.h'
only src/store/sqlite.h 'sqlite3\.h'
only src/base/unicode.h 'utf8proc\.h'
only src/base/hash.c 'xxhash\.h'
only src/query/regex.c 'pcre2\.h'

find src include -name '*.[ch]' | sort | xargs awk '
	FNR == 1 { begin = 0 }
	FNR == 401 { print FILENAME ": longer than 400 lines" }
	/^{/ { begin = FNR }
	/^}/ && begin {
		if (FNR - begin > 60)
			printf "%s:%d: a function of %d lines; 60 are the most\n", FILENAME, begin,
				FNR - begin
		begin = 0
	}' >>"$wrong"

if [ -s "$wrong" ]; then
	cat "$wrong"
	exit 1
fi
echo "ok layers"

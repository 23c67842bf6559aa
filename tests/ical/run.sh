#!/bin/sh
# make ical: what --format ics writes is read back by ical.js, an implementation that is not ours.
# Needs node and, the first time, the network: npm installs below build/.
set -eu
build=${1:-build}
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOCKET_CONFIG=/dev/null DOCKET_TODAY=2025-11-10 DOCKET_DB="$work/docket.db"

mkdir -p "$build/ical"
cp "$here/package.json" "$here/read.js" "$build/ical"
(cd "$build/ical" && npm install --silent --no-audit --no-fund)

compare() {
	"$build/docket" tasks --state all --format ics >"$work/tasks.ics"
	"$build/docket" tasks --state all --json >"$work/tasks.json"
	node "$build/ical/read.js" "$work/tasks.ics" "$work/tasks.json"
}

"$build/docket" -q import fixtures/vault >/dev/null
compare

# Text that would like to be something else.
mkdir "$work/a;b, \"c\" %0D"
{
	printf -- '---\ntitle: "END:VTODO; \\r\\nBEGIN:VEVENT"\ndate: 2025-11-05\n---\n## Action Items\n'
	printf -- '- [ ] back\\\\slash \\n; semi, comma: "quoted" END:VTODO\n'
	printf -- '- [ ] bell \a escape \033[31m tab\there next\302\205line sep\342\200\250end\n'
	printf -- '- [ ] BEGIN:VALARM #tag/with,comma #END:VCALENDAR\n'
	printf -- '- [x] \360\237\230\200'
	for word in 1 2 3 4 5 6 7 8 9; do
		printf -- '\360\237\230\200\342\202\254\303\251%s' "$word$word$word"
	done
	printf -- ' \342\234\205 2025-11-01\n'
} >"$work/a;b, \"c\" %0D/note, one;.md"
"$build/docket" -q import "$work/a;b, \"c\" %0D" >/dev/null
compare

# Whatever a text may hold.
mkdir "$work/pieces"
python3 tests/output/read_back.py --notes "$work/pieces"
"$build/docket" -q import "$work/pieces" >/dev/null
compare

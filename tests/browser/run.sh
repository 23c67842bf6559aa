#!/bin/sh
# make browser: pages are opened in Chromium, which is not ours: what a reader sees, and what a page
# tries to do. SHOTS=FOLDER keeps pictures of them.
# Needs chromium, node and, the first time, the network: npm installs below build/.
set -eu
build=${1:-build}
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOCKET_CONFIG=/dev/null DOCKET_TODAY=2025-11-10 DOCKET_DB="$work/docket.db"

mkdir -p "$build/browser"
cp "$here/package.json" "$here"/*.js "$build/browser"
(cd "$build/browser" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --silent --no-audit --no-fund)

# page NAME COMMAND...: what the command writes, as a file of that name.
page() {
	name=$1
	shift
	"$build/docket" "$@" -o "$work/$name.html"
}

# Nothing to show, then a vault, then another with tasks that were put off.
mkdir "$work/empty" "$work/notes"
printf 'No tasks here.\n' >"$work/empty/2025-11-03 Quiet.md"
"$build/docket" -q import "$work/empty" >/dev/null
page empty report
rm "$work/docket.db"
cp -R fixtures/vault "$work/notes/vault"
"$build/docket" -q import "$work/notes/vault" >/dev/null
page vault report
page overdue overdue --format html
page people people --format html
sed -i 's/2025-11-14/2025-11-24/' "$work"/notes/vault/Projects/*/*.md
"$build/docket" -q import >/dev/null
page slips report
rm "$work/docket.db"

# Text that would like to be something else.
node "$build/browser/hostile.js" "$work/hostile"
"$build/docket" -q import "$work/hostile" >/dev/null
page hostile report
page hostile-tasks tasks --format html
page hostile-decisions decisions --format html
page hostile-show show --format html "$("$build/docket" tasks --json --limit 1 |
	sed -n 's/.*"id": "\(.*\)",/\1/p' | head -n 1)"
rm "$work/docket.db"

# More than a page can show.
${CC:-cc} -O2 -D_GNU_SOURCE tests/bench/generate.c -o "$build/generate"
"$build/generate" "$work/many" 400 7
"$build/docket" -q import "$work/many" >/dev/null
page many report

node "$build/browser/check.js" "$work" ${SHOTS:+"$SHOTS"}

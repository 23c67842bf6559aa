#!/bin/sh
# The manual is sound, speaks of every command, option, kind of remark, configuration key and public
# function, and names no test that is not there.
# manual.sh [DOCKET]
set -eu
cd "$(dirname "$0")/.."
docket=${1:-build/docket}

pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT

wrong=false
mandoc -T lint -W warning man/* || wrong=true
mandoc -T ascii -O width=1000 man/* | sed "s/.$(printf '\b')//g" >"$pages/text"

# describes WHAT: every word of standard input stands in the manual.
describes() {
	while read -r word; do
		grep -qwF -e "$word" "$pages/text" || echo "the $1 $word is not in the manual"
	done >>"$pages/wrong"
}

commands=$("$docket" help | sed -n '/^Reports/,/^Options/s/^  \([a-z]\{1,\}\)  *[^ ].*/\1/p')
options=$(for command in $commands; do "$docket" help "$command"; done |
	sed -n 's/^  *\(-[a-zA-Z], \)\{0,1\}\(--[a-z-]*\).*/\2/p' | sort -u)
kinds=$(sed -n 's/.*\[DOCKET_REMARK_.*"\([a-z-]*\)",$/\1/p' src/read/remarks.c)
keys=$(sed -n 's/^	{ "\([a-z_]*\)",.*read_.*/\1/p' src/config.c)
functions=$(cat include/docket/*.h | tr '\n' ' ' |
	sed 's/DOCKET_API/\n&/g' | sed -n 's/^DOCKET_API [^(;]*\(docket_[a-z_]*\)(.*/\1/p')

echo "$commands" | describes command
echo "$options" | describes option
echo "$kinds" | describes remark
echo "$keys" | describes key
echo "$functions" | describes function
# Tests that are named are there; some names are patterns.
grep -h '^\.Pa tests/' man/* | while read -r _ path _; do
	# shellcheck disable=SC2086
	ls $path >/dev/null 2>&1 || echo "the manual names $path, which is not there"
done >>"$pages/wrong"

for list in "$commands" "$options" "$kinds" "$keys" "$functions"; do
	[ -n "$list" ] || echo "a list of words is empty: $0 no longer finds them" >>"$pages/wrong"
done

if $wrong || [ -s "$pages/wrong" ]; then
	cat "$pages/wrong"
	exit 1
fi
echo "ok manual"

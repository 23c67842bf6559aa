#!/bin/sh
# make bench: what an import costs, as ratios to floors taken in the same run, and how it grows.
# COUNTS="1000 10000" chooses the numbers of notes; ROUNDS how often each is measured.
set -eu
build=${1:-build}
counts=${COUNTS:-1000 4000}
rounds=${ROUNDS:-3}
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOCKET_CONFIG=/dev/null DOCKET_TODAY=2025-11-20

${CC:-cc} -O2 -D_GNU_SOURCE "$here/generate.c" -o "$build/generate"
# shellcheck disable=SC2046
${CC:-cc} -O2 -D_GNU_SOURCE "$here/floor.c" -o "$build/floor" \
	$(pkg-config --cflags --libs libcmark yaml-0.1)

# cpu DIVISOR COMMAND...: user and system microseconds of a command, divided.
cpu() {
	divisor=$1
	shift
	( "$@" >/dev/null; times ) | awk -v divisor="$divisor" '
		NR == 2 { for (i = 1; i <= 2; i++) { split($i, part, /[ms]/)
			total += part[1] * 60 + part[2] } }
		END { printf "%.2f\n", total * 1e6 / divisor }'
}

# least N COMMAND...: the smallest of N measurements, for what disturbs only adds.
least() {
	times=$1
	shift
	round=0
	while [ "$round" -lt "$times" ]; do
		"$@"
		round=$((round + 1))
	done | sort -n | head -n 1
}

import_fresh() {
	rm -f "$work"/docket.db*
	cpu "$count" "$build/docket" --db "$work/docket.db" import "$work/notes"
}

import_again() {
	cpu "$count" "$build/docket" --db "$work/docket.db" import
}

ratio() {
	awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", (b > 0 ? a / b : 0) }'
}

echo 'CPU microseconds per note; ratios to what was measured beside it'
for count in $counts; do
	rm -rf "$work/notes"
	"$build/generate" "$work/notes" "$count" 1
	stat=$(least "$rounds" "$build/floor" "$work/notes" stat)
	read=$(least "$rounds" "$build/floor" "$work/notes" read)
	parse=$(least "$rounds" "$build/floor" "$work/notes" parse)
	fresh=$(least "$rounds" import_fresh)
	again=$(least "$rounds" import_again)
	printf '%s notes\n' "$count"
	printf '  walk and stat            %8s\n' "$stat"
	printf '  and read                 %8s\n' "$read"
	printf '  and cmark and libyaml: F %8s\n' "$parse"
	printf '  first import             %8s  %6s x F\n' "$fresh" "$(ratio "$fresh" "$parse")"
	printf '  import, nothing changed  %8s  %6s x walk and stat\n' "$again" "$(ratio "$again" "$stat")"
done

echo 'How well lines and owners are told apart, against labels made by hand'
"$build/tests/import/test_labels" | sed -n 's/^identity: /  /p'

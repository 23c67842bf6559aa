#!/bin/sh
# Builds the fuzzers fuzz_*.c with clang and runs at most seven at a time. What they find is left in
# build/fuzz; run build/fuzz/fuzz_NAME FILE to see it again.
#
#	run.sh [SECONDS] [NAME...]
#	MINIMISE=1 run.sh SECONDS NAME      keeps the smallest corpus with the same coverage
#
# Seeds are the files in corpus/NAME, for targets that read notes also those in fixtures, for queries
# the instructions of grammar.txt too; words are those of NAME.dict, or of note.dict.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
[ $# -eq 0 ] || shift
out=build/fuzz
TMPDIR=$(mktemp -d)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT

if [ $# -eq 0 ]; then
	for target in tests/fuzz/fuzz_*.c; do
		name=${target##*/fuzz_}
		set -- "$@" "${name%.c}"
	done
fi

build() {
	make -s -j2 VARIANT=fuzz CC=clang OPTIMISE=-O1 \
		SANITIZERS='-fsanitize=address,undefined -fno-sanitize-recover=all' \
		CFLAGS=-fsanitize=fuzzer-no-link "$out/libdocket.a" "$out/cli.a"
	# shellcheck disable=SC2046 # words of pkg-config
	printf '%s\n' "$@" | xargs -P 2 -I '{}' \
		clang -std=c11 -D_GNU_SOURCE -g -O1 -fsanitize=fuzzer,address,undefined \
		-fno-sanitize-recover=all -Iinclude -Isrc -Itests -o "$out/fuzz_{}" \
		"tests/fuzz/fuzz_{}.c" "$out/cli.a" "$out/libdocket.a" \
		$(pkg-config --cflags --libs yaml-0.1 libcmark sqlite3 libutf8proc libpcre2-8)
}

seed() {
	mkdir -p "$out/seeds-$1" "$out/found-$1"
	[ ! -d "tests/fuzz/corpus/$1" ] || cp tests/fuzz/corpus/"$1"/* "$out/seeds-$1"
	[ "$1" != query ] || sed -n 's/^"\(.*\)" .*/\1/p' fixtures/query/grammar.txt |
		split -l 1 - "$out/seeds-$1/instruction-"
	case $1 in note | frontmatter | fields | repair | output | query) ;; *) return 0 ;; esac
	find fixtures -type f -name '*.md' -size -16k | {
		number=0
		while IFS= read -r file; do
			number=$((number + 1))
			cp "$file" "$out/seeds-$1/$number"
		done
	}
}

run() {
	words=tests/fuzz/$1.dict
	[ -f "$words" ] || words=tests/fuzz/note.dict
	if "$out/fuzz_$1" -max_total_time="$seconds" -max_len=8192 -timeout=20 \
		-rss_limit_mb=1024 -dict="$words" -artifact_prefix="$out/$1-" \
		-print_final_stats=1 "$out/found-$1" "$out/seeds-$1" >"$out/$1.log" 2>&1; then
		sed -n "s/^stat::number_of_executed_units: */ok fuzz $1, runs: /p" "$out/$1.log"
	else
		tail -n 40 "$out/$1.log"
		echo "FAIL fuzz $1"
		return 1
	fi
}

minimise() {
	rm -rf "$out/small-$1" && mkdir "$out/small-$1"
	"$out/fuzz_$1" -merge=1 -max_len=512 "$out/small-$1" "$out/found-$1" "$out/seeds-$1" \
		>"$out/$1.log" 2>&1
	echo "$out/small-$1: $(find "$out/small-$1" -type f | wc -l) files"
}

mkdir -p "$out"
build "$@"
for name; do seed "$name"; done
wrong=0
rounds=$((($# + 6) / 7))
for round in $(seq "$rounds"); do
	many=$((($# + rounds - round) / (rounds - round + 1)))
	together='' running=''
	while [ "$many" -gt 0 ]; do
		together="$together $1" many=$((many - 1))
		shift
	done
	for name in $together; do
		run "$name" &
		running="$running $!"
	done
	for process in $running; do wait "$process" || wrong=1; done
	[ -z "${MINIMISE:-}" ] || for name in $together; do minimise "$name"; done
done
exit "$wrong"

#!/bin/sh
# Builds the fuzzers with clang and lets both run side by side. What they find is left in
# build/fuzz; run build/fuzz/fuzz_NAME FILE to see it again.
# run.sh [SECONDS]
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
out=build/fuzz

build() {
	# shellcheck disable=SC2046 # words of pkg-config
	clang -std=c11 -D_GNU_SOURCE -g -O1 -fsanitize=fuzzer,address,undefined \
		-fno-sanitize-recover=all -Iinclude -Isrc -o "$out/$1" "tests/fuzz/$1.c" \
		src/base/*.c src/read/*.c src/identity/*.c \
		$(pkg-config --cflags --libs yaml-0.1 libcmark libutf8proc)
}

# Seeds are our own files and copies of all notes in fixtures.
seed() {
	mkdir -p "$out/seeds-$1" "$out/found-$1"
	cp tests/fuzz/corpus/"$1"/* "$out/seeds-$1"
	find fixtures -type f -name '*.md' -size -16k | {
		number=0
		while IFS= read -r file; do
			number=$((number + 1))
			cp "$file" "$out/seeds-$1/$number"
		done
	}
}

run() {
	"$out/fuzz_$1" -max_total_time="$seconds" -max_len=8192 -timeout=10 -rss_limit_mb=1024 \
		-dict=tests/fuzz/note.dict -artifact_prefix="$out/$1-" -print_final_stats=1 \
		"$out/found-$1" "$out/seeds-$1" >"$out/$1.log" 2>&1
}

report() {
	if [ "$2" -eq 0 ]; then
		sed -n "s/^stat::number_of_executed_units: */ok fuzz $1, runs: /p" "$out/$1.log"
	else
		tail -n 40 "$out/$1.log"
		return 1
	fi
}

mkdir -p "$out"
for name in note frontmatter; do
	build "fuzz_$name"
	seed "$name"
done
run note &
note=$!
frontmatter=0
run frontmatter || frontmatter=$?
if wait "$note"; then note=0; else note=$?; fi
wrong=0
report note "$note" || wrong=1
report frontmatter "$frontmatter" || wrong=1
exit "$wrong"

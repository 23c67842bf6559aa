#!/bin/sh
# make bench: what docket costs, see bench.py; then how well it tells lines and owners apart.
set -eu
build=${1:-build}
here=$(dirname "$0")

for name in generate measure floor; do
	# shellcheck disable=SC2046
	${CC:-cc} -O2 -D_GNU_SOURCE "$here/$name.c" -o "$build/$name" \
		$(pkg-config --cflags --libs libcmark yaml-0.1 sqlite3)
done
BUILD=$build PYTHONDONTWRITEBYTECODE=1 python3 "$here/bench.py"

echo
echo 'How well lines and owners are told apart, against labels made by hand'
"$build/tests/import/test_labels" | sed -n 's/^identity: /  /p'

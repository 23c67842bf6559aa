#!/bin/sh
# What the shared library exports is what its headers declare, no more and no less.
# symbols.sh [LIBRARY]
set -eu
cd "$(dirname "$0")/.."
library=${1:-build/libdocket.so}

lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT

cat include/*.h include/docket/*.h | tr '\n\t' '  ' | sed 's/DOCKET_API/\n&/g' |
	sed -n 's/^DOCKET_API [^(;]*[ *]\([a-z_0-9]*\)(.*/\1/p' | sort -u >"$lists/declared"
nm -D --defined-only "$library" | awk '$3 !~ /^_/ { print $3 }' | sort -u >"$lists/exported"

if [ ! -s "$lists/declared" ]; then
	echo "no declarations were found in include/"
	exit 1
fi
comm -23 "$lists/declared" "$lists/exported" | sed 's/$/: declared in include, not exported/' \
	>"$lists/wrong"
comm -13 "$lists/declared" "$lists/exported" | sed 's/$/: exported, not declared in include/' \
	>>"$lists/wrong"
if [ -s "$lists/wrong" ]; then
	cat "$lists/wrong"
	exit 1
fi
echo "ok symbols"

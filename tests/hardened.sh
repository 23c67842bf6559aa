#!/bin/sh
# What stands in the way of somebody who finds a mistake: the program is loaded anywhere, no memory
# is both written and run, addresses are settled before main, and what overruns a buffer is seen.
# hardened.sh [PROGRAM]
set -eu
program=${1:-build/docket}
if ! readelf --version >/dev/null 2>&1; then
	echo "skipped: readelf is not installed"
	exit 0
fi
read=$(readelf -hldsW "$program")
wrong=0

# demand WHAT PATTERN: what readelf says of the program has it.
demand() {
	echo "$read" | grep -qE "$2" || { echo "$program: $1" && wrong=1; }
}

demand "is not position-independent" 'Type: *DYN'
demand "has a stack that can be run" 'GNU_STACK .* RW '
demand "has tables that stay writable" 'GNU_RELRO'
demand "settles addresses late" 'BIND_NOW|Flags: NOW'
demand "has no stack protector" '__stack_chk_fail'
demand "copies without looking at sizes" '__[a-z]+_chk(@|$)'
[ "$wrong" = 0 ] && echo "ok hardened"

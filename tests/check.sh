#!/bin/sh
# make check: runs every test below BUILD, then the command line's. `unit` leaves the latter out.
# WRAP is a command to run each test program under, such as valgrind.
set -eu
build=${1:-build}
part=${2:-all}
export BUILD="$build"
# AddressSanitizer keeps 256 MB of what was freed unless told otherwise; what is forked copies it.
export ASAN_OPTIONS="${ASAN_OPTIONS:-quarantine_size_mb=16:allocator_release_to_os_interval_ms=-1}"
passed=0
failed=0
programs() {
	for program in "$build"/tests/*/test_*; do
		# Processes that are killed, or wait for each other, tell a wrapper nothing.
		case $part$program in *.d | *.log | *.ok | unit*/test_crash) continue ;; esac
		[ -x "$program" ] && echo "$program"
	done
}

# Side by side; what a program prints is kept beside it, and shown when it fails.
# shellcheck disable=SC2016 # "$1" is the program
programs | xargs -P "$(getconf _NPROCESSORS_ONLN)" -I '{}' sh -c 'rm -f "$1.ok"
	CMOCKA_MESSAGE_OUTPUT=STDOUT ${WRAP:-} "$1" >"$1.log" 2>&1 && : >"$1.ok"; :' run '{}'
for program in $(programs); do
	if [ -f "$program.ok" ]; then
		count=$(sed -n 's/.*PASSED  *\] \([0-9][0-9]*\) test.*/\1/p' "$program.log" | tail -n 1)
		passed=$((passed + ${count:-0}))
		printf 'ok   %-32s %s\n' "${program#"$build"/tests/}" "${count:-0}"
	else
		failed=$((failed + 1))
		printf 'FAIL %s\n' "$program"
		grep -vE '^\[ +(OK|RUN)' "$program.log" | tail -n 60
	fi
done
# script NAME FILE: a script whose last line is "N passed, N failed".
script() {
	log=$build/tests/$(basename "$2").log
	if sh "$2" >"$log" 2>&1; then
		count=$(sed -n 's/^\([0-9][0-9]*\) passed, 0 failed$/\1/p' "$log")
		passed=$((passed + ${count:-0}))
		printf 'ok   %-32s %s\n' "$1" "${count:-0}"
	else
		failed=$((failed + 1))
		tail -n 80 "$log"
	fi
}
if [ "$part" = all ]; then
	script "command lines" tests/cli/run.sh
	script "read back" tests/output/run.sh
	script dashboards tests/query/dashboards.sh
fi
[ "$passed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

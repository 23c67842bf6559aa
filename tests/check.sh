#!/bin/sh
# make check: runs every test below BUILD, then the command line's. `unit` leaves the latter out.
# WRAP is a command to run each test program under, such as valgrind.
set -eu
build=${1:-build}
part=${2:-all}
export BUILD="$build"
passed=0
failed=0
# Test programs that say how many passed; what they print is shown when one fails.
for program in "$build"/tests/*/test_*; do
	case $program in *.d | *.log) continue ;; esac
	# Processes that are killed, or wait five seconds for each other, tell a wrapper nothing.
	case $part$program in unit*/test_crash) continue ;; esac
	[ -x "$program" ] || continue
	log=$program.log
	# shellcheck disable=SC2086
	if CMOCKA_MESSAGE_OUTPUT=STDOUT ${WRAP:-} "$program" >"$log" 2>&1; then
		count=$(sed -n 's/.*PASSED  *\] \([0-9][0-9]*\) test.*/\1/p' "$log" | tail -n 1)
		passed=$((passed + ${count:-0}))
		printf 'ok   %-32s %s\n' "${program#"$build"/tests/}" "${count:-0}"
	else
		failed=$((failed + 1))
		printf 'FAIL %s\n' "$program"
		grep -vE '^\[ +(OK|RUN)' "$log" | tail -n 60
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

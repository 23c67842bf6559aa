#!/bin/sh
# Runs the command lines in cases/*.test and compares what they print with what stands below them.
#
#	tests/cli/run.sh [CASE...]
#	UPDATE=1 tests/cli/run.sh       rewrites the expected output; read the diff
#	BUILD=build/sanitize tests/cli/run.sh
#	LOCALE=tr_TR.UTF-8 tests/cli/run.sh     docket runs in this locale (of LOCPATH, if there is
#	                                        one), other programs do not
#
# A case is text at the margin that says what is shown, and command lines with their output, all
# of it (standard error too), indented by two blanks:
#
#	An unknown command is refused.
#
#	  $ docket taks
#	  docket: there is no command 'taks'; did you mean 'tasks'?
#	  [2]
#
# "> " continues a command; "[N]" is an exit status other than 0; blank lines that end an output do
# not count. The commands of a case share one
# shell, whose folder $TMP holds a home and `vault`, a copy of fixtures/vault. A command that ends
# with `exit 80` skips the rest of the case; what it printed says why.
set -eu

cd "$(dirname "$0")/../.."
root=$PWD
build=${BUILD:-build}
case $build in /*) ;; *) build=$root/$build ;; esac
TMP=$(mktemp -d)
trap 'rm -rf "$TMP"' EXIT
trap 'exit 130' INT TERM

programs=$build
if [ -n "${LOCALE:-}" ]; then
	programs=$TMP/programs
	mkdir "$programs"
	printf '#!/bin/sh\nLOCPATH=%s LC_ALL=%s exec %s/docket "$@"\n' "${LOCPATH:-}" "$LOCALE" \
		"$build" >"$programs/docket"
	chmod +x "$programs/docket"
fi

# The commands of the case $1 as a script; a mark and the status follow each command's output.
script_of() {
	awk '
		function finish() { if (open) printf "\nprintf \"\\001%%d\\n\" \"$?\"\n"; open = 0 }
		/^  \$ / { finish(); print substr($0, 5); open = 1; next }
		/^  > / && open { print substr($0, 5); next }
		{ finish() }
		END { finish() }' "$1"
}

# The case $1 with the output in the file $2 in place of the expected one.
merge() {
	awk -v output="$2" '
		BEGIN {
			count = 1
			while ((getline line < output) > 0) {
				mark = index(line, "\001")
				if (mark > 1)
					texts[count] = texts[count] "  " substr(line, 1, mark - 1) " (no line feed)\n"
				if (mark)
					statuses[count++] = substr(line, mark + 1)
				else
					texts[count] = texts[count] (line == "" ? "" : "  ") line "\n"
			}
		}
		function finish() {
			if (!open)
				return
			sub(/\n\n+$/, "\n", texts[++done])
			if (texts[done] != "\n")
				printf "%s", texts[done]
			if (statuses[done] != "" && statuses[done] != "0")
				print "  [" statuses[done] "]"
			open = 0
		}
		function blank() { while (blanks > 0) { print ""; blanks-- } }
		/^$/ { blanks++; next }
		/^  \$ / { finish(); blank(); print; open = 1; below = 1; next }
		/^  > / && open { print; next }
		/^  / && below { finish(); blanks = 0; next }
		{ finish(); blank(); below = 0; print }
		END { finish() }' "$1"
}

run_case() {
	rm -rf "$TMP/case"
	mkdir "$TMP/case"
	cp -R "$root/fixtures/vault" "$TMP/case/vault"
	script_of "$1" >"$TMP/script"
	(
		cd "$TMP/case"
		env -i PATH="$programs:$PATH" HOME="$TMP/case" XDG_STATE_HOME="$TMP/case/state" \
			XDG_CONFIG_HOME="$TMP/case/config" TZ=UTC LC_ALL=C.UTF-8 TERM=xterm \
			DOCKET_TODAY=2025-11-10 TMP="$TMP/case" ROOT="$root" \
			sh "$TMP/script" </dev/null >"$TMP/output" 2>&1
	) || {
		status=$?
		[ $status -ne 80 ] || return 80
		echo "(the shell of this case ended with $status)" >>"$TMP/output"
	}
	chmod -R u+rwX "$TMP/case"
	LC_ALL=C sed "s|$TMP/case|\$TMP|g; s|$root|\$ROOT|g" "$TMP/output" >"$TMP/clean"
	LC_ALL=C merge "$1" "$TMP/clean" >"$TMP/actual"
}

[ -x "$build/docket" ] || { echo "$build/docket is not there; build it first" >&2; exit 1; }
[ $# -gt 0 ] || set -- tests/cli/cases/*.test
# Side by side, each by a script of its own; what they say is put together in order.
if [ $# -gt 1 ]; then
	status=0
	# shellcheck disable=SC2016 # "$1" is the case, "$2" the folder
	printf '%s\n' "$@" | xargs -P "$(getconf _NPROCESSORS_ONLN)" -I '{}' sh -c \
		'sh tests/cli/run.sh "$1" >"$2/${1##*/}.log" 2>&1' run '{}' "$TMP" || status=1
	for test in "$@"; do cat "$TMP/${test##*/}.log"; done | awk '
		/^[0-9]+ passed, [0-9]+ failed$/ { passed += $1; failed += $3; next }
		{ print }
		END { print passed + 0 " passed, " failed + 0 " failed" }'
	exit "$status"
fi

passed=0 failed=0
for test in "$@"; do
	if ! run_case "$test"; then
		echo "skipped $test: $(tail -n 1 "$TMP/output")"
	elif diff -u --label "$test" --label actual "$test" "$TMP/actual" >"$TMP/diff"; then
		passed=$((passed + 1))
	elif [ -n "${UPDATE:-}" ]; then
		cp "$TMP/actual" "$test"
		echo "updated $test"
	else
		cat "$TMP/diff"
		failed=$((failed + 1))
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

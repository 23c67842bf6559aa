#!/bin/sh
# make instructions: the instructions that three fixed jobs take, as valgrind counts them. Fails when
# one takes over 5 % more than instructions.txt says; UPDATE=1 writes that file anew.
#
# The notes, the day and the environment are fixed, and libc is held to what every x86-64 can do, so
# that the counts are those of any machine with the same compiler and libraries. With others they are
# printed and not judged.
set -eu
build=${1:-build}
here=$(dirname "$0")
kept=$here/instructions.txt
if ! command -v valgrind >/dev/null; then
	echo "skipped: valgrind is not installed"
	exit 0
fi
work=$(mktemp -d /tmp/docket-XXXXXX)
trap 'rm -rf "$work"' EXIT

plain=glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX512BW,-AVX2,-AVX,-AVX_Fast_Unaligned_Load
plain=$plain,-SSE4_2,-SSE4_1,-SSSE3,-ERMS,-FSRM,-BMI2,-LZCNT,-MOVBE,-POPCNT,-RTM,-XSAVE,-XSAVEC
plain=$plain:glibc.cpu.x86_non_temporal_threshold=0xc0000

${CC:-cc} -O2 -D_GNU_SOURCE "$here/generate.c" -o "$build/generate"
"$build/generate" "$work/notes" 200 1
# A file that has just been written or touched is read again by the next import.
find "$work/notes" -type f -exec touch -d 2025-01-01 {} +
sleep 3

# versions: one line for all that the counts depend on beside docket.
versions() {
	printf '# %s, cc %s, %s' "$(uname -m)" "$(${CC:-cc} -dumpfullversion)" \
		"$(getconf GNU_LIBC_VERSION)"
	for package in sqlite3 libcmark yaml-0.1 libutf8proc libpcre2-8; do
		printf ', %s %s' "$package" "$(pkg-config --modversion "$package")"
	done
	echo
}

# count NAME ARGUMENTS...: a line of instructions.txt.
count() {
	name=$1
	shift
	env -i HOME="$work" PATH="$PATH" TZ=UTC GLIBC_TUNABLES="$plain" DOCKET_CONFIG=/dev/null \
		DOCKET_TODAY=2025-11-20 \
		valgrind --tool=callgrind --callgrind-out-file="$work/counts" --log-file="$work/log" \
		"$build/docket" --db "$work/docket.db" "$@" >/dev/null
	sed -n "s/^\(totals\|summary\): *\([0-9]*\).*/$name \2/p" "$work/counts" | head -n 1
}

{
	versions
	count first-import import --jobs 1 "$work/notes"
	count unchanged-import import --jobs 1
	count overdue overdue
} >"$work/instructions.txt"

if [ -n "${UPDATE:-}" ]; then
	cp "$work/instructions.txt" "$kept"
fi
awk '
	FNR == 1 { versions[NR == FNR] = $0; next }
	NR == FNR { kept[$1] = $2; next }
	{
		growth = ($2 / kept[$1] - 1) * 100
		printf "%-18s %12d %+7.1f %%\n", $1, $2, growth
		if (growth > 5) grown = grown " " $1
		if (growth < -5) shrunk = shrunk " " $1
	}
	END {
		if (versions[0] != versions[1]) {
			print "not judged, for these are kept and measured with:"
			print versions[1] "\n" versions[0]
			exit 0
		}
		if (shrunk) print "less than kept, `make instructions UPDATE=1` holds on to it:" shrunk
		if (!grown) exit 0
		print "over 5 % more instructions:" grown
		print "Find out why. If it is worth it, `make instructions UPDATE=1` keeps the new"
		print "numbers; say in the commit what they buy."
		exit 1
	}' "$kept" "$work/instructions.txt"

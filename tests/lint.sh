#!/bin/sh
# What tools can say of the source without running it: layout, usual mistakes, shell scripts.
set -eu
cd "$(dirname "$0")/.."

wrong=

# check NAME COMMAND...: a command that fails and says what is wrong.
check() {
	name=$1
	shift
	if "$@"; then
		echo "ok $name"
	else
		wrong="$wrong $name"
	fi
}

layout() {
	find src include tests -name '*.[ch]' -exec clang-format --dry-run -Werror {} +
}

scripts() {
	find . -path ./build -prune -o \( -name '*.sh' -o -path ./.ci/run \) -exec shellcheck {} +
}

# Suppressed: cppcheck 2.10 stumbles over compound literals and over views passed by value.
analysis() {
	cppcheck --quiet --std=c11 --language=c --error-exitcode=1 -j 2 \
		--enable=warning,performance,portability --suppress=missingIncludeSystem \
		--suppress=internalAstError --suppress=returnDanglingLifetime --suppress=uninitvar \
		-D_GNU_SOURCE -Iinclude -Isrc src
}

# The largest files first, for they take longest. The command line finds its public headers here as
# well; that it includes no others is seen when it is built.
tidy() {
	# shellcheck disable=SC2011 # names without blanks
	ls -S src/*.c src/*/*.c | xargs -P "$(getconf _NPROCESSORS_ONLN)" -I '{}' \
		clang-tidy --quiet '{}' -- -std=c11 -D_GNU_SOURCE -Iinclude -Isrc 2>/dev/null
}

check layout layout
check scripts scripts
check analysis analysis
check tidy tidy

[ -z "$wrong" ] || { echo "wrong:$wrong" && exit 1; }
echo "ok lint"

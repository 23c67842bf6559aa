#!/bin/sh
# What tools can say of the source without running it: layout, usual mistakes, shell scripts.
set -eu
cd "$(dirname "$0")/.."

# The command line has rules of its own.
folders=$(find src -maxdepth 1 -type d ! -name cli | sort)

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

# tidy FOLDER ROOT: the command line has public headers alone to include.
tidy() {
	printf '%s\n' "$1"/*.c | xargs -P 2 -I '{}' clang-tidy --quiet '{}' -- \
		-std=c11 -D_GNU_SOURCE -Iinclude "-I$2" 2>/dev/null
}

check layout layout
check scripts scripts
check analysis analysis
for folder in $folders; do
	check "$folder" tidy "$folder" src
done
check src/cli tidy src/cli include

[ -z "$wrong" ] || { echo "wrong:$wrong" && exit 1; }
echo "ok lint"

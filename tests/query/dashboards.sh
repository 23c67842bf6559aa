#!/bin/sh
# Runs the notes of fixtures/query/dashboards, laid over fixtures/vault, and compares what docket
# query prints of each with NOTE.expected beside it.
#
#	tests/query/dashboards.sh
#	UPDATE=1 tests/query/dashboards.sh      rewrites what is expected; read the diff
#
# Standard error comes first, the exit status last unless it is 0.
set -eu

cd "$(dirname "$0")/../.."
root=$PWD
build=${BUILD:-build}
case $build in /*) ;; *) build=$root/$build ;; esac
TMP=$(mktemp -d)
trap 'rm -rf "$TMP"' EXIT
trap 'exit 130' INT TERM

ask() {
	env -i PATH="$build:$PATH" HOME="$TMP" TZ=UTC LC_ALL=C.UTF-8 DOCKET_DB="$TMP/docket.db" \
		DOCKET_TODAY=2025-11-10 docket "$@"
}

cp -R fixtures/vault "$TMP/vault"
(cd fixtures/query/dashboards && find . -name '*.md' | LC_ALL=C sort) >"$TMP/notes"
cp -R fixtures/query/dashboards/. "$TMP/vault"
find "$TMP/vault" -name '*.expected' -exec rm {} +
cd "$TMP"
ask import vault >/dev/null

passed=0 failed=0
while read -r note; do
	note=${note#./}
	expected=$root/fixtures/query/dashboards/${note%.md}.expected
	status=0
	ask query "vault/$note" >answer 2>messages </dev/null || status=$?
	cat messages answer >actual
	[ $status = 0 ] || echo "[$status]" >>actual
	name=${note%.md}.expected
	if [ -f "$expected" ] && diff -u --label "$name" --label actual "$expected" actual >changed; then
		passed=$((passed + 1))
	elif [ -n "${UPDATE:-}" ]; then
		cp actual "$expected"
		echo "updated $name"
	else
		cat changed
		failed=$((failed + 1))
	fi
done <notes
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]

#!/bin/sh
# make demo: the small vault of fixtures/ in a store that is thrown away.
set -eu
docket=$PWD/${1:-build}/docket
store=$(mktemp -d)
trap 'rm -rf "$store"' EXIT
export DOCKET_DB="$store/docket.db" DOCKET_CONFIG=/dev/null DOCKET_TODAY=2025-11-10 DOCKET_PAGER=

show() {
	printf '\n$ docket %s\n' "$*"
	"$docket" "$@"
}

show import fixtures/vault
show overdue --group-by owner
show decisions --group-by account
printf '\nTo read your own notes:  build/docket import FOLDER\n'

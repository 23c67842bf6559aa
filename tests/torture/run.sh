#!/bin/sh
# make torture: runs every test here against BUILD/docket.
#
#	run.sh [BUILD] [short | long] [NAME...]
set -eu
cd "$(dirname "$0")/../.."
export BUILD="${1:-build}" TORTURE="${2:-short}"
[ $# -lt 2 ] || shift
[ $# -eq 0 ] || shift
if [ $# -eq 0 ]; then
	for test in tests/torture/*.py; do
		name=${test##*/}
		case ${name%.py} in box | mutate) ;; *) set -- "$@" "${name%.py}" ;; esac
	done
fi
wrong=0
for name; do
	PYTHONDONTWRITEBYTECODE=1 python3 "tests/torture/$name.py" || wrong=1
done
exit "$wrong"

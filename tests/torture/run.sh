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
	# The longest first, for they take longest.
	# shellcheck disable=SC2012,SC2046 # words
	set -- $(ls -S tests/torture/*.py | sed 's|.*/\(.*\)\.py|\1|' | grep -vx box)
fi
# Side by side, but for those that measure.
export PYTHONDONTWRITEBYTECODE=1
wrong=0
printf '%s\n' "$@" | grep -vx -e hostile -e growth | xargs -P "$(getconf _NPROCESSORS_ONLN)" -I '{}' \
	python3 'tests/torture/{}.py' || wrong=1
for name in hostile growth; do
	case " $* " in *" $name "*) python3 "tests/torture/$name.py" || wrong=1 ;; esac
done
exit "$wrong"

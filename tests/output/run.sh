#!/bin/sh
# make output: what docket prints is read back by other programs; see read_back.py.
#
#	run.sh [CASES]
#
# Without CASES it does what it can: nothing without python3, no Markdown without cmark.
set -eu
cd "$(dirname "$0")/../.."
for tool in python3 cmark; do
	command -v "$tool" >/dev/null && continue
	[ $# -eq 0 ] || { echo "$tool is not there: make deps-dev" && exit 1; }
	[ "$tool" != python3 ] || { echo "0 passed, 0 failed" && exit 0; }
done
export DOCKET_CONFIG=/dev/null DOCKET_TODAY=2025-11-10 TZ=UTC
python3 tests/output/read_back.py "${BUILD:-build}/docket" "${1:-3000}"

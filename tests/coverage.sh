#!/bin/sh
# make coverage: runs all tests on a build that counts, and demands that enough of src ran: 95 % of
# the lines and 90 % of the branches.
set -eu
cd "$(dirname "$0")/.."
find build/coverage -name '*.gcda' -delete 2>/dev/null || true
make -s -j2 COVERAGE=1 all tests
make -s COVERAGE=1 check
gcovr -r . -f src/ --exclude-throw-branches --print-summary --fail-under-line 95 \
	--fail-under-branch 90 build/coverage >build/coverage/lines.txt || {
	tail -n 4 build/coverage/lines.txt
	echo "too little of src ran; see build/coverage/lines.txt" && exit 1
}
tail -n 3 build/coverage/lines.txt

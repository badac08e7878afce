#!/bin/sh
# search_gold.t - the gold set through the search itself, and the same on both
# databases
. "${0%/*}/lib.sh"
start_with empty

perl "$tree/tests/walks/search_gold.pl" "$work/first" >"$work/tap" ||
	failures_n=1
sed '/^1\.\./d' "$work/tap"
tests_n=$(grep -c '^\(not \)\{0,1\}ok' "$work/tap")
if [ "$MITHAQ_TEST_DB" = pg ]; then
	MITHAQ_TEST_DB=sqlite
	start_with empty
	perl "$tree/tests/walks/search_gold.pl" "$work/second" >/dev/null
	test 'both databases find the same records in the same order' '
		diff -u "$work/second" "$work/first" | head -n 40 >"$work/diff"
		[ ! -s "$work/diff" ] || { cat "$work/diff"; false; }
		[ "$(wc -l <"$work/first")" -gt 300 ]
	'
fi
finish

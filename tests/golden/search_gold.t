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
# What was tried by hand before there was a search: a word in the forms that
# texts have, and what the stemmers of others fail on.
start_with empty
zwnj=$(printf '\342\200\214')
cat >"$work/theme.csv" <<EOF
code,title:ar,title:ckb
H-1,الهجرة,
H-2,الْهِجْرَةُ,
H-3,هجـــرة,
H-4,للهجرة,
H-5,هجرة,
H-6,والهجرة,
M-1,المهجرين,
M-2,والمهجرين,
M-3,المهاجرين,
K-1,إقليم كوردستان,
K-2,,هەرێمی کوردستان
K-3,إقليم كردستان,
O-1,,ڕێکخراوی
W-1,,وه${zwnj}زاره${zwnj}تی
Y-1,عام ٢٠٢٥,
L-1,الالتزامات,
S-1,السياسة,
G-1,إجراء,
Z-1,زيارة,
Z-2,وزارة,
EOF
"$MITHAQ" import "$work/theme.csv" >"$work/said" 2>&1 ||
	bail 'the words were not taken' "$work/said"

# finds WORDS FIRST… / THEN…: the codes in this order, those of a group in any
finds() {
	words=$1
	shift
	mithaq search "$words" --format csv
	sed '1d; s/^[^,]*,//; s/,.*//' "$work/out" >"$work/codes"
	while [ $# -gt 0 ]; do
		n=0
		group=
		while [ $# -gt 0 ] && [ "$1" != / ]; do
			group="$group$1
"
			n=$((n + 1))
			shift
		done
		[ $# -eq 0 ] || shift
		printf %s "$group" | sort >"$work/expected"
		head -n "$n" "$work/codes" | sort | diff -u "$work/expected" -
		sed "1,${n}d" "$work/codes" >"$work/rest"
		mv "$work/rest" "$work/codes"
	done
	[ ! -s "$work/codes" ] || { echo 'found besides:'; cat "$work/codes"; false; }
}

test 'the word itself and its forms come first, its root last' '
	finds الهجرة H-1 H-2 / H-3 H-4 H-5 H-6 / M-1 M-2 M-3
	finds المهجرين M-1 / M-2 / M-3 H-1 H-2 H-3 H-4 H-5 H-6
'
test 'one name in its spellings and on other keyboards' '
	finds كوردستان K-1 K-2 / K-3
	finds کوردستان K-1 K-2 / K-3
	finds ريكخراو O-1
	finds وەزارەت W-1
	finds 2025 Y-1
'
test 'what stemmers of others fail on' '
	finds التزام L-1
	finds سياسات S-1
	finds إجراءات G-1
	finds الوزارات Z-2
	finds زيارات Z-1
'
finish

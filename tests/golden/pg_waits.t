#!/bin/sh
# pg_waits.t - how often one waits for PostgreSQL: each time costs more than
# most statements do
. "${0%/*}/lib.sh"

if [ "$MITHAQ_TEST_DB" != pg ]; then
	skip 'few ways there and back' 'only PostgreSQL is asked over a socket'
	finish
fi

# stat NAME: what the last command cost.
stat() {
	sed -n "s/.*$1=\([0-9]*\).*/\1/p" "$work/err"
}

start_with iraq
test 'what a change writes is not waited for' '
	mithaq set IQ22-4 "title:en=Another title" --stats
	echo "statements $(stat statements), waits $(stat waits)"
	[ "$(stat statements)" -ge 30 ]
	[ "$(stat waits)" -le 26 ]
'

rows() {
	seq "$1" "$2" | awk 'BEGIN { print "code,kind,title:en,from_on" }
		{ printf "X-%d,project,Title %d,2024-01-02\n", $1, $1 }'
}
test 'a new row of an import is waited for once' '
	rows 1 1500 >"$work/action.csv"
	mithaq import "$work/action.csv" --stats --lang en
	out_has "new 1500"
	echo "statements $(stat statements), waits $(stat waits)"
	[ "$(stat statements)" -ge 12000 ]
	[ "$(stat waits)" -le $((1500 + 1500 / 50 + 100)) ]
	mithaq verify
'
test 'rows that are the same are looked at a thousand at a time' '
	mithaq export "$work/all"
	mithaq import "$work/all" --stats --lang en
	same=$(sed -n "s/^same //p" "$work/out")
	echo "waits $(stat waits) for $same rows"
	[ "$same" -ge 3000 ]
	[ "$(stat waits)" -le $((same / 5)) ]
'
test 'what changed among them is found, in any order' '
	(head -n 1 "$work/all/action.csv"; tail -n +2 "$work/all/action.csv" |
		sort -r | sed "s/Title 777,/Title other,/") >"$work/action.csv"
	mithaq import "$work/action.csv" --lang en
	out_has "changed 1"
	mithaq show X-777 --lang en
	out_has "Title other"
'
test 'one wrong row among them, and nothing is written' '
	rows 2001 3500 >"$work/action.csv"
	echo "X-4000,no-kind,Title,2024-01-02" >>"$work/action.csv"
	mithaq import "$work/action.csv" --lang en
	exit_is 65
	mithaq show X-2001
	exit_is 66
	mithaq show X-3500
	exit_is 66
'
finish

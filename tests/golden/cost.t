#!/bin/sh
# What a page costs, counted in ways that no other program on the machine can
# disturb: statements, steps of the database, bytes, instructions. Time is
# measured by script/bench and judged by people.
#
# Instructions are counted by callgrind for the program as it is delivered
# (-O2), as a difference of two runs, so that the start falls out. A page may
# take 5 % more than tests/cost/budget.txt says; when it takes less, or more
# for a good reason, write the new figure there.
. "${0%/*}/lib.sh"

if [ "$MITHAQ_TEST_DB" != sqlite ]; then
	skip 'the cost of pages' 'counted on SQLite, whose steps can be'
	finish
fi
make -s -C "$tree" build/mithaq >"$work/made" 2>&1 ||
	bail 'the program could not be built' "$work/made"
MITHAQ=$tree/build/mithaq

for n in 1000 10000; do
	"$MITHAQ" init --demo bulk --records $n \
		--db "sqlite:$work/$n.db" >"$work/made" 2>&1 ||
		bail "no database of $n records" "$work/made"
done

# cost ROWS PATH: sets statements, vm_steps, full_scans, sorts, arena_left
# and bytes
cost() {
	"$MITHAQ" request GET "$2" --stats --db "sqlite:$work/$1.db" \
		>"$work/page" 2>"$work/stats"
	bytes=$(wc -c <"$work/page")
	eval "$(tail -n 1 "$work/stats")"
}

# at_most WHAT FIGURE LIMIT
at_most() {
	[ "$2" -le "$3" ] && return
	echo "$1: $2, and at most $3 are right"
	return 1
}

# Lists that have fifty rows already at 1,000 records.
lists='/ar/actions?order=title /ar/actions?order=changed
/ar/pledges?order=due_on /en/pledges?cycle=CB-000001
/ar/updates?order=on /ar/milestones'
# Records whose chains are about as long in both.
records='/ar/pledges/PB-000030 /ar/actions/AB-000020 /ar/plans/LB-000009
/ar/goals/GB-000005 /ar/updates/UB-000004 /en/milestones/MB-000003'
others='/ar /ar/gaps /ar/report-back'

for path in $lists $records $others /ar/records; do
	cost 1000 "$path"
	statements_1=$statements
	vm_steps_1=$vm_steps
	full_scans_1=$full_scans
	cost 10000 "$path"
	test "$path takes few statements, as many with ten times the rows" '
		at_most statements "$statements" 15
		at_most difference $((statements - statements_1)) 1
		at_most difference $((statements_1 - statements)) 1
	'
	test "$path takes no more steps with ten times the rows" '
		at_most "VM steps" "$vm_steps" $((vm_steps_1 * 13 / 10 + 300))
	'
	# Rows that a WITH clause has gathered are walked through, but there
	# are not more of them when the tables grow.
	test "$path scans no table and sorts nothing" '
		at_most "rows scanned" $((full_scans - full_scans_1)) 400
		at_most sorts "$sorts" 0
	'
	test "$path gives back all memory" '
		[ "$arena_left" = 0 ]
	'
done

for path in $lists $records /ar /ar/gaps; do
	cost 10000 "$path"
	test "$path is below 60 KB" '
		at_most bytes "$bytes" 60000
	'
done

# ---- instructions

if ! command -v valgrind >/dev/null; then
	skip 'instructions of pages' 'valgrind is not installed'
	finish
fi

# instructions PATH TIMES
instructions() {
	valgrind --tool=callgrind --callgrind-out-file=/dev/null \
		"$MITHAQ" request GET "$1" --repeat "$2" \
		--db "sqlite:$work/10000.db" 2>&1 >/dev/null |
		sed -n 's/.*Collected : *\([0-9]*\).*/\1/p'
}

each() {
	few=$(instructions "$1" 10)
	many=$(instructions "$1" 40)
	echo $(((many - few) / 30))
}

while read -r budget path; do
	case $budget in '' | '#'*) continue ;; esac
	used=$(each "$path")
	test "$path takes $used instructions of $budget" '
		[ "$used" -gt 0 ]
		at_most instructions "$used" $((budget * 105 / 100))
	'
done <"$tree/tests/cost/budget.txt"
finish

#!/bin/sh
# Where the chain is broken: counts, rows, and how they follow the records.
. "${0%/*}/lib.sh"
start_with iraq

# count KIND: the number that `mithaq gaps` gives.
count() {
	"$MITHAQ" gaps --lang en | sed -n "s/^\([0-9]*\) *$1 .*/\1/p"
}
is() {
	[ "$1" = "$2" ] && return
	echo "expected $2, was $1"
	return 1
}

test 'each count is the number of rows, in every form and language' '
	mithaq gaps --lang en
	while read -r n kind words; do
		mithaq gaps "$kind" --lang ar
		lines_are "$n"
		for lang in ar ckb en; do
			request GET "/$lang/gaps/$kind?format=csv"
			status_is 200
			is "$(grep -c , "$work/page")" "$((n + 1))"
			request GET "/$lang/gaps/$kind?format=json"
			is "$(grep -o "\"stage\":" "$work/page" | wc -l)" "$n"
		done
	done <<-LIST
	$("$MITHAQ" gaps --lang en)
	LIST
'

test 'what is known of the pledges is told by their gaps' '
	is "$(count pledge_title_only)" 3
	is "$(count pledge_quiet)" 7
	mithaq gaps pledge_title_only --lang en
	out_has IQ22-2
	out_has IQ22-3
	out_has IQ22-7
	out_lacks IQ22-4
	mithaq gaps plan_no_goal --lang en
	out_has PLAN-NSMM
	out_lacks PLAN-HNP
'

test 'an inferred link counts as a pledge for an objective' '
	mithaq gaps objective_no_pledge
	out_lacks "GCM-1 "
	out_lacks "GCM-21 "
	out_has "GCM-3 "
'

test 'taking the action off opens gaps, linking it closes them' '
	mithaq unlink A-001 serves PLAN-NSMM
	is "$(count pledge_no_action)" 2
	before=$(count action_no_pledge)
	mithaq unlink A-001 serves IQ22-4
	mithaq unlink A-002 serves IQ22-4
	is "$(count pledge_no_action)" 3
	is "$(count action_no_pledge)" "$((before + 2))"
	mithaq gaps pledge_no_action --lang en
	out_has IQ22-4
	mithaq link A-001 serves IQ22-4
	mithaq link A-002 serves IQ22-4
	is "$(count pledge_no_action)" 2
	is "$(count action_no_pledge)" "$before"
	mithaq link A-001 serves PLAN-NSMM --provenance inferred
'

test 'a withdrawn pledge has no gaps, undo gives them back' '
	quiet=$(count pledge_quiet)
	mithaq withdraw IQ22-2 --reason test
	is "$(count pledge_title_only)" 2
	is "$(count pledge_quiet)" "$((quiet - 1))"
	mithaq undo IQ22-2
	is "$(count pledge_title_only)" 3
	is "$(count pledge_quiet)" "$quiet"
'

test 'a date closes one gap and no other' '
	is "$(count pledge_no_date)" 6
	mithaq set IQ22-1 due_on=2027
	is "$(count pledge_no_date)" 5
	is "$(count pledge_no_plan)" 4
	mithaq undo IQ22-1
	is "$(count pledge_no_date)" 6
'

test 'nothing heard for a year is counted to the day' '
	mithaq gaps --today 2025-02-20 --lang en
	grep -q "^3  *pledge_quiet" "$work/out"
	mithaq gaps --today 2025-02-21 --lang en
	cp "$work/out" "$work/day"
	mithaq gaps pledge_quiet --today 2025-02-21 --lang en
	n=$(wc -l <"$work/out")
	grep -q "^$n  *pledge_quiet" "$work/day"
'

test 'no gap is called anything but unknown to us' '
	mithaq gaps --lang en
	for word in late failed delayed overdue missing; do
		out_lacks "$word"
	done
'

test 'a gap of another name is refused' '
	mithaq gaps pledge_late
	exit_is 64
	request GET /en/gaps/pledge_late
	status_is 404
'

finish

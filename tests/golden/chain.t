#!/bin/sh
# The chain of a record: from the promise to the proof, and back.
. "${0%/*}/lib.sh"
start_with iraq

test 'the chain of a pledge is a tree of records, inferred steps marked' '
	mithaq chain IQ22-4 --format json
	out_has "{\"kind\":\"pledge\",\"code\":\"IQ22-4\""
	out_has "{\"kind\":\"action\",\"code\":\"A-001\""
	out_has "{\"kind\":\"milestone\",\"code\":\"M-001\""
	out_has "{\"kind\":\"update\",\"code\":\"U-002\""
	out_has "{\"kind\":\"event\",\"code\":\"IMRF-2026\""
	out_has "\"provenance\":\"inferred\""
	out_has "\"gap\":\"chain.gap.NO_GOAL\""
	out_has "\"gap\":\"chain.gap.NO_REVIEW\""
'

test 'a pledge of which only the title is known is a chain of gaps' '
	mithaq chain IQ22-2 --lang en
	out_has "No plan known to us"
	out_has "No action known to us"
	out_has "No update known to us"
	out_lacks "A-0"
	lines_are 6
'

test 'the chain is read from an action upwards too' '
	mithaq chain A-001 --lang en
	out_has "• pledge: IQ22-4"
	out_has "  ● action: A-001"
	out_has "• plan: PLAN-NSMM"
'

test 'an action under a plan is drawn there, not beside it' '
	mithaq chain IQ22-5 --lang en
	out_has "    • action: A-003"
	out_has "  • plan: PLAN-DIAS"
'

test 'a goal knows its plan, and that no pledge is known' '
	mithaq chain G-HNP-1 --lang en
	out_has "○ No pledge known to us that it serves"
	out_has "  • plan: PLAN-HNP"
	out_has "    ● "
	out_has ": G-HNP-1"
'

test 'what is inferred or rendered says so on the terminal too' '
	mithaq chain IQ22-4 --lang en
	grep "action: A-002" "$work/out" | grep -q "\[inferred\]$"
	! grep "action: A-001" "$work/out" | grep -q "inferred"
	mithaq show IQ22-4 --lang en
	grep ": MOMD " "$work/out" | grep -q "\[inferred\]$"
	! grep ": IOM " "$work/out" | grep -q "inferred"
	grep "\[ckb\]: " "$work/out" | grep -q "\[our rendering\]$"
'

test 'what has no chain says so' '
	mithaq chain EV-2022-07-21
	exit_is 66
'

test 'an action taken off a pledge leaves its chain, and undo brings it back' '
	mithaq unlink A-001 serves PLAN-NSMM
	mithaq chain IQ22-4 --format json
	cp "$work/out" "$work/before"
	mithaq unlink A-001 serves IQ22-4
	mithaq unlink A-002 serves IQ22-4
	mithaq chain IQ22-4 --lang en
	out_lacks "A-001"
	out_has "○ No action known to us"
	mithaq chain A-002 --lang en
	out_has "○ No pledge known to us that it serves"
	mithaq link A-001 serves IQ22-4 --document D-IQP4
	mithaq link A-002 serves IQ22-4 --provenance inferred
	mithaq chain IQ22-4 --format json
	diff "$work/before" "$work/out"
'

test 'a withdrawn action is not in the chain' '
	mithaq withdraw A-001 --reason test
	mithaq chain IQ22-4 --lang en
	out_lacks "A-001"
	out_has "A-002"
	mithaq undo A-001
	mithaq chain IQ22-4 --lang en
	out_has "A-001"
'

test 'the chain stands on the page in three languages' '
	for lang in ar ckb en; do
		request GET "/$lang/pledges/IQ22-4/chain"
		status_is 200
		page_has "A-001"
		page_has "M-003"
		page_has "IMRF-2026"
	done
'

test 'a draft in the chain says that it is one, until it is published' '
	mithaq add action code=A-992 "title:ar=تجربة" kind=reform --lang ar
	mithaq link A-992 serves IQ22-1
	mithaq chain IQ22-1 --lang ar
	grep "A-992" "$work/out" | grep -qF "[مسودة]"
	request GET /ar/pledges/IQ22-1/chain
	grep -o "A-992.\{0,400\}" "$work/page" | grep -qF ">مسودة<"
	mithaq set A-992 stage=published
	mithaq chain IQ22-1 --lang ar
	! grep "A-992" "$work/out" | grep -qF "[مسودة]"
'

finish

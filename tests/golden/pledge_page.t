#!/bin/sh
# pledge_page.t - the page of a commitment: the chain drawn and read, voices
. "${0%/*}/lib.sh"
start_with iraq

test 'the chain is drawn, every box a link with a name' '
	request GET /en/pledges/IQ22-4
	page_has "<svg class=\"pic chain\""
	page_has "role=\"group\" aria-labelledby=\"chain-t chain-d\""
	page_has "<a href=\"/en/actions/A-001\"><title>action A-001: "
	page_has "<a href=\"/en/milestones/M-001\"><title>"
	page_has "<a href=\"/en/updates/U-002\"><title>"
'

test 'what we inferred is dashed and says so; what we do not know is dotted' '
	request GET /en/pledges/IQ22-4
	page_has "class=\"b inferred\""
	page_has "class=\"l inferred\""
	page_has "class=\"b gap\""
	page_has "class=\"l gap\""
	page_has ">National Strategy for"
	page_has ">inferred · 2023<"
'

test 'in Arabic the chain runs from right to left' '
	request GET /ar/pledges/IQ22-4
	ar=$(grep -o "<rect class=\"b strong\" x=\"[0-9]*\"" "$work/page" | grep -o "[0-9]*")
	request GET /en/pledges/IQ22-4
	en=$(grep -o "<rect class=\"b strong\" x=\"[0-9]*\"" "$work/page" | grep -o "[0-9]*")
	[ "$en" -lt 10 ] && [ "$ar" -gt 900 ]
'

test 'the list tells the same as the picture' '
	request GET /en/pledges/IQ22-4
	tr "\n" " " <"$work/page" | sed "s/<svg/\n&/g; s/<.svg>/&\n/g" |
		grep "^<svg class=\"pic chain\"" | grep -o "<a href=\"[^\"]*\"" |
		sort >"$work/drawn"
	tr "\n" " " <"$work/page" |
		sed "s/<div class=\"chain-list\">/\n&/; s/<.div>/&\n/g" |
		grep "^<div class=\"chain-list\"" | grep -o "<a href=\"[^\"]*\"" |
		sort >"$work/read"
	[ "$(wc -l <"$work/drawn")" -gt 8 ]
	diff "$work/drawn" "$work/read"
'

test 'voices stand side by side; the silence of the region is not a failure' '
	request GET /en/pledges/IQ22-4
	text_has "What do the voices say?"
	text_has "no separate report known to us"
	page_has "href=\"/en/updates/U-002\""
'

test 'the chain as a page of its own and as a tree' '
	request GET /en/pledges/IQ22-4/chain
	page_has "<details class=\"as-list of-chain\" open>"
	request GET "/en/pledges/IQ22-4/chain?format=json"
	page_has "{\"kind\":\"pledge\",\"code\":\"IQ22-4\",\"title\":"
	page_has "\"kind\":\"action\",\"code\":\"A-001\""
	page_has "\"provenance\":\"inferred\""
	page_has "\"kind\":\"gap\",\"code\":null"
	mithaq chain IQ22-4 --format json
	out_has "\"kind\":\"pledge\",\"code\":\"IQ22-4\""
'

test 'a chain of something that has none is not found' '
	request GET /en/events/IMRF-2022/chain
	status_is 404
	request GET /en/pledges/IQ99-1/chain
	status_is 404
'

test 'from an action the way leads up to its pledge' '
	request GET "/en/actions/A-001/chain?format=json"
	page_has "\"kind\":\"pledge\",\"code\":\"IQ22-4\""
	request GET /en/actions/A-001
	page_has "<a href=\"/en/pledges/IQ22-4\"><title>"
'

start_with rehearsal
test 'plans, goals and actions of another country have their chains' '
	mithaq list goal --format csv
	goal=$(sed -n "2s/,.*//p" "$work/out")
	request GET "/ckb/goals/$goal"
	page_has "<svg class=\"pic chain\""
	mithaq list plan --format csv
	plan=$(sed -n "2s/,.*//p" "$work/out")
	request GET "/ckb/plans/$plan"
	page_has "<svg class=\"pic chain\""
'
finish

#!/bin/sh
# gaps_pages.t - the gaps: counts, rows, data, and how they follow the records
. "${0%/*}/lib.sh"
start_with iraq

gap_n() {
	request GET "/en/gaps?format=csv"
	sed -n "s/^$1,\([0-9]*\),.*/\1/p" "$work/page"
}

test 'every kind stands there with its count, its words and a link' '
	request GET /en/gaps
	page_has "href=\"/en/gaps/pledge_no_action\""
	text_has "Pledges with no action known to us"
	text_has "Pledges of which only the title is known"
	text_has "A gap tells what is known to us, not what was done."
'

test 'the counts of page, CSV and JSON are the same' '
	request GET /en/gaps
	sed "s/<li>/\n/g" "$work/page" |
		sed -n "s|.*href=\"/en/gaps/\([a-z_]*\)\"><b>\([0-9]*\)</b>.*|\1,\2|p" |
		sort >"$work/a"
	request GET "/en/gaps?format=csv"
	header_has "text/csv"
	sed 1d "$work/page" | cut -d, -f1,2 | sort >"$work/b"
	diff "$work/a" "$work/b"
	request GET "/en/gaps?format=json"
	tr "{" "\n" <"$work/page" |
		sed -n "s/.*\"kind\":\"\([a-z_]*\)\".*\"n\":\([0-9]*\).*/\1,\2/p" |
		sort >"$work/c"
	diff "$work/a" "$work/c"
	[ "$(wc -l <"$work/a")" -eq 10 ]
'

test 'the rows of one kind, as page, CSV and JSON' '
	request GET /ar/gaps/pledge_title_only
	page_has "/ar/pledges/IQ22-2"
	page_lacks "/ar/pledges/IQ22-4\""
	request GET "/ar/gaps/pledge_title_only?format=csv"
	page_has "IQ22-2,published,"
	request GET "/ar/gaps/pledge_title_only?format=json"
	page_has "\"gap\":\"pledge_title_only\""
	page_has "\"IQ22-2\""
'

test 'a kind that does not exist is not found' '
	request GET /en/gaps/pledge_unloved
	status_is 404
	request GET "/en/gaps?format=xml"
	status_is 400
'

test 'unlink an action from a pledge: gap, home and chain change; linked again they are as before' '
	request GET /en
	cp "$work/page" "$work/home1"
	no_action=$(gap_n pledge_no_action)
	orphans=$(gap_n action_no_pledge)
	mithaq unlink A-021 serves IQ22-1
	[ "$(gap_n pledge_no_action)" -eq $((no_action + 1)) ]
	[ "$(gap_n action_no_pledge)" -eq $((orphans + 1)) ]
	request GET /en/gaps/pledge_no_action
	page_has "/en/pledges/IQ22-1\""
	request GET /en/pledges/IQ22-1
	text_has "No action known to us"
	request GET /en
	! cmp -s "$work/page" "$work/home1"
	mithaq link A-021 serves IQ22-1
	[ "$(gap_n pledge_no_action)" -eq "$no_action" ]
	request GET /en
	diff "$work/page" "$work/home1"
'

start_with empty
test 'without records there are no gaps, and a list that says so' '
	request GET /en/gaps
	text_has "0 Pledges with no action known to us"
	request GET /en/gaps/pledge_no_action
	text_has "No record stands in this list."
'
finish

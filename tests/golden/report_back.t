#!/bin/sh
# report_back.t - one sheet: promised, announced since, not known, priorities
. "${0%/*}/lib.sh"
start_with iraq

test 'the sheet has the four columns and every pledge' '
	request GET /en/report-back
	text_has "Promised Announced since Not known to us"
	for n in 1 2 3 4 5 6 7; do
		page_has "href=\"/en/pledges/IQ22-$n\""
		page_has "href=\"/en/pledges/IQ22-$n/chain\""
	done
'

test 'what was announced stands in the words of the update, with day and source' '
	request GET /en/report-back
	page_has "href=\"/en/updates/U-002\""
	text_has "21 February 2024 · "
	page_has "href=\"#source-1\""
	page_has "id=\"source-1\""
	page_has "href=\"/en/documents/D-IQP4\""
'

test 'an update in a language of ours is marked as our rendering' '
	request GET /ar/report-back
	text_has "ترجمتنا"
'

test 'what is not known is said, never left empty' '
	request GET /en/report-back
	text_has "IQ22-2 Improved collection and management of Migration Data"
	text_has "its text is not known to us"
	text_has "no later announcement found by us"
	text_has "whether the target was reached"
'

test 'priorities are those that were said in public' '
	request GET /en/report-back
	text_has "Priorities, as announced"
	page_has "href=\"/en/statements/ST-004\""
	page_has "href=\"/en/provisions/GCM-21\""
'

test 'a withdrawn update is no longer told' '
	mithaq withdraw U-002 --reason "test"
	request GET /en/report-back
	page_lacks "/en/updates/U-002\""
	mithaq undo U-002
	request GET /en/report-back
	page_has "/en/updates/U-002\""
'

test 'it stands in three languages, each on its day' '
	request GET /ar/report-back
	text_has "في 1 تشرين الثاني 2026"
	request GET /ckb/report-back
	status_is 200
	request GET /en/report-back
	text_has "1 November 2026"
'

test 'actions year by year: what is not known is said, and changes with them' '
	request GET /en/report-back
	page_has "<svg class=\"pic years\""
	text_has "Of 5 actions we do not know when they began."
	text_has "2015 1 0 0"
	text_has "2016 0 0 1"
	mithaq set A-018 from_on=2014-03
	request GET /en/report-back
	text_has "Of 4 actions we do not know when they began."
	text_has "2015 1 0 1"
	mithaq set A-018 to_on=2015
	request GET /en/report-back
	text_has "2015 1 1 0"
'
finish

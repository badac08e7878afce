#!/bin/sh
# event_page.t - an event, its parts, its quotes and its release; the source
# it rests on; bodies and the people who sat in them
. "${0%/*}/lib.sh"
start_with iraq

test 'the briefing: who called it, both parts, agenda, quotes' '
	request GET /en/events/EV-2022-07-21
	page_has "href=\"/en/organisations/UNNM\""
	page_has "href=\"/en/people/P-001\""
	text_has "First part"
	text_has "Second part list not closed in the source"
	page_has "href=\"/en/agenda/AG-002\""
	page_has "href=\"/en/attendance/AT-106\""
'

test 'a quote stays in its own language; elsewhere it is reported, and marked' '
	request GET /en/events/EV-2022-07-21
	page_has "<blockquote lang=\"ar\" dir=\"rtl\">"
	text_has "our rendering"
	request GET /ar/events/EV-2022-07-21
	page_has "<blockquote lang=\"ar\" dir=\"rtl\">"
	page_count 3 "<figure class=\"quote\">"
'

test 'those who stood for a larger one say so' '
	request GET /en/events/EV-2022-07-21
	page_has "href=\"/en/organisations/EUDEL\""
	page_has "href=\"/en/organisations/EU\""
'

test 'the release is a page; each sentence leads to its records' '
	request GET /ar/events/EV-2022-07-21/release
	status_is 200
	page_has "<div class=\"release\">"
	page_has "class=\"records\""
	page_has "href=\"/r/EV-2022-07-21?lang=ar\""
	request GET /en/events/EV-2022-07-21/release
	page_has "lang=\"ar\""
	request GET /ckb/events/EV-2022-07-21/release
	status_is 200
	request GET /en/events/EV-1999-01-01/release
	status_is 404
'

test 'one attendance less, one name less in part and release' '
	request GET /en/events/EV-2022-07-21/release
	text_has "Denmark"
	mithaq withdraw AT-110 --reason "test"
	request GET /en/events/EV-2022-07-21/release
	text_lacks "Denmark"
	request GET /en/events/EV-2022-07-21
	page_lacks "/en/organisations/DNK\""
	mithaq undo AT-110
'

test 'the source shows the rows of the story, each with its record' '
	request GET /ar/documents/D-SEED
	text_has "ما يستند إلى هذه الوثيقة"
	[ "$(grep -o "<tr><td>" "$work/page" | wc -l)" -ge 58 ]
	page_has "href=\"/ar/attendance/"
	page_has "href=\"/ar/facts?document=D-SEED\""
	[ "$(wc -c <"$work/page")" -lt 61440 ]
'

test 'a body shows its seats and who is attested in them, never as current' '
	request GET /en/organisations/TWG
	page_has "href=\"/en/seats/S-TWG-CHAIR\""
	page_has "href=\"/en/people/P-002\""
	text_has "not known to us"
	text_has "the source leaves its membership open"
	text_lacks "current"
'

test 'a person shows the seats that sources attest' '
	request GET /en/people/P-002
	page_has "href=\"/en/seats/S-TWG-CHAIR\""
	page_has "href=\"/en/holdings/"
'
finish

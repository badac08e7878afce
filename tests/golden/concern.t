#!/bin/sh
# concern.t - the pages of a provision, a place, a theme and a term show what
# a reader expects: what concerns them kind by kind, the term in each language;
# and the parts of pages in their states
. "${0%/*}/lib.sh"
start_with iraq

test 'a provision tells its pledges first, then actions and events' '
	request GET /en/provisions/GCM-21
	text_has "Pledges 2 Answered by IQ22-4"
	page_has "href=\"/en/pledges/IQ22-6\""
	text_has "Actions 6 Answered by National Referral Mechanism"
	page_has "<section><h2>Events <small>9</small></h2>"
	text_lacks "no pledge known to us"
'

test 'an objective that no pledge answers says so, and no longer when one does' '
	request GET /en/provisions/GCM-3
	text_has "no pledge known to us"
	mithaq link IQ22-7 answers GCM-3
	request GET /en/provisions/GCM-3
	text_lacks "no pledge known to us"
	text_has "Pledges 1 Answered by IQ22-7"
	request GET /en/provisions/GCM-3a
	text_lacks "no pledge known to us"
'

test 'a place tells what takes place there, a theme what is about it' '
	request GET /en/places/IQ-BG
	text_has "Pledges 1 Takes place here IQ22-4"
	text_has "Actions 1 Takes place here"
	request GET /en/themes/TH-MECC
	text_has "Pledges 1"
	page_has "href=\"/en/pledges/IQ22-1\""
'

test 'a term stands in each language, with its origin or as not known' '
	request GET /en/terms/T-TWG
	page_has "<th scope=\"row\" lang=\"ar\">العربية</th>"
	page_has "lang=\"ckb\" dir=\"rtl\">گرووپی کاری"
	text_has "our rendering"
	text_has "فريق العمل التقني"
	mithaq add term code=T-TEST title:ar=تجربة stage=published
	request GET /en/terms/T-TEST
	page_count 2 "<td><span class=\"mark unknown\">not known to us</span></td>"
'

test 'the parts of pages stand in four states and three languages' '
	for l in ar ckb en; do
		for state in full empty long wrong; do
			request GET "/$l/dev/components?state=$state"
			status_is 200
			page_has "<svg class=\"pic chain\""
		done
	done
	request GET "/en/dev/components?state=wrong"
	page_has "<title>Error: "
	page_has "value=\"31.02.2024\""
	text_has "There is no such day"
	request GET "/en/dev/components?state=empty"
	text_has "No pledges in this list."
	page_lacks "XX00-2"
	request GET /en/dev/components/XX00-1
	status_is 200
'

test 'the keys are told in each language' '
	request GET /ar/keys
	text_has "ثم"
	page_has "<kbd>G</kbd>"
	request GET /en
	page_has "href=\"/en/keys\""
'
finish

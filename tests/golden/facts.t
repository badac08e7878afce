#!/bin/sh
# facts.t - what the sources say is told in the words of the reader: fields by
# their labels, records by their names, places in a document in his language;
# files of data keep the form that an import reads
. "${0%/*}/lib.sh"
start_with iraq

test 'a list of facts names fields, records and places in Arabic' '
	mithaq add fact code=F-T0 about=A-008 field=from_on value=2023-09-11 \
		kind=stated document=D-IMAG "locator=page 3" "title:en=Three"
	request GET "/ar/facts?document=D-IMAG"
	text_has "الصفحة 3"
	text_has "11 أيلول 2023"
	text_has "دعم: سويسرا"
	page_has "href=\"/ar/organisations/CHE\""
	text_lacks "page 3"
	text_lacks "link:"
	text_lacks "from_on"
	text_lacks "2023-09-11"
	request GET /ar/facts
	text_lacks "sentence"
	text_lacks "link:"
'

test 'and in Sorani and English' '
	request GET /ckb/facts
	text_lacks "sentence"
	text_lacks "link:"
	request GET /en/facts
	text_lacks "link:"
	request GET /ckb/facts/F-SEED-27
	text_has "ڕستەی 6"
	text_has "ئەندامێتی"
	request GET /en/facts/F-SEED-27
	text_has "sentence 6"
	text_has "member: Republic of Iraq"
'

test 'the sources of a record say whom a code means' '
	request GET /ar/pledges/IQ22-4
	tr "\n" " " <"$work/page" | grep -o "<section id=\"sources\".*" \
		>"$work/sources"
	grep -q "href=\"/ar/organisations/IRQ\"" "$work/sources"
	if grep -q "class=\"code\">IRQ<" "$work/sources"; then false; fi
	request GET /ar/plans/PLAN-NSMM
	text_has "دعم: المنظمة الدولية للهجرة"
'

test 'a name that neither the record nor its links know is asked for' '
	mithaq set F-SEED-26 field=publisher value=MOMD about=D-SEED
	exit_is 65
	mithaq add fact code=F-T1 about=EV-2022-07-21 field=place value=IQ \
		kind=stated document=D-SEED "locator=paragraph 3-4" \
		"title:en=Elsewhere"
	mithaq add fact code=F-T2 about=EV-2022-07-21 field=place value=NO-SUCH \
		kind=stated document=D-SEED "locator=in the margin" \
		"title:en=Nowhere"
	request GET /ar/events/EV-2022-07-21
	text_has "المكان: العراق"
	text_has "الفقرة 3-4"
	page_has "<bdi class=\"code\">NO-SUCH</bdi>"
	page_has "<bdi lang=\"en\" dir=\"ltr\">in the margin</bdi>"
	request GET /en/facts/F-T1
	text_has "paragraph 3-4"
'

test 'files of data keep the form that an import reads' '
	request GET "/ar/facts?format=csv&limit=100"
	page_has "link:member:IRQ"
	page_has "sentence 5"
	page_has "from_on"
'
finish

#!/bin/sh
# The pages that every entity has: list, record, history, and the forms that
# add, change, link, withdraw and undo.
. "${0%/*}/lib.sh"
start_with iraq

test 'the first address leads to the language of the browser' '
	request GET /
	status_is 303
	header_has "Location: /ar"
	header_has "Vary: Accept-Language"
'

test 'a short address leads to the record, in the language asked for' '
	request GET "/r/IQ22-4?lang=en"
	status_is 303
	header_has "Location: /en/pledges/IQ22-4"
'

test 'a short address that was never given is not found' '
	request GET /r/IQ99-9
	status_is 404
'

test 'the page of a pledge stands in Arabic, from right to left' '
	request GET /ar/pledges/IQ22-4
	status_is 200
	page_has "<html lang=\"ar\" dir=\"rtl\">"
	page_has "IQ22-4"
	page_has "<meta name=\"robots\" content=\"noindex\">"
'

test 'the change of language keeps the page' '
	request GET "/ar/pledges?kind=individual"
	page_has "href=\"/ckb/pledges?kind=individual\""
	page_has "href=\"/en/pledges?kind=individual\""
'

test 'a path with a slash too many leads to the one without' '
	request GET /ar/pledges/
	status_is 301
	header_has "Location: /ar/pledges"
'

test 'a path that leads nowhere is a page of its own' '
	request GET /ar/nothing/here
	status_is 404
	page_has "<main"
'

test 'a page that cannot be posted to says what can' '
	request POST /ar/pledges x=1
	status_is 405
	header_has "Allow: GET, HEAD"
'

test 'undoing cannot be asked for by a link' '
	request GET /ar/pledges/IQ22-4/undo
	status_is 405
	header_has "Allow: POST"
'

test 'what is not known is said to be not known' '
	request GET /en/pledges/IQ22-2
	page_has "not known to us"
	page_has "“Not known to us”:"
'

test 'a list has the same rows as its JSON and its CSV' '
	request GET /en/pledges
	rows=$(grep -c "<th scope=\"row\">" "$work/page")
	[ "$rows" -gt 5 ]
	request GET "/en/pledges?format=json"
	header_has "Content-Type: application/json"
	[ "$(grep -o "{\"code\":" "$work/page" | wc -l)" -ge "$rows" ]
	request GET "/en/pledges?format=csv"
	header_has "Content-Type: text/csv"
	[ "$(wc -l <"$work/page")" -eq $((rows + 1)) ]
'

test 'a list as data says which titles are our rendering' '
	request GET "/ar/facts?format=json"
	page_has "\"title_origin\":\"rendering\""
	request GET "/ckb/provisions?format=csv"
	head -n 1 "$work/page" | grep -q "^.*code,stage,title,lang,title_origin,"
	grep -q "^GCM-1,published,[^,]*,ckb,rendering," "$work/page"
	request GET "/en/provisions?format=csv"
	grep -q "^GCM-1,published,[^,]*,en,[a-z]*," "$work/page"
	if grep -q "^GCM-1,published,[^,]*,en,rendering," "$work/page"
	then false; fi
	request GET "/ckb/gaps/objective_no_pledge?format=csv"
	head -n 1 "$work/page" | grep -q ",title_origin,"
'

test 'a list goes on where it was cut' '
	request GET "/en/provisions?limit=20&format=json"
	next=$(sed -n "s/.*\"next\":\"\([^\"]*\)\".*/\1/p" "$work/page")
	first=$(sed -n "s/.*\"rows\":\[{\"code\":\"\([^\"]*\)\".*/\1/p" \
		"$work/page")
	[ -n "$next" ]
	request GET "/en/provisions?limit=20&format=json&after=$next"
	page_has "\"rows\":[{"
	page_lacks "\"code\":\"$first\",\"stage\""
'

test 'a list goes only the ways there are' '
	request GET "/ar/pledges?kind=nothing"
	status_is 400
	request GET "/ar/pledges?cycle=nothing"
	status_is 404
	request GET "/ar/pledges?order=nothing"
	status_is 400
	request GET "/ar/pledges?limit=0"
	status_is 400
'

test 'a name leads to its records, a code to its page' '
	request GET "/en/search?q=IQ22-4"
	status_is 303
	header_has "Location: /en/pledges/IQ22-4"
	request GET "/en/search?q=zzzzzz"
	status_is 200
	page_has "No record was found"
'

test 'a pledge is added in Arabic, and its page says so' '
	request GET /ar/pledges/new
	page_has "name=\"title:ar\""
	request POST /ar/pledges/new code=T-1 "title:ar=تعهد <b>جديد</b>" \
		cycle=C-2022 due_on=١٥/٣/٢٠٢٧ stage=published
	status_is 303
	header_has "Location: /ar/pledges/T-1?done=create"
	request GET "/ar/pledges/T-1?done=create"
	page_has "role=\"status\""
	page_has "تعهد &lt;b&gt;جديد&lt;/b&gt;"
	page_has "datetime=\"2027-03-15\""
'

test 'a new record begins as a draft, says so wherever it appears, and is published by one button' '
	request GET /en/pledges/new
	page_has "<option value=\"draft\" selected>"
	page_lacks "<option value=\"published\" selected>"
	page_lacks "<option value=\"checked\" selected>"
	request POST /en/pledges/new code=T-2 "title:en=Not yet settled" \
		"title:en:state=draft" "title:ar=قيد البحث" \
		"title:ar:origin=rendering" cycle=C-2022
	status_is 303
	request GET /en/pledges/T-2
	text_has "This record is a draft"
	text_has "Not yet settled draft"
	page_has "<button>Publish</button>"
	request GET /en/pledges
	text_has "Not yet settled draft"
	request GET /en
	text_has "Not yet settled draft"
	request GET /en/report-back
	text_has "Not yet settled draft"
	request POST /en/pledges/T-2/link kind=about:out to=TH-PILOT
	status_is 303
	request GET /en/themes/TH-PILOT
	text_has "Not yet settled draft"
	request POST /en/pledges/T-2/edit version=1 stage=published
	status_is 303
	request GET /en/themes/TH-PILOT
	text_has "Not yet settled"
	text_lacks "Not yet settled draft"
	request GET /en/pledges/T-2
	text_lacks "This record is a draft"
	text_lacks "Not yet settled draft"
	request GET /ar/pledges/T-2
	text_has "ترجمتنا، مسودة"
	request GET /en
	text_lacks "Not yet settled draft"
	request POST /en/pledges/T-2/withdraw version=2 reason=test
	status_is 303
	request GET /en/themes/TH-PILOT
	text_has "Not yet settled withdrawn"
'

test 'a record that the command adds is a draft unless said otherwise' '
	mithaq add theme code=TH-T1 "title:en=One"
	mithaq add theme code=TH-T2 "title:en=Two" stage=published
	request GET "/en/themes/TH-T1?format=json"
	page_has "\"stage\":\"draft\""
	page_has "\"state\":\"draft\""
	request GET "/en/themes/TH-T2?format=json"
	page_has "\"stage\":\"published\""
	page_has "\"state\":\"checked\""
	mithaq withdraw TH-T1 --reason test
	mithaq withdraw TH-T2 --reason test
'

test 'every mistake is told at once, and what was typed is kept' '
	request POST /ar/pledges/new "title:en=My <title>" cycle=NOPE \
		due_on=31.02.2024 kind=bad number=many
	status_is 422
	page_has "<title>خطأ"
	page_has "role=\"alert\""
	page_has "value=\"My &lt;title&gt;\""
	page_has "value=\"31.02.2024\""
	page_has "value=\"NOPE\""
	page_has "href=\"#due_on\""
	page_has "href=\"#cycle\""
	page_has "href=\"#kind\""
	page_has "href=\"#number\""
'

test 'a code that is taken is refused' '
	request POST /ar/pledges/new code=IQ22-4 "title:ar=x" cycle=C-2022
	status_is 422
	page_has "href=\"#code\""
'

test 'a change is saved, shown in the history, and undone' '
	request POST /ar/pledges/T-1/edit version=1 "title:ar=تعهد معدل"
	status_is 303
	header_has "Location: /ar/pledges/T-1?done=change"
	request GET /ar/pledges/T-1
	page_has "تعهد معدل"
	request GET /ar/pledges/T-1/history
	page_has "تعهد معدل"
	page_has "جديد"
	text_has "مشغّل الجهاز"
	text_lacks "operator"
	text_lacks "published"
	request POST /ar/pledges/T-1/undo version=2
	status_is 303
	request GET /ar/pledges/T-1
	page_lacks "تعهد معدل"
	page_has "جديد"
'

test 'the history tells choices, days, records and answers in words' '
	mithaq set IQ22-5 form=process pledgor=MOMD due_on=2028-05-31
	mithaq set PLAN-NSMM structure_known=yes
	mithaq link IQ22-5 about TH-PILOT
	request GET /ar/pledges/IQ22-5/history
	text_has "وزارة الهجرة والمهجرين"
	text_has "31 أيار 2028"
	text_has "إجرائي"
	page_has "href=\"/ar/themes/TH-PILOT\""
	page_has "href=\"/ar/organisations/MOMD\""
	text_lacks "MOMD"
	text_lacks "2028-05-31"
	text_lacks "stated"
	text_lacks "D-IQ"
	request GET /ar/plans/PLAN-NSMM/history
	text_has " نعم "
	text_lacks " yes "
'

test 'who saves second sees both versions and loses nothing' '
	request POST /ar/pledges/T-1/edit version=3 "title:en=First"
	status_is 303
	request POST /ar/pledges/T-1/edit version=3 "title:en=Second" \
		due_on=2028
	status_is 409
	page_has "حفظ غيرك"
	page_has "First"
	page_has "value=\"Second\""
	page_has "value=\"2028\""
	[ "$(input_value version)" = 4 ]
	request GET /en/pledges/T-1
	page_has "First"
	request POST /ar/pledges/T-1/edit version=4 "title:en=Second"
	status_is 303
'

test 'a mistake in an old form does not hide that somebody else saved' '
	request POST /ar/pledges/T-1/edit version=4 due_on=31.02.2024
	status_is 422
	[ "$(input_value version)" = 4 ]
	request POST /ar/pledges/T-1/edit version=4 due_on=2024
	status_is 409
'

test 'records are linked and unlinked, and both can be undone' '
	request POST /ar/pledges/T-1/link kind=leads:in to=MOMD \
		provenance=inferred
	status_is 303
	at=$(location)
	link=${at##*link=}
	request GET /ar/pledges/T-1
	page_has "/ar/organisations/MOMD"
	page_has "class=\"inferred\""
	request POST /ar/pledges/T-1/link kind=leads:in to=MOMD
	status_is 422
	request POST /ar/pledges/T-1/unlink "link=$link" version=5
	status_is 303
	request GET /ar/pledges/T-1
	page_lacks "/ar/organisations/MOMD"
	request POST /ar/pledges/IQ22-1/undo "link=$link" version=5
	status_is 404
	request GET /ar/pledges/T-1
	page_lacks "/ar/organisations/MOMD"
	request POST /ar/pledges/T-1/undo "link=$link" version=5
	status_is 303
	request GET /ar/pledges/T-1
	page_has "/ar/organisations/MOMD"
'

test 'a link that the kinds do not allow is refused' '
	request POST /ar/pledges/T-1/link kind=serves:in to=MOMD
	status_is 422
	page_has "value=\"MOMD\""
'

test 'withdrawing asks for a reason and can be undone' '
	request POST /ar/pledges/T-1/withdraw version=5 reason=
	status_is 422
	request POST /ar/pledges/T-1/withdraw version=5 "reason=سبب <واضح>"
	status_is 303
	request GET /ar/pledges/T-1
	status_is 410
	page_has "سبب &lt;واضح&gt;"
	request GET /ar/pledges/T-1/edit
	status_is 410
	request GET /ar/pledges
	page_lacks "T-1"
	request POST /ar/pledges/T-1/undo version=6
	status_is 303
	request GET /ar/pledges/T-1
	status_is 200
'

test 'one record as data holds every field, known or not' '
	request GET "/ar/pledges/IQ22-2?format=json"
	page_has "\"entity\":\"pledge\""
	page_has "\"summary\":null"
	page_has "\"facts\":[{"
'

test 'a failure of a list asked as data is data' '
	request GET "/ar/pledges?kind=nothing&format=json"
	status_is 400
	page_has "{\"error\":\"request\""
'

test 'what was typed is kept when the database fails' '
	request POST /ar/pledges/new code=T-9 "title:ar=لا يضيع" \
		cycle=C-2022 --fail-at 8
	status_is 500
	page_has "value=\"لا يضيع\""
	page_has "role=\"alert\""
	request GET /ar/pledges/T-9
	status_is 404
'

test 'a link or a withdrawal that the database fails on keeps what was typed' '
	request POST /ar/pledges/T-1/link kind=about:out to=TH-WORK \
		"note=لا تضيع" provenance=inferred --fail-at 8
	status_is 500
	page_has "role=\"alert\""
	page_has "action=\"/ar/pledges/T-1/link\""
	page_has "value=\"about:out\" selected"
	page_has "id=\"to\" name=\"to\""
	page_has "value=\"TH-WORK\""
	page_has "value=\"لا تضيع\""
	page_has "value=\"inferred\" selected"
	request POST /ar/pledges/T-1/withdraw version=5 "reason=سبب وجيه" \
		--fail-at 8
	status_is 500
	page_has "role=\"alert\""
	page_has "action=\"/ar/pledges/T-1/withdraw\""
	page_has "سبب وجيه</textarea>"
	request GET /ar/pledges/T-1
	status_is 200
'

test 'an earlier version is shown as it was recorded' '
	request GET /ar/pledges/T-1/history
	at=$(sed -n "s/.*pledges\/T-1?at=\([^\"]*\)\".*/\1/p" "$work/page" |
		tail -n 1)
	request GET "/ar/pledges/T-1?at=$at"
	page_has "جديد"
	page_has "class=\"notice\""
	page_lacks "/ar/organisations/MOMD"
'

test 'bodies are organisations under a path of their own' '
	request GET /ar/bodies
	page_has "/ar/bodies/TWG"
	request GET /ar/bodies/TWG
	status_is 200
'

test 'what an organisation did at an event says in which role' '
	request GET /en/organisations/TWG
	text_has "· invited"
	text_has "· presented"
'

test 'hostile words are only words' '
	request GET "/ar/search?q=%3Cscript%3E%22%27"
	page_lacks "<script>"
	request POST /ar/pledges/T-1/edit version=7 \
		"summary:ar=<script>alert(1)</script> [x](javascript:alert(1))"
	request GET /ar/pledges/T-1
	page_lacks "alert(1)</script>"
	page_lacks "javascript:"
'

finish

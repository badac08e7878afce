#!/bin/sh
# The press release of the briefing, written from its records.
. "${0%/*}/lib.sh"
start_with iraq

test 'the release is written in Arabic' '
	mithaq report press-release EV-2022-07-21 --lang ar --format text
	out_has "افتتح الدكتور كريم النوري، نائب وزير وزارة الهجرة والمهجرين، الحدث المكوّن من جزأين"
	out_has "وزارات الهجرة والمهجرين والداخلية والخارجية والعدل والعمل والشؤون الاجتماعية والتخطيط"
	out_has "أستراليا وكندا والاتحاد الأوروبي (وفد الاتحاد الأوروبي في العراق والمديرية العامة للشراكات الدولية) والدانمرك"
	out_has "وأُعلنت باسم العراق 7 تعهدات."
	out_lacks "صياغتنا"
'

test 'the words that were said stand to the letter in their language' '
	story=$tree/packs/iraq/quote.csv
	mithaq report press-release EV-2022-07-21 --lang ar --format text
	for quote in "يساعدنا هذا التقرير على التقييم على المستوى الوطني" \
		"والتي ربما لم تحظ بالاهتمام والاستثمار الذي تستحقه" \
		"نحن ندعم تمامًا النهج المشترك والشراكة"
	do
		grep -qF "$quote" "$story"
		out_has "$quote"
	done
'

test 'elsewhere they are reported speech, marked as ours' '
	mithaq report press-release EV-2022-07-21 --lang en --format text
	out_has "added that with a view to"
	is=$(grep -o "\[our rendering\]" "$work/out" | wc -l)
	[ "$is" -eq 3 ]
	out_lacks "«"
'

test 'what was inferred is marked' '
	mithaq report press-release EV-2022-07-21 --lang en --format text
	out_has "as leading member. [partly inferred by us]"
'

test 'the Sorani text is a draft and says so' '
	mithaq report press-release EV-2022-07-21 --lang ckb --format text
	out_has "نوێنەرانی حکوومەتە بەخشەرەکان"
	out_has "ئەم دەقە ڕەشنووسە"
'

test 'each sentence lists its records' '
	mithaq report press-release EV-2022-07-21 --lang en --format text
	out_has " AT-106 AUS AT-107 CAN "
	out_has " D-VNR22 IQ22-1 IQ22-2 IQ22-3 IQ22-4 IQ22-5 IQ22-6 IQ22-7"
	out_has " P-003 Q-002"
'

test 'a donor that is withdrawn leaves the release' '
	mithaq withdraw AT-106 --reason test
	mithaq report press-release EV-2022-07-21 --lang ar --format text
	out_lacks "أستراليا"
	out_has "وكان من بين الحكومات الممثلة كندا والاتحاد الأوروبي"
	mithaq undo AT-106
	mithaq report press-release EV-2022-07-21 --lang ar --format text
	out_has "الممثلة أستراليا وكندا"
'

test 'a ministry is called by its new name' '
	mithaq set MOJ "name:ar=وزارة العدل وحقوق الإنسان"
	mithaq report press-release EV-2022-07-21 --lang ar --format text
	out_has "والخارجية والعدل وحقوق الإنسان والعمل"
	mithaq undo MOJ
'

test 'a woman opens: the verb agrees' '
	mithaq set P-001 gender=woman
	mithaq report press-release EV-2022-07-21 --lang ar --format text
	out_has "افتتحت الدكتور كريم"
	out_has "واختتمت الدكتور كريم"
	mithaq undo P-001
'

test 'it is part of a page, in three languages, its quotes in theirs' '
	for lang in ar ckb en; do
		request GET "/$lang/events/EV-2022-07-21/release"
		status_is 200
		page_has "<div class=\"doc\" lang=\"$lang\""
		page_has "href=\"/r/Q-003?lang=$lang\""
	done
	mithaq report press-release EV-2022-07-21 --lang ar --format html
	out_has "<div class=\"quote\">«مرت أربع سنوات"
'

test 'what is no event has no release' '
	mithaq report press-release IQ22-4
	exit_is 66
	mithaq report press-release EV-1900
	exit_is 66
'

finish

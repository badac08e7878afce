#!/bin/sh
# intl.t - dates, numbers, distances in time and order, as the program writes
# them and as Node's Intl does; and what an installation chooses of it, on its
# pages, in its files and on both databases
. "${0%/*}/lib.sh"

compares() {
	command -v node >/dev/null || {
		echo 'node is not installed'
		return 1
	}
	node "$tree/tests/intl/compare.mjs" "$1"
}

test 'each day of a year in five locales, three digit sets, two calendars' '
	compares dates
'
test 'plural forms from 0 to 1,000' '
	compares plurals
'
test 'ten thousand numbers, amounts in 24 currencies' '
	compares numbers
'
test 'how far a day is' '
	compares relative
'
test 'the order of all names of the packs, and two lists put so by hand' '
	compares order
'

# settings KEY=VALUE…: an operator brings them as any other file
settings() {
	rm -rf "$work/manner"
	mkdir "$work/manner"
	{
		echo key,value
		for s in "$@"; do
			echo "${s%%=*},${s#*=}"
		done
	} >"$work/manner/manifest.csv"
	mithaq import "$work/manner"
}

start_with iraq

test 'without settings: months of Iraq, digits 0-9, no other calendar' '
	request GET /ar/pledges/IQ22-4
	text_has "10 أيار 2022"
	text_lacks "هـ"
	text_lacks "٢"
'

test 'a value that means nothing is refused, and what is right is said' '
	settings months=Gulf
	exit_is 65
	err_has "Gulf"
	request GET /ar/pledges/IQ22-4
	text_has "10 أيار 2022"
'

test 'names of the Gulf, Arabic digits, Umm al-Qura beside a day' '
	settings months=gulf digits=arab hijri=yes kurdish=yes
	request GET /ar/pledges/IQ22-4
	text_has "١٠ مايو ٢٠٢٢ (٩ شوال ١٤٤٣ هـ)"
	text_lacks "١٠ أيار"
	page_has "datetime=\"2022-05-10\""
	page_has "<html lang=\"ar\" dir=\"rtl\" data-digits=\"arab\">"
	request GET /ckb/pledges/IQ22-4
	text_has "١٠ی ئایاری ٢٠٢٢ (٩ی شەوالی ١٤٤٣ی کۆچی · ٢٠ی گوڵانی ٢٧٢٢ی کوردی)"
	request GET /en/pledges/IQ22-4
	text_has "10 May 2022 (9 Shawwal 1443 AH)"
	page_has "<html lang=\"en\" dir=\"ltr\">"
'

test 'no date, count or version is left in other digits' '
	for path in "" /gaps /report-back /records /pledges/IQ22-4 \
		/events/EV-2022-07-21 /pledges/IQ22-4/history \
		/themes/TH-PILOT "/search?q=العراق"
	do
		request GET "/ar$path"
		sed "s/<time/\n&/g; s/<b>/\n&/g; s/<p class=.record/\n&/g
			s/<small>/\n&/g; s/<td>/\n&/g; s/<.time>/&\n/g
			s/<.b>/&\n/g; s/<.small>/&\n/g; s/<.td>/&\n/g" \
			"$work/page" |
			grep -E "^<(time|b>|small>[0-9]|td>[0-9]|p class=.record)" |
			sed "s/<[^>]*>//g" >"$work/numbers"
		[ -s "$work/numbers" ]
		if grep "[0-9]" "$work/numbers"; then
			echo "on /ar$path"
			return 1
		fi
	done
'

test 'files keep ISO 8601 and ASCII digits' '
	for format in csv json; do
		mithaq list pledge --lang ar --format $format
		out_has "2022-05-10"
		out_lacks "٢٠٢٢-"
	done
'

test 'the release names both calendars' '
	mithaq report press-release EV-2022-07-21 --lang ar
	out_has "٢١ يوليو ٢٠٢٢ (٢٢ ذو الحجة ١٤٤٣ هـ)"
'

test 'and back to what it was' '
	settings months=levant digits=latn hijri=no kurdish=no
	request GET /ar/pledges/IQ22-4
	text_has "10 أيار 2022"
	text_lacks "هـ"
'

test 'a code is found whichever digits it is typed in' '
	mithaq show "IQ٢٢-٤" --lang ar
	out_has "IQ22-4"
	request GET "/r/IQ۲۲-۴" --header "Accept-Language: ar"
	header_has "Location: /ar/pledges/IQ22-4"
	mithaq add milestone code=M-DIGITS title:en="Typed in Arabic digits" \
		action="A-٠٠١"
	mithaq show M-DIGITS
	out_has "A-001"
	mithaq link "A-٠٠٢" serves "IQ٢٢-٣"
'

test 'a file may have its codes, dates and counts in Arabic digits' '
	mkdir "$work/digits"
	{
		echo "code,stage,title:en,action,due_on,number"
		echo "M-٠٩٠١,published,Typed in Arabic digits,A-٠٠١,٢٠٢٦-٠٥-٠١,١٬٢٠٤"
	} >"$work/digits/milestone.csv"
	{
		echo "kind,from,to"
		echo "serves,A-٠٠٣,IQ٢٢-٣"
	} >"$work/digits/link.csv"
	mithaq import "$work/digits"
	mithaq show M-0901
	out_has "A-001"
	out_has "2026-05-01"
	out_has "1204"
	# Once more brings nothing.
	mithaq import "$work/digits"
	out_has "new 0"
	out_has "same 2"
'

test 'a telephone number in a text keeps its order' '
	mithaq set MOMD "description:ar=هاتف: +964 770 123 4567 أو ٠٧٧٠ ١٢٣ ٤٥٦٧"
	request GET /ar/organisations/MOMD
	page_has "$(printf "\342\201\246+964 770 123 4567\342\201\251")"
	page_has "$(printf "\342\201\246٠٧٧٠ \342\200\216١٢٣")"
'

test 'a history says how long ago' '
	MITHAQ_TODAY=2100-01-01
	request GET /ar/organisations/MOMD/history
	text_has "(قبل 73 سنة)"
	MITHAQ_TODAY=2000-01-01
	request GET /ar/organisations/MOMD/history
	text_lacks "(قبل"
	text_lacks "(بعد"
'

test 'a name of four parts with its honorific stays whole' '
	mithaq add person code=P-FOUR name:ar="عبد الرحمن محمد جاسم الجبوري" \
		honorific:ar="الأستاذ الدكتور" gender=man \
		aliases="Abdulrahman M. J. Al-Jubouri" stage=published
	request GET /ar/people/P-FOUR
	page_has ">عبد الرحمن محمد جاسم الجبوري<"
	text_has "الأستاذ الدكتور"
	page_has "<bdi>Abdulrahman M. J. Al-Jubouri</bdi>"
	# It stands by the given name, and is found by any part.
	mithaq list person --lang ar --order title --format csv
	grep -A1 P-005 "$work/out" | grep P-FOUR
	grep -B1 P-001 "$work/out" | grep P-FOUR
	mithaq search "الجبوري جاسم" --lang ar
	out_has P-FOUR
'

test 'a name of another script keeps its direction in a release' '
	mithaq set DNK name:ar= name:ckb=
	mithaq report press-release EV-2022-07-21 --lang ar
	out_has "$(printf "\342\201\250Denmark\342\201\251")"
	mithaq report press-release EV-2022-07-21 --lang en
	out_has "Denmark"
	out_lacks "$(printf "\342\201\250Denmark")"
'

# The order of a list is that of its keys, so it is the same everywhere: this
# file runs on either database.
test 'lists of all kinds stand in the order of their language' '
	compares lists
'

finish

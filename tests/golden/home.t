#!/bin/sh
# home.t - the first page: a question, one sentence, and numbers that lead to
# exactly the rows they count
. "${0%/*}/lib.sh"
start_with iraq

# The rows of an address as CSV and as JSON; they must be as many.
rows_are() {
	case $2 in *\?*) join='&' ;; *) join='?' ;; esac
	request GET "$2${join}format=csv"
	csv=$(($(wc -l <"$work/page") - 1))
	request GET "$2${join}format=json"
	json=$(grep -o '"stage"' "$work/page" | wc -l)
	[ "$csv" -eq "$1" ] && [ "$json" -eq "$1" ] && return
	echo "$2: $1 on the page, $csv in the CSV, $json in the JSON"
	return 1
}

# The number inside a link to an address, from the page kept in home. One and
# two may be said in words; the list of gaps always says them in digits.
number_of() {
	tr '\n' ' ' <"$work/home" | sed 's/<a /\n<a /g' |
		grep -F "<a href=\"$1\"" |
		sed 's/<\/a>.*//; s/<[^>]*>//g' | grep -o '[0-9][0-9]*' |
		head -n 1
}

test 'the heading is the question, made from records' '
	request GET /en
	page_has "<h1>What did Iraq pledge in 2022, and what was announced since?</h1>"
	request GET /ar
	page_has "<h1>ما تعهدات العراق لعام 2022، وماذا أُعلن بعدها؟</h1>"
	request GET /ckb
	text_has "عێراق"
'

test 'the sentence counts the pledges of the forum and links to them' '
	request GET /en
	page_has "<a href=\"/en/pledges?cycle=C-2022\">7 pledges</a>"
	request GET /ar
	page_has "<a href=\"/ar/pledges?cycle=C-2022\">7 تعهدات</a>"
	rows_are 7 "/ar/pledges?cycle=C-2022"
'

for l in ar ckb en; do
	test "every number equals its list, its CSV and its JSON ($l)" '
		request GET /'$l'
		cp "$work/page" "$work/home"
		[ "$(number_of "/'$l'/actions")" -gt 0 ]
		rows_are "$(number_of "/'$l'/actions")" /'$l'/actions
		rows_are "$(number_of "/'$l'/updates")" /'$l'/updates
		kinds=$(grep -o "/'$l'/gaps/[a-z_]*" "$work/home" | sort -u)
		[ "$(printf "%s\n" "$kinds" | wc -l)" -ge 8 ]
		for url in $kinds; do
			rows_are "$(number_of "$url")" "$url"
		done
	'
done

test 'each of the seven pledges stands there with what is last known' '
	request GET /en
	for n in 1 2 3 4 5 6 7; do
		page_has "href=\"/en/pledges/IQ22-$n\""
	done
	text_has "IQ22-2 Improved collection and management of Migration Data its text is not known to us"
	text_has "21 February 2024 does not answer the target"
'

test 'the line of forums has today on it, and what is not known of 2026' '
	request GET /en
	page_has "role=\"group\" aria-labelledby=\"clock-t clock-d\""
	page_has ">Today</text>"
	page_has ">1 November 2026</text>"
	page_has "href=\"/en/events/IMRF-2026\""
	text_has "its outcome is not known"
'

test 'objectives are filled, hatched or empty, and stand in a table as well' '
	request GET /en
	page_has "<title>21: "
	page_has "class=\"b strong\""
	page_has "class=\"b hatched\""
	page_has "class=\"b gap\""
	[ "$(grep -o "href=\"/en/provisions/GCM-[0-9]*\"" "$work/page" | wc -l)" -eq 46 ]
	text_has "Empty means that we know of no pledge, not that nothing is done."
'

test 'an objective that no pledge answers any more becomes empty' '
	request GET /en
	before=$(grep -o "a pledge answers it</td>" "$work/page" | wc -l)
	mithaq unlink IQ22-5 answers GCM-19
	request GET /en
	[ "$(grep -o "a pledge answers it</td>" "$work/page" | wc -l)" -eq $((before - 1)) ]
'

test 'numbers that count all records do not say that all came after the forum' '
	request GET /en
	text_has "Our records hold 22 actions and 4 updates , from before the forum and since."
	text_lacks "Announced since"
'

test 'what is last known of a pledge stays in its track and comes by stated links' '
	request GET /en
	page_has "href=\"/en/milestones/M-003\""
	page_lacks "href=\"/en/milestones/M-004\""
'

test 'the card of the briefing names those who came, and that the list is open' '
	request GET /en
	page_has "href=\"/en/events/EV-2022-07-21/release\""
	text_has "Ministry of Planning"
	text_has "list not closed in the source"
'

test 'a demonstration says that it is one' '
	request GET /ar
	text_has "عرض تجريبي من مصادر علنية، ليس موقعاً رسمياً"
	page_has "noindex"
'

test 'neutral words: nothing is late and nothing has failed' '
	for l in ar ckb en; do
		request GET /$l
		text_lacks " late"
		text_lacks "failed"
		text_lacks "متأخر"
		text_lacks "فشل"
	done
'

test 'the sentence is read in one go' '
	request GET /en
	text_has ", 7 pledges were made. Our records hold"
	text_has "actions and"
	text_has "updates , from before the forum and since. Of the pledges,"
'

test 'the sentence counts however many pledges there are' '
	awk "BEGIN {
		print \"code,title:en,cycle\"
		for (i = 0; i < 1200; i++)
			printf \"MANY-%d,Many %d,C-2022\\n\", i, i
	}" >"$work/pledge.csv"
	mithaq import "$work/pledge.csv"
	request GET /en
	grep -q "/en/pledges?cycle=C-2022\">1,\{0,1\}207 pledges</a>" "$work/page"
	mithaq withdraw MANY-7 --reason test
	request GET /en
	grep -q "/en/pledges?cycle=C-2022\">1,\{0,1\}206 pledges</a>" "$work/page"
	mithaq set MANY-8 cycle=C-2030
	mithaq set MANY-9 cycle=C-2026
	request GET /ar
	grep -q "/ar/pledges?cycle=C-2022\">1,\{0,1\}204 تعهدات</a>" "$work/page"
'

start_with empty
test 'an empty installation has a home page too' '
	request GET /en
	status_is 200
	text_has "What was pledged, and what was announced since?"
'
start_with rehearsal
test 'another country has its own question' '
	request GET /en
	status_is 200
	text_lacks "Iraq"
	page_has "<h1>What did "
'
finish

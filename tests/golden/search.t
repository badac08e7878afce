#!/bin/sh
# search.t - records are found by their words, in any spelling, form and
# language, whatever is typed
. "${0%/*}/lib.sh"
start_with iraq

# first CODE QUERY [OPTION…]: the record comes first
first() {
	wanted=$1
	shift
	mithaq search "$@"
	[ "$(awk 'NR == 1 { print $1 }' "$work/out")" = "$wanted" ] && return
	echo "not first: $wanted"
	head -n 5 "$work/out"
	return 1
}
# among CODE QUERY [OPTION…]: the record is on the first page
among() {
	wanted=$1
	shift
	mithaq search "$@"
	grep -q "^$wanted " "$work/out" && return
	echo "not found: $wanted"
	head -n 20 "$work/out"
	return 1
}

# ---- words

test 'a name that is typed whole comes first, in every language' '
	first MOMD "وزارة الهجرة والمهجرين"
	first MOMD "Ministry of Migration and Displaced"
	first TWG "مجموعة العمل التقنية الوزارية المعنية بالهجرة" --kind organisation
'

test 'a form of a word finds its other forms' '
	among MOMD "المهجرين"
	among MOMD "والمهجرين"
	among IQ22-4 "العائدين"
	among IQ22-4 "للعائدين" --kind pledge
	among IQ22-4 "referrals" --kind pledge
'

test 'spellings of one name are one name' '
	mithaq search "كوردستان"
	cp "$work/out" "$work/one"
	mithaq search "کوردستان"
	diff "$work/one" "$work/out"
	grep -q "^IQ-KR " "$work/out"
	among IQ-KR "كردستان"
	among IQ-KR "Kurdistan"
	among PLAN-NPLAN "ريكخراو"
'

test 'tashkil, tatweel and digits make no difference' '
	mithaq search "الهجرة 2025"
	cp "$work/out" "$work/one"
	[ -s "$work/one" ]
	mithaq search "الْهِجْـــرَةُ ٢٠٢٥"
	diff "$work/one" "$work/out"
'

test 'a name of a term finds what bears its other names' '
	among TWG "فريق العمل التقني"
	among T-TWG "مجموعة العمل الفنية"
	among GCM "ميثاق مراكش للهجرة"
	request GET "/ar/search?q=فريق العمل التقني"
	text_has "مجموعة العمل التقنية الوزارية المعنية بالهجرة"
	text_has "بُحث كذلك عن الأسماء الأخرى لهذا المصطلح"
'

test 'the exact word weighs more than its other forms, a name more than a text' '
	mithaq search "الهجرة" --format json
	jq -e ".rows[0].score >= .rows[1].score and
		.rows[1].score >= .rows[19].score" "$work/out"
'

test 'all words are wanted; when none has all, some are enough' '
	request GET "/en/search?q=referral+mechanism+zzzzzz"
	text_has "No record has all the words"
	page_has "/en/pledges/IQ22-4"
	request GET "/en/search?q=referral+mechanism&kind=pledge"
	text_lacks "No record has all the words"
	page_has "<mark>"
'

test 'one wrong letter leads to the right word' '
	mithaq search kurdistna
	exit_is 66
	err_has "Did you mean: Kurdistan?"
	request GET "/en/search?q=mechanizm"
	page_has "<a href=\"/en/search?q=Mechanism"
	mithaq search "المهجررين" --lang en
	exit_is 66
'

# ---- filters

test 'a kind, an organisation, an objective and a cycle narrow what is found' '
	mithaq search "الهجرة" --kind pledge
	! grep -v "^IQ22-" "$work/out"
	among PLAN-NPLAN "الهجرة" --kind plan
	among S-MOMD-MIN "وزير" --organisation MOMD
	mithaq search "العائدين" --objective GCM-21 --kind pledge
	grep -q "^IQ22-4 " "$work/out"
	mithaq search "IQ22" --cycle C-2022 --kind pledge
	grep -q "^IQ22-4 " "$work/out"
'

test 'a filter that names nothing is told' '
	request GET "/en/search?q=migration&organisation=NOBODY"
	text_has "No record of this kind has this code: NOBODY"
	request GET "/en/search?q=migration&objective=MOMD"
	text_has "No record of this kind has this code: MOMD"
	request GET "/en/search?q=migration&kind=nothing"
	text_has "No record of this kind has this code: nothing"
'

# ---- the page

test 'the page marks the words, each in its language' '
	request GET "/en/search?q=العائدين&kind=pledge"
	page_has "<h2><a href=\"/en/pledges/IQ22-4\"><bdi>Expansion"
	page_has "<p lang=\"ar\" dir=\"rtl\">"
	page_has "<mark>"
	request GET "/ar/search?q=returnees&kind=pledge"
	page_has "<p lang=\"en\" dir=\"ltr\">"
'

test 'twenty at a time, and the next page has others' '
	request GET "/en/search?q=migration"
	page_count 20 "<li><p class=\"kind\">"
	page_has "rel=\"next\""
	grep -o "href=\"/en/[a-z]*/[^\"]*\"" "$work/page" | sort >"$work/one"
	request GET "/en/search?q=migration&page=2"
	page_has "rel=\"prev\""
	grep -o "<h2><a href=\"/en/[a-z]*/[^\"]*\"" "$work/page" |
		sed "s/<h2><a //" | sort >"$work/two"
	[ -s "$work/two" ]
	! comm -12 "$work/one" "$work/two" | grep .
	request GET "/en/search?q=migration&page=4000"
	request GET "/en/search?q=migration&page=-1"
	request GET "/en/search?q=migration&page=x"
'

test 'a code leads to its page' '
	request GET "/en/search?q=IQ22-4"
	status_is 303
	header_has "Location: /en/pledges/IQ22-4"
'

test 'the answer as data has the same rows' '
	request GET "/en/search?q=referral&format=json"
	jq -r ".rows[].code" "$work/page" >"$work/json"
	request GET "/en/search?q=referral&format=csv"
	sed 1d "$work/page" | tr -d "\r" | cut -d, -f2 | head -n 3 >"$work/csv"
	head -n 3 "$work/json" | diff - "$work/csv"
	mithaq search referral
	awk "{ print \$1 }" "$work/out" | head -n 3 | diff - "$work/csv"
	mithaq search referral --format json
	jq -r ".rows[].code" "$work/out" | diff - "$work/json"
'

test 'find goes by the beginning of a name, as a table and as data' '
	mithaq find "referral mech" --limit 12
	exit_is 66
	mithaq find IQ22 --limit 12
	awk "{ print \$1 }" "$work/out" >"$work/one"
	grep -q "^IQ22-4$" "$work/one"
	mithaq find IQ22 --format json
	jq -r ".[].code" "$work/out" | diff "$work/one" -
'

# ---- what changes

test 'what is saved is found at once, what is withdrawn no longer' '
	mithaq add action "title:en=Quokka census" kind=project stage=published
	mithaq search quokka
	out_has "Quokka census"
	made=$(awk "NR == 1 { print \$1 }" "$work/out")
	mithaq set "$made" "title:en=Wombat census"
	mithaq search quokkas
	exit_is 66
	first "$made" wombats
	mithaq withdraw "$made" --reason test
	mithaq search wombat
	exit_is 66
	mithaq undo "$made"
	first "$made" wombat
'

test 'drafts are found and marked' '
	mithaq add action "title:en=Numbat survey" kind=project stage=draft
	request GET "/en/search?q=numbat"
	page_has "Numbat"
	text_has "draft"
'

test 'what another edition may see is not found' '
	mithaq add action "title:en=Bilby survey" kind=project \
		stage=published edition=restricted
	mithaq search bilby
	exit_is 66
'

test 'the index is made anew and says the same' '
	mithaq search "الهجرة" --format json
	jq -c "[.count, (.rows | map(.score))]" "$work/out" >"$work/one"
	mithaq reindex
	mithaq search "الهجرة" --format json
	jq -c "[.count, (.rows | map(.score))]" "$work/out" | diff "$work/one" -
	mithaq check
'

test 'an index by older rules is named' '
	case $MITHAQ_TEST_DB in
	sqlite) sqlite3 "$work/db.sqlite" "UPDATE setting SET value = '\''0'\''
		WHERE key = '\''search_rules'\''" ;;
	pg) psql -X -q -d "$MITHAQ_DB" -c "UPDATE setting SET value = '\''0'\''
		WHERE key = '\''search_rules'\''" ;;
	esac
	mithaq check --lang en
	exit_is 71
	out_has "run mithaq reindex"
	request GET /en/search
	err_has "run mithaq reindex"
	mithaq reindex
	mithaq check
'

# ---- what people type

longer=$(printf 'تعهد %.0s' $(seq 2000))
many=$(printf 'w%s ' $(seq 3000))
# asked NAME QUERY: an answer, and never an error
asked() {
	request GET /ar/search "q=$2"
	status_is 200
	page_has "class=\"search\""
}
test 'whatever is typed is answered' '
	asked long "$longer"
	text_has "بُحث عن أول الكلمات فقط"
	asked many "$many"
	asked operators "\" OR ( * NEAR"
	asked columns "name : migration AND NOT {body} ^x +y"
	asked quotes "\"\"\"'\''\\"
	asked tashkil "ًٌٍَُِّْ"
	text_has "ليس فيما كُتب كلمة يُبحث عنها"
	asked emoji "😀 🇮🇶"
	asked bidi "$(printf "\342\200\256abc\342\200\254")"
	asked percent "100%_\\%"
	asked languages "миграция 移民 հղում მიგრაცია הגירה प्रवास"
	asked markup "<script>alert(1)</script>"
	page_lacks "<script>alert"
	asked stop "في من على"
	asked one "ع"
	asked number "1"
	asked nothing ""
	asked blanks "   "
'

test 'a lone surrogate and a zero byte are refused politely' '
	for bad in %ED%A0%80 %00 %FF; do
		request GET "/ar/search?q=$bad"
		exit_is 64
		err_has "The request could not be understood"
	done
'

test 'an empty database answers' '
	"$MITHAQ" init --db "sqlite:$work/empty.sqlite" >/dev/null 2>&1
	MITHAQ_DB=sqlite:$work/empty.sqlite
	request GET "/en/search?q=migration"
	text_has "No record was found"
	mithaq reindex
	mithaq check
'

test 'a search takes few statements' '
	for q in migration "referral zzzzzz" referal "الهجرة العائدين zzzz"; do
		request GET "/en/search?q=$q&kind=pledge&organisation=MOMD&objective=GCM-21&cycle=C-2022" --stats
		statements=$(sed -n "s/.*statements=\([0-9]*\).*/\1/p" "$work/err")
		echo "$q: $statements"
		[ "$statements" -le 17 ]
	done
'

# ---- more than are looked at

test 'of very many only the newest are ranked' '
	MITHAQ_DB=sqlite:$work/bulk.sqlite
	mithaq init --demo bulk --records 6000
	request GET "/en/search?q=planning"
	text_has "More than 1,000 records"
	mithaq search planning --format json
	jq -e ".more and .count == 1000 and .pages == 50" "$work/out"
	request GET "/en/search?q=planning&page=50"
	page_lacks "rel=\"next\""
'
finish

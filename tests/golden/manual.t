#!/bin/sh
# manual.t - the manual says nothing that is not so: its buttons, pages and
# commands exist under the very words that it uses, in three languages
. "${0%/*}/lib.sh"
start_with iraq

walk="$tree/tests/walks/manual.pl"
manual=$tree/docs/manual

# A chapter with one fault of each kind, to see that they are found.
planted=$work/manual
mkdir -p "$planted/ar" "$planted/ckb" "$planted/en"
cat >"$planted/en/01-wrong.md" <<'END'
Press **Frobnicate**, see [there](02-nowhere.md) or [here](/ar/gaps).
END
cp "$planted/en/01-wrong.md" "$planted/ckb/"

test 'what is wrong with a chapter is found' '
	perl "$walk" faults "$planted" "$tree/words" >"$work/out"
	out_has "en/01-wrong.md: no title"
	out_has "en/01-wrong.md: no word of the interface: Frobnicate"
	out_has "en/01-wrong.md: no such chapter: 02-nowhere.md"
	out_has "en/01-wrong.md: leads to another language: /ar/gaps"
	out_has "ckb/01-wrong.md: the Sorani does not say that it is unreviewed"
	out_has "ar/01-wrong.md: missing"
'

test 'each chapter is there in three languages and uses the words of the pages' '
	perl "$walk" faults "$manual" "$tree/words" >"$work/faults"
	cat "$work/faults"
	[ ! -s "$work/faults" ]
	[ "$(ls "$manual/ar" | wc -l)" -ge 10 ]
'

for lang in ar ckb en; do
	test "every chapter is served, in its order ($lang)" '
		request GET "/$lang/manual"
		grep -o "<li><a href=\"/$lang/manual/[a-z-]*" \
			"$work/page" | sed "s/.*manual.//;s/\".*//" >"$work/served"
		ls "$manual/$lang" | sed "s/^[0-9]*-//;s/\.md$//" >"$work/files"
		for name in $(cat "$work/files"); do
			grep -qx "$name" "$work/served" || {
				echo "not in the list: $name"
				exit 1
			}
			request GET "/$lang/manual/$name"
			status_is 200
			page_has "<h1>$(sed -n "1s/^# //p" \
				"$manual/$lang/"[0-9]*-"$name.md")</h1>"
		done
	'
	test "every link of the manual answers ($lang)" '
		perl "$walk" links "$manual" "$lang" >"$work/links"
		[ -s "$work/links" ]
		for path in $(cat "$work/links"); do
			request GET "$path"
			status_is 200
		done
	'
done

test 'every command that it names exists, with these options' '
	perl "$walk" commands "$manual" >"$work/commands"
	[ "$(wc -l <"$work/commands")" -ge 10 ]
	while read -r command options; do
		mithaq "$command" --help --lang en
		for option in $options; do
			[ "$option" = --help ] || out_has "$option"
		done
	done <"$work/commands"
'

# leads_to PATH CHAPTER
leads_to() {
	request GET "$1"
	page_has "rel=\"help\" href=\"/ar/manual$2\""
	request GET "/ar/manual$2"
	status_is 200
}

test 'the help of a page is the chapter about it' '
	leads_to /ar ""
	leads_to /ar/pledges /find
	leads_to /ar/pledges/IQ22-4 /chain
	leads_to /ar/pledges/new /add
	leads_to /ar/pledges/IQ22-4/edit /add
	leads_to /ar/pledges/IQ22-4/link /link
	leads_to /ar/pledges/IQ22-4/withdraw /change
	leads_to /ar/pledges/IQ22-4/history /change
	leads_to /ar/pledges/IQ22-4/chain /chain
	leads_to /ar/gaps/pledge_quiet /gaps
	leads_to /ar/report-back /gaps
	leads_to /ar/terms /translate
	leads_to /ar/search /find
'

# says PATH WORDS
says() {
	request GET "$1"
	tr "\n" " " <"$work/page" |
		sed "s|.*<details class=\"help\">||;s|</details>.*||" >"$work/out"
	out_has "What is this page?"
	out_has "$2"
}

test 'every page says in a sentence what it is' '
	says /en "What the State pledged"
	says /en/pledges "What the State has promised in public"
	says /en/terms "Official terms"
	says /en/bodies "Working groups"
	says /en/pledges/IQ22-4 "The page of one record"
	says /en/bodies/TWG "The page of one record"
	says /en/actions/new "A form to add a record"
	says /en/pledges/IQ22-4/edit "A form to change the record"
	says /en/pledges/IQ22-4/link "The links of the record"
	says /en/pledges/IQ22-4/withdraw "A withdrawn record can still be read"
	says /en/pledges/IQ22-4/history "Every change of the record"
	says /en/pledges/IQ22-4/chain "The way from the promise to the proof"
	says /en/events/EV-2022-07-21/release "Mithaq wrote it"
	says /en/gaps "What we do not know between"
	says /en/gaps/pledge_quiet "What we do not know between"
	says /en/report-back "One sheet to print"
	says /en/records "Every kind of record"
	says /en/search "Type one word"
	says /en/translation "Texts of records and words"
	says /en/manual/find "Short chapters"
'

test 'a chapter leads to its neighbours, and a chapter that is not there to none' '
	request GET /en/manual/find
	page_has "rel=\"prev\" href=\"/en/manual/mithaq\""
	page_has "rel=\"next\" href=\"/en/manual/chain\""
	request GET /en/manual/mithaq
	page_has "href=\"/en/manual/marks\""
	request GET /en/manual/nothing
	status_is 404
	request GET /en/manual/ar
	status_is 404
'

finish

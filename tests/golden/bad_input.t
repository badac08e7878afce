#!/bin/sh
# bad_input.t - what people and programs send wrongly: a clear message in
# the reader's language, what was typed kept, the right status or exit code,
# nothing half done
. "${0%/*}/lib.sh"
start_with iraq

entries() {
	"$MITHAQ" verify --format json | sed -n 's/.*"checked":\([0-9]*\).*/\1/p'
}
before=$(entries)

test 'a day that does not exist is named, and what was typed is kept' '
	request POST /ar/pledges/new "title:ar=تعهد للتجربة" cycle=C-2022 due_on=31.02.2024
	status_is 422
	page_has "تعهد للتجربة"
	page_has "value=\"31.02.2024\""
	text_has "خطأ"
	text_has "31.02.2024"
'

test 'the same day on the command line' '
	mithaq add pledge "title:ar=تعهد" cycle=C-2022 due_on=31.02.2024 --lang ar
	exit_is 65
	err_has "31.02.2024"
	err_has "due_on"
'

test 'a date in Arabic digits is right' '
	mithaq set IQ22-1 "due_on=٣١/١٢/٢٠٢٦"
	mithaq show IQ22-1 --lang en
	out_has "2026-12-31"
	mithaq undo IQ22-1
'

test 'a reference to nothing is named' '
	request POST /ckb/pledges/new "title:ckb=بەڵێن" cycle=NOWHERE
	status_is 422
	page_has NOWHERE
	page_has "lang=\"ckb\" dir=\"rtl\""
'

test 'a reference to another kind of record is named' '
	mithaq add pledge "title:en=x" cycle=MOMD
	exit_is 65
	err_has MOMD
'

test 'a code that is taken, a code that cannot be one' '
	request POST /ar/pledges/new code=IQ22-4 "title:ar=آخر" cycle=C-2022
	status_is 422
	page_has IQ22-4
	request POST /en/pledges/new "code=a/b c" "title:en=x" cycle=C-2022
	status_is 422
	page_has "a/b c"
	request POST /en/pledges/new code=new "title:en=x" cycle=C-2022
	status_is 422
'

test 'a tree that bites its tail' '
	mithaq add theme code=TH-1 "title:en=one"
	mithaq add theme code=TH-2 "title:en=two" parent=TH-1
	mithaq set TH-1 parent=TH-2 --lang ar
	exit_is 65
	err_has parent
	mithaq set TH-1 parent=TH-1
	exit_is 65
	mithaq withdraw TH-2 --reason test
	mithaq withdraw TH-1 --reason test
'

test 'a link of a kind that does not join these, to itself, or twice' '
	mithaq link IQ22-1 serves A-001
	exit_is 65
	mithaq link TH-1 cites TH-1
	exit_is 65
	mithaq link A-001 serves IQ22-4
	exit_is 65
	mithaq link A-001 invents IQ22-4
	exit_is 65
'

test 'controls are refused, bidirectional overrides fall away' '
	mithaq set IQ22-1 "title:en=a$(printf "\001")b"
	exit_is 65
	mithaq set IQ22-1 "title:en=abc$(printf "\342\200\256")def"
	mithaq show IQ22-1 --lang en
	out_has "abcdef"
	mithaq undo IQ22-1
'

test 'bytes that are not UTF-8 are refused' '
	mithaq set IQ22-1 "title:en=$(printf "a\377b")"
	exit_is 65
'

test 'U+0000 and broken escapes in an address are refused' '
	request GET /ar/pledges/IQ22%00-1
	exit_is 64
	request GET /ar/pledges/IQ%zz
	exit_is 64
	request GET "/ar/pledges?order=%ff"
	exit_is 64
'

test 'unknown and hostile fields change nothing they should not' '
	mithaq set IQ22-1 nonsense=1 --lang ar
	exit_is 65
	err_has nonsense
	version=$("$MITHAQ" show IQ22-1 --format json --lang en |
		sed "s/.*\"version\":\([0-9]*\).*/\1/")
	request POST /en/pledges/IQ22-1/edit version=$version id=999 made_by=me \
		"title:en=<script>alert(1)</script>" "\"><b>=x"
	status_is 303
	request GET /en/pledges/IQ22-1
	page_lacks "<script>alert"
	page_has "&lt;script&gt;alert(1)&lt;/script&gt;"
	page_lacks "operator\">me"
	mithaq undo IQ22-1
'

test 'a text longer than its field is refused with its limit' '
	mithaq set IQ22-1 "title:en=$(head -c 3000 /dev/zero | tr "\0" x)"
	exit_is 65
	err_has 400
'

test 'a file with a cell of 10 MB is refused, not swallowed' '
	{ echo "code,title:en"; printf "TH-BIG,"; head -c 10485760 /dev/zero | tr "\0" x; echo; } >"$work/theme.csv"
	mithaq import "$work/theme.csv" --lang ar
	exit_is 65
	mithaq find TH-BIG
	exit_is 66
'

test 'a page that is not there, in the language of the reader' '
	request GET /ar/nowhere
	status_is 404
	page_has "lang=\"ar\" dir=\"rtl\""
	request GET /en/pledges/IQ99-9
	status_is 404
	request GET /xx/pledges
	status_is 404
'

test 'a method that a page does not have, with those it has' '
	request DELETE /ar/pledges/IQ22-4
	status_is 405
	header_has "Allow: GET, HEAD"
	request POST /ar/gaps
	status_is 405
'

test 'a list that does not exist in that order, a gap that is none' '
	request GET "/ar/pledges?order=nonsense"
	status_is 400
	request GET /ar/gaps/nonsense
	status_is 404
	mithaq list pledge --order nonsense
	exit_is 64
	mithaq list nonsense
	exit_is 64
'

test 'a cursor that somebody made up is a place, not a fault' '
	request GET "/ar/pledges?after=%2e%2e.999999999999"
	status_is 200
	request GET "/ar/pledges?order=due_on&after=x.y.z"
	status_is 200
'

test 'a withdrawal without a reason, a save from an old form' '
	mithaq withdraw IQ22-1
	exit_is 65
	request POST /ar/pledges/IQ22-1/edit version=0 "title:ar=قديم"
	status_is 409
	page_has "قديم"
'

test 'serving beyond this machine is refused, with the reason' '
	mithaq serve --address 0.0.0.0 --lang ar
	exit_is 77
	err_has "0.0.0.0"
	mithaq serve --address 192.0.2.1 --lang en
	exit_is 77
	err_has "accounts"
'

test 'a command, an option and a word that do not exist' '
	mithaq nonsense
	exit_is 64
	mithaq list pledge --nonsense
	exit_is 64
	mithaq show
	exit_is 64
	mithaq list pledge --today 2026-13-01
	exit_is 64
'

test 'of very many problems the rest is counted' '
	awk "BEGIN {
		printf \"code,title:en\"
		for (i = 0; i < 230; i++) printf \",zz%d\", i
		printf \"\\nA-9,x\"
		for (i = 0; i < 230; i++) printf \",\"
		printf \"\\n\"
	}" >"$work/action.csv"
	mithaq import "$work/action.csv" --dry-run --lang en
	exit_is 65
	err_has "and 30 further problems"
'

test 'all that left as many log entries as were meant, and a whole log' '
	mithaq verify --lang en
	[ "$(entries)" -eq $((before + 10)) ] || {
		echo "expected $((before + 10)), are $(entries)"
		false
	}
'

if [ "$MITHAQ_TEST_DB" = sqlite ]; then
	test 'a file that cannot be written is told' '
		cp "$work/db.sqlite" "$work/locked.sqlite"
		chmod 444 "$work/locked.sqlite"
		mkdir "$work/locked"
		mv "$work/locked.sqlite" "$work/locked/db"
		chmod 555 "$work/locked"
		[ "$(id -u)" -ne 0 ] || exit 0
		mithaq set IQ22-1 due_on=2030 --db "sqlite:$work/locked/db" --lang ar
		exit_is 73
		chmod 755 "$work/locked"
	'
	test 'a file that is no database is told' '
		echo "this is no database at all, only words" >"$work/words"
		mithaq list pledge --db "sqlite:$work/words" --lang ar
		exit_is 76
		mithaq list pledge --db "sqlite:$work/none"
		exit_is 66
		err_has "mithaq init"
	'
fi
finish

#!/bin/sh
# cli.t - what the command line says of itself, of records and of mistakes
. "${0%/*}/lib.sh"
start_with iraq

test 'help is a command too, in the language asked' '
	for lang in ar ckb en; do
		mithaq --help --lang $lang
		cp "$work/out" "$work/all"
		mithaq help --lang $lang
		cmp "$work/out" "$work/all"
		mithaq show --help --lang $lang
		cp "$work/out" "$work/one"
		mithaq help show --lang $lang
		cmp "$work/out" "$work/one"
	done
	mithaq help nonsense --lang en
	exit_is 64
	err_has nonsense
'
test 'more options than can be kept are not called unknown' '
	set --
	for i in $(seq 41); do set -- "$@" --header "X-$i:1"; done
	mithaq request -i GET /en "$@" --lang en
	exit_is 64
	err_has "No more than 40 options"
	err_lacks header
'
test 'a code that leads nowhere is repeated' '
	for words in "show NO-SUCH" "history NO-SUCH" "chain NO-SUCH" \
		"undo NO-SUCH" "withdraw NO-SUCH --reason x" \
		"set NO-SUCH title:en=x" "list pledge --filter cycle=NO-SUCH" \
		"report press-release NO-SUCH" "import NO-SUCH" \
		"restore NO-SUCH" "find NO-SUCH" "undo --import 654321"
	do
		mithaq $words --lang en
		exit_is 66
		case $words in
		*654321) err_has 654321 ;;
		*) err_has NO-SUCH ;;
		esac
	done
'
test 'a value that an option cannot have is named' '
	for words in "--format xml" "--limit many" "--limit -1" "--lang xx"; do
		mithaq list pledge --lang en $words
		exit_is 64
		err_has "$words"
	done
	mithaq serve --port http --lang en
	exit_is 64
	err_has "--port http"
'
test 'show says choices in words and what refs are called' '
	mithaq show IQ22-4 --lang en
	out_has "Cycle: C-2022 First cycle, 2018–2022"
	out_has "Scope: partly outside the framework"
	out_lacks partly_outside
	mithaq show IQ22-4 --lang ar
	out_lacks published
	out_lacks partly_outside
	mithaq show IQ22-4 --lang ckb
	out_lacks published
'
# Fields of whose value the preferred fact, or the first, is inferred.
test 'show marks what was inferred, and only that' '
	"$MITHAQ" export "$work/exported" >/dev/null
	python3 - "$work/exported/fact.csv" >"$work/wanted" <<-END
	import csv, sys
	first, facts = {}, list(csv.DictReader(open(sys.argv[1],
	                                            encoding="utf-8-sig")))
	for f in facts:
	    key = f["about"], f["field"].split(":")[0]
	    if f["stage"] != "published" or f["field"].startswith("link"):
	        continue
	    if ":" in f["field"] or not key[1]:
	        continue
	    if key not in first or f["preferred"] == "yes":
	        first[key] = f
	for (about, field), f in sorted(first.items()):
	    if about.startswith("IQ22") or about.startswith("A-00"):
	        print(about, field, f["kind"])
	END
	grep -q inferred "$work/wanted"
	grep -q stated "$work/wanted"
	while read -r code field kind; do
		label=$(sed -n "/^msgid \"[a-z]*\.$field\"$/{n;s/msgstr \"\(.*\)\"/\1/p}" \
			"$tree/words/en.po")
		"$MITHAQ" show "$code" --lang en >"$work/out"
		echo "$label" | while read -r l; do
			grep -F "$l: " "$work/out" || true
		done | head -n 1 >"$work/line"
		[ -s "$work/line" ] || continue
		case $kind in
		inferred) grep -q "\[inferred\]$" "$work/line" ;;
		stated) ! grep -q "\[inferred\]$" "$work/line" ;;
		esac || { echo "$code $field $kind"; cat "$work/line"; exit 1; }
		echo "$kind" >>"$work/seen"
	done <"$work/wanted"
	grep -q inferred "$work/seen"
	grep -q stated "$work/seen"
'
test 'a filter, an order or a value that no list knows is named' '
	for format in table csv json; do
		mithaq list pledge --filter colour=red --format $format --lang en
		rm -f "$work/open"
		[ "$(cat "$work/exit")" -ne 0 ]
		cat "$work/out" "$work/err" >"$work/both"
		has both colour
		has both cycle
	done
	mithaq list pledge --filter kind=no-kind --lang en
	rm -f "$work/open"
	[ "$(cat "$work/exit")" -ne 0 ]
	err_has no-kind
	err_has individual
	request GET "/en/pledges?colour=red"
	status_is 400
	text_has "This list has no filter \"colour\""
	request GET "/ar/pledges?colour=red"
	status_is 400
	text_has "colour"
	request GET "/en/pledges?order=colour"
	status_is 400
	text_has "colour"
	text_has "due_on"
	request GET "/en/pledges?kind=red&format=json"
	status_is 400
	page_has "red"
	page_has "individual"
	request GET "/en/pledges?order=due_on&after="
	status_is 200
'
finish

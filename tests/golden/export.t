#!/bin/sh
# An export is what import reads: into the same database it changes nothing,
# into an empty one it makes the same again.
. "${0%/*}/lib.sh"

for demo in iraq rehearsal; do
	[ -d "$tree/packs/$demo" ] || continue
	start_with "$demo"
	test "$demo: an export has every record" '
		rm -rf "$work/one"
		mithaq export "$work/one"
		grep -q "^state," "$work/one/manifest.csv"
		[ "$(head -n 1 "$work/one/pledge.csv" | cut -d, -f1)" = code ]
		"$MITHAQ" list pledge --format csv --limit 500 |
			tail -n +2 | cut -d, -f1 | sort >"$work/listed"
		[ -s "$work/listed" ]
		while read -r code; do
			grep -q "^$code," "$work/one/pledge.csv"
		done <"$work/listed"
	'
	test "$demo: imported over itself it changes nothing" '
		mithaq import "$work/one" --lang en
		out_has "new 0"
		out_has "changed 0"
		out_has "refused 0"
	'
	test "$demo: one entity goes to standard output" '
		mithaq export --entity pledge
		cmp "$work/out" "$work/one/pledge.csv"
	'
	start_with empty
	test "$demo: in an empty database it is the same again" '
		rm -rf "$work/two"
		mithaq import "$work/one" --lang en
		out_has "refused 0"
		mithaq export "$work/two"
		diff -r "$work/one" "$work/two"
		mithaq verify
	'
done

start_with rehearsal
# Which languages of the pledge say that their original has changed.
out_of_date() {
	for lang in ckb en; do
		"$MITHAQ" request GET "/$lang/pledges/XX22-5" >"$work/page"
		case $lang in
		ckb) mark='دەقی سەرەکی دواتر گۆڕاوە' ;;
		en) mark='the original has changed since' ;;
		esac
		grep -qF "$mark" "$work/page" && printf '%s ' "$lang"
	done
	return 0
}
test 'without translations out of date there is no column for them' '
	[ -z "$(out_of_date)" ]
	mithaq export "$work/young"
	! head -n 1 "$work/young/pledge.csv" | grep -q title:..:made_from
'
test 'a translation that its original outran is exported as such' '
	mithaq set XX22-5 "title:ar=عنوان آخر"
	[ "$(out_of_date)" = "ckb en " ]
	mithaq set XX22-5 "title:ckb=ناونیشانێکی تر"
	[ "$(out_of_date)" = "en " ]
	rm -rf "$work/old"
	mithaq export "$work/old"
	head -n 1 "$work/old/pledge.csv" | grep -q title:en:made_from
	! head -n 1 "$work/old/pledge.csv" | grep -q title:ckb:made_from
	grep "^XX22-5," "$work/old/pledge.csv" | grep -q ",earlier,"
	mithaq import "$work/old" --lang en
	out_has "changed 0"
'
start_with empty
test 'what is out of date stays so in another database' '
	mithaq import "$work/old" --lang en
	out_has "refused 0"
	[ "$(out_of_date)" = "en " ]
	rm -rf "$work/old2"
	mithaq export "$work/old2"
	diff -r "$work/old" "$work/old2"
	mithaq set XX22-5 "title:en=Another title"
	[ -z "$(out_of_date)" ]
'
test 'what is none of its words is refused in that column' '
	printf "code,title:en,title:en:made_from\nXX22-5,Third,later\n" \
		>"$work/pledge.csv"
	mithaq import "$work/pledge.csv" --lang en
	exit_is 65
	out_has "pledge.csv:2:3"
	out_has "earlier"
'

test 'no spreadsheet takes a text for a formula' '
	mithaq add organisation code=FX kind=agency "name:en==1+1"
	mithaq export --entity organisation
	out_has "'"'"'=1+1"
	cp "$work/out" "$work/organisation.csv"
	mithaq import "$work/organisation.csv" --lang en
	out_has "changed 0"
'
test 'a folder that cannot be written is said' '
	mithaq export /proc/nowhere
	rm -f "$work/open"
	[ "$(cat "$work/exit")" -ne 0 ]
'
finish

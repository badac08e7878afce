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

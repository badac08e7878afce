#!/bin/sh
# Files into records: row by row, whole or not at all, twice is nothing, and
# undone as a whole.
. "${0%/*}/lib.sh"
start_with iraq

# file NAME, from standard input
file() {
	mkdir -p "$work/files"
	cat >"$work/files/$1"
}
batch() {
	sed -n 's/^.*import.* \([0-9][0-9]*\)$/\1/p' "$work/out" | tail -n 1
}
# The number of rows of an entity.
rows() {
	"$MITHAQ" list "$1" --format csv --limit 500 | tail -n +2 | wc -l
}

test 'the pack again changes nothing' '
	mithaq import "$tree/packs/iraq" --lang en
	out_has "new 0"
	out_has "changed 0"
	out_has "refused 0"
	mithaq verify
'

file pledge.csv <<'END'
code,title:ar,title:en,cycle,due_on
X-1,تعهد,A pledge,C-2022,٣١/١٢/٢٠٢٦
IQ22-4,,Another title,C-2022,
X-2,تعهد,,C-2022,31.02.2024
END
test 'a dry run shows new, changed with the difference, and refused' '
	mithaq import "$work/files/pledge.csv" --dry-run --lang en
	exit_is 65
	out_has "pledge.csv:2 new pledge X-1"
	out_has "pledge.csv:3 changed pledge IQ22-4"
	out_has "→ Another title"
	out_has "pledge.csv:4 refused pledge X-2"
	out_has "pledge.csv:4:5 due_on: There is no such day as \"31.02.2024\"."
	out_has "new 1"
'
test 'with a row refused nothing is stored' '
	before=$(rows pledge)
	[ "$before" -gt 0 ]
	mithaq import "$work/files/pledge.csv" --lang ar
	exit_is 65
	[ "$(rows pledge)" = "$before" ]
	mithaq show IQ22-4 --lang en
	out_lacks "Another title"
'

file pledge.csv <<'END'
code,title:ar,title:en,cycle,due_on
X-1,تعهد,A pledge,C-2022,٣١/١٢/٢٠٢٦
IQ22-4,,Another title,C-2022,
END
test 'without it everything is, under one number' '
	mithaq import "$work/files/pledge.csv" --lang en
	out_has "new 1"
	out_has "changed 1"
	batch >"$work/batch"
	[ -s "$work/batch" ]
	mithaq show X-1 --lang en
	out_has "2026"
	mithaq show IQ22-4 --lang en
	out_has "Another title"
	mithaq import "$work/files/pledge.csv" --lang en
	out_has "same 2"
	mithaq history IQ22-4 --lang en
	mithaq verify
'
test 'and it is undone as a whole' '
	mithaq undo --import "$(cat "$work/batch")"
	mithaq show IQ22-4 --lang en
	out_lacks "Another title"
	mithaq show X-1
	mithaq verify
'
test 'the same file brings back what was undone' '
	mithaq import "$work/files/pledge.csv" --lang en
	out_has "changed 2"
	batch >"$work/batch"
	mithaq list pledge --format csv
	out_has X-1
	request GET /ar/pledges/X-1
	status_is 200
'
test 'not when somebody changed a record since' '
	mithaq set IQ22-4 "title:en=Mine"
	mithaq undo --import "$(cat "$work/batch")"
	exit_is 65
	out_has IQ22-4
	mithaq show IQ22-4 --lang en
	out_has Mine
'
test 'what people changed is kept when the pack comes again' '
	mithaq import "$tree/packs/iraq" --lang en
	out_has "pledge.csv:5 kept"
	out_has "refused 0"
	mithaq show IQ22-4 --lang en
	out_has Mine
'

file pledge.csv <<'END'
code,titel:en,cycle
X-3,Three,C-2022
END
file twice.csv <<'END'
code,title:en,cycle
X-3,Three,C-2022
X-3,Three,C-2022
END
printf 'code,title:en,cycle\nX-3,"Three,C-2022\n' >"$work/files/open.csv"
: >"$work/files/empty.csv"
test 'a mistake is named with its place and what would be right' '
	mithaq import "$work/files/pledge.csv" --lang en
	exit_is 65
	out_has "titel:en"
	out_has "title:en"
	mithaq import "$work/files/twice.csv" --entity pledge --lang en
	exit_is 65
	out_has "twice.csv:3:1"
	mithaq import "$work/files/open.csv" --entity pledge --lang en
	exit_is 65
	out_has "never closed"
	mithaq import "$work/files/empty.csv" --entity pledge --lang en
	exit_is 65
	mithaq import "$work/files/twice.csv" --lang en
	exit_is 65
	mithaq import "$work/files/nowhere.csv"
	exit_is 66
'

printf 'code;name:ar;kind\r\nMIN-X;\346\322\307\321\311;ministry\r\n' \
	>"$work/files/windows.csv"
printf '\357\273\277code\tname:en\tkind\nMIN-Y\tMinistry\tministry\n' \
	>"$work/files/mark.csv"
test 'files of Arabic Windows and of Excel are read' '
	mithaq import "$work/files/windows.csv" --entity organisation
	mithaq show MIN-X --lang ar
	out_has وزارة
	mithaq import "$work/files/mark.csv" --entity organisation
	mithaq show MIN-Y --lang en
	out_has Ministry
'

file link.csv <<'END'
kind,from,to,provenance
leads,MIN-X,X-1,stated
END
test 'a link goes by code, and the chain follows' '
	mithaq import "$work/files/link.csv" --lang en
	out_has "new link leads MIN-X X-1"
	request GET /ar/pledges/X-1
	status_is 200
	page_has وزارة
'

test 'a failing statement leaves everything as it was' '
	before=$(rows organisation)
	[ "$before" -gt 0 ]
	file many.csv <<-END
	code,name:en,kind
	M-X1,One,ministry
	M-X2,Two,ministry
	END
	for n in 5 12 25; do
		mithaq import "$work/files/many.csv" --entity organisation \
			--fail-at "$n"
		rm -f "$work/open"
		[ "$(cat "$work/exit")" -ne 0 ]
		[ "$(rows organisation)" = "$before" ]
	done
	mithaq verify
'
start_with rehearsal
# What a setting is now.
setting() {
	rm -rf "$work/now"
	"$MITHAQ" export "$work/now" >/dev/null
	sed -n "s/^$1,//p" "$work/now/manifest.csv"
}
mkdir -p "$work/hand"
printf 'key,value\nfeatured_event,EV-XX-2027\n' >"$work/hand/manifest.csv"
cp -r "$tree/packs/rehearsal" "$work/pack"

test 'what people set is known, and a pack leaves it as it is' '
	was=$(setting featured_event)
	[ "$was" != EV-XX-2027 ]
	mithaq import "$work/hand" --lang en
	out_has "manifest.csv:2 changed setting featured_event"
	out_has "setting.featured_event: $was → EV-XX-2027"
	out_has "settings changed 1"
	mithaq import "$work/pack" --dry-run --lang en
	out_has "kept as people changed it setting featured_event"
	out_has "setting.featured_event: EV-XX-2027 → $was"
	out_has "settings kept as people changed them 1"
	mithaq import "$work/pack" --lang en
	out_has "settings kept as people changed them 1"
	out_lacks "settings changed"
	[ "$(setting featured_event)" = EV-XX-2027 ]
'
test 'what nobody touched follows the pack, also in a dry run' '
	was=$(setting next_forum)
	sed -i "s/^next_forum,.*/next_forum,EV-XX-2027/" "$work/pack/manifest.csv"
	mithaq import "$work/pack" --dry-run --lang en
	out_has "changed setting next_forum"
	[ "$(setting next_forum)" = "$was" ]
	mithaq import "$work/pack" --lang en
	out_has "settings changed 1"
	sed -n "s/^import number //p" "$work/out" >"$work/batch"
	[ "$(setting next_forum)" = EV-XX-2027 ]
	[ "$(setting featured_event)" = EV-XX-2027 ]
	mithaq undo --import "$(cat "$work/batch")"
	[ "$(setting next_forum)" = "$was" ]
'
test 'undoing an import leaves a setting that was changed since' '
	mithaq import "$work/pack" --lang en
	sed -n "s/^import number //p" "$work/out" >"$work/batch"
	printf "key,value\nnext_forum,EV-XX-2024-01-23\n" >"$work/hand/manifest.csv"
	mithaq import "$work/hand" --lang en
	mithaq undo --import "$(cat "$work/batch")"
	[ "$(setting next_forum)" = EV-XX-2024-01-23 ]
'
finish

#!/bin/sh
# edges.t - the steps of the chain are what links and fields say, whatever
# happened to the records
. "${0%/*}/lib.sh"
start_with iraq

# What the steps should be, from the records alone.
made="SELECT from_entity, \"from\", to_entity, \"to\", id,
	COALESCE(provenance, '') FROM link
	WHERE kind = 'serves' AND stage <> 'withdrawn'
UNION ALL SELECT 'goal', id, 'plan', \"plan\", 0, '' FROM goal
	WHERE \"plan\" IS NOT NULL
UNION ALL SELECT 'goal', id, 'goal', parent, 0, '' FROM goal
	WHERE parent IS NOT NULL
UNION ALL SELECT 'milestone', id, 'action', \"action\", 0, ''
	FROM milestone WHERE \"action\" IS NOT NULL
UNION ALL SELECT 'update', id, about_entity, about, 0, ''
	FROM \"update\" WHERE about IS NOT NULL"
kept="SELECT entity, row_id, to_entity, to_id, link,
	COALESCE(provenance, '') FROM edge"

ask() {
	case $MITHAQ_TEST_DB in
	sqlite) sqlite3 -readonly "$work/db.sqlite" "$1" ;;
	pg) psql -X -q -A -t -d "$MITHAQ_DB" -c "$1" ;;
	esac
}

steps_are_right() {
	ask "$made" | sort >"$work/made"
	ask "$kept" | sort >"$work/kept"
	[ -s "$work/kept" ]
	diff "$work/made" "$work/kept"
}

test 'as loaded' steps_are_right
test 'a step that is missing would be seen' '
	sed 1d "$work/kept" >"$work/fewer"
	! diff "$work/made" "$work/fewer" >/dev/null
'
test 'a new action that serves a pledge, and one link less' '
	"$MITHAQ" add action code=A-991 title:en=Trial kind=reform >/dev/null
	"$MITHAQ" link A-991 serves IQ22-1 >/dev/null
	steps_are_right
	grep -c "action" "$work/kept" >"$work/before"
	"$MITHAQ" unlink A-991 serves IQ22-1 >/dev/null
	steps_are_right
	! grep -c "action" "$work/kept" | diff "$work/before" - >/dev/null
'
test 'a milestone under another action' '
	"$MITHAQ" set M-003 action=A-991 >/dev/null
	steps_are_right
'
test 'a withdrawn action keeps its steps, for the day it comes back' '
	"$MITHAQ" withdraw A-991 --reason Trial >/dev/null
	steps_are_right
'
finish

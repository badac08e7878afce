#!/bin/sh
# entity_walk.t - every entity, through forms, JSON, CSV and both databases
. "${0%/*}/lib.sh"
start_with empty

# The other database is always the other kind, where there is one.
other=sqlite:$work/other.sqlite
if [ "$MITHAQ_TEST_DB" = sqlite ] && [ -n "${MITHAQ_TEST_PG:-}" ]; then
	name=golden_$$_other
	pg_sql "CREATE DATABASE $name TEMPLATE template0" >/dev/null ||
		bail 'no database could be made'
	databases="$databases $name"
	other=$(pg_url "$name")
fi
"$MITHAQ" init --db "$other" >"$work/made" 2>&1 ||
	bail 'the other database was not made' "$work/made"
perl "$tree/tests/walks/entities.pl" "$other"

#!/bin/sh
# pg_away.t - a PostgreSQL that goes away while we serve, and comes back
. "${0%/*}/lib.sh"
if [ "$MITHAQ_TEST_DB" != pg ]; then
	skip 'a database that goes away' 'only a server can'
	finish
fi
start_with rehearsal
perl "$tree/tests/walks/away.pl"

#!/bin/sh
# pseudo.t - no words for people stand in the program itself: with words that
# are marked, every page says marked words and data only
. "${0%/*}/lib.sh"

case $MITHAQ_TEST_DB in
sqlite) data=iraq ;;
pg) data=empty ;;
esac
start_with "$data"
MITHAQ=$MITHAQ-pseudo
[ -x "$MITHAQ" ] || bail "$MITHAQ is missing: make pseudo"
perl "$tree/tests/walks/pseudo.pl" "$data"

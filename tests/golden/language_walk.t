#!/bin/sh
# language_walk.t - every page of the rehearsal demo in ar, ckb and en, with
# every field of every entity also filled with texts that break programs
. "${0%/*}/lib.sh"
start_with rehearsal

perl "$tree/tests/walks/nasty.pl" >"$work/nasty" 2>&1 ||
	bail 'the nasty texts were not taken' "$work/nasty"
case $MITHAQ_TEST_DB in
sqlite) perl "$tree/tests/walks/crawl.pl" rehearsal ar:few ckb:few en:few ;;
pg) perl "$tree/tests/walks/crawl.pl" rehearsal ckb:few ;;
esac

#!/bin/sh
# link_walk.t - every link of every page of the Iraq demo answers, every
# record can be reached from the home page
. "${0%/*}/lib.sh"
start_with iraq

# Which database it is makes no difference to what a page leads to; that the
# pages are there on both is what is looked at here.
case $MITHAQ_TEST_DB in
sqlite) perl "$tree/tests/walks/crawl.pl" iraq ar ckb:few en:few ;;
pg) perl "$tree/tests/walks/crawl.pl" iraq ar:few ;;
esac

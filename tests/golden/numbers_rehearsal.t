#!/bin/sh
# numbers_rehearsal.t - the same where pledges of other cycles exist
. "${0%/*}/lib.sh"
start_with rehearsal
perl "$tree/tests/walks/numbers.pl"

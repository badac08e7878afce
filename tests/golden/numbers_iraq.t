#!/bin/sh
# numbers_iraq.t - the numbers on the home page are those of their lists
. "${0%/*}/lib.sh"
start_with iraq
perl "$tree/tests/walks/numbers.pl"

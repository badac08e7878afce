#!/bin/sh
# two_writers.t - many write at once; nothing is lost, nothing is refused
. "${0%/*}/lib.sh"
start_with iraq
perl "$tree/tests/walks/writers.pl"

#!/bin/sh
# failure.t - the n-th statement fails, for every n: before or after, never
# between, and the message says so
. "${0%/*}/lib.sh"
start_with rehearsal
perl "$tree/tests/walks/failure.pl"

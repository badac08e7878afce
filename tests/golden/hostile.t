#!/bin/sh
# hostile.t - what comes over the wire wrongly while others are served, and a
# disk that is full
. "${0%/*}/lib.sh"
start_with iraq
perl "$tree/tests/walks/hostile.pl"

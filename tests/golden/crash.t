#!/bin/sh
# crash.t - the power fails at every write: nothing is half done, and what
# was acknowledged is there
. "${0%/*}/lib.sh"
start_with rehearsal
perl "$tree/tests/walks/crash.pl"

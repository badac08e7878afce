#!/bin/sh
# honesty.t - what is inferred, rendered or not known says so
. "${0%/*}/lib.sh"
start_with iraq
perl "$tree/tests/walks/honesty.pl"

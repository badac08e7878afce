#!/bin/sh
# done_when.t - a link taken away changes gaps, home and chain, and undo
# restores all three
. "${0%/*}/lib.sh"
start_with iraq
perl "$tree/tests/walks/chain_undo.pl" A-021 IQ22-1

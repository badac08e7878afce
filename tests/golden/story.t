#!/bin/sh
# story.t - every row of the story leads to record, page and source words
. "${0%/*}/lib.sh"
start_with iraq
perl "$tree/tests/walks/story.pl"

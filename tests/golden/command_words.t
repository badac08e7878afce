#!/bin/sh
# A command says what it wants when it gets too few words or too many, before
# it looks for a database.
. "${0%/*}/lib.sh"

MITHAQ_DB=sqlite:$work/none.sqlite
export MITHAQ_DB

test 'too few words: what is wanted' '
	for command in list show find history chain report add set link \
		unlink withdraw import backup restore request; do
		mithaq "$command" --lang en
		exit_is 64
		err_has "Wanted after the name of the command"
	done
'

test 'too many words: from which on' '
	mithaq show IQ22-4 IQ22-5 --lang en
	exit_is 64
	err_has "IQ22-5"
	mithaq verify now --lang en
	exit_is 64
	err_has "now"
'

test 'no database was made by any of them' '
	[ ! -e "$work/none.sqlite" ]
'

test '-i is an option like others: of request only, and not without end' '
	mithaq list -i pledge --lang en
	exit_is 64
	err_has "include"
	mithaq request $(yes -- -i | head -n 60) GET /en --lang en
	exit_is 64
'

finish

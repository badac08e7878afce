#!/bin/sh
# fourth_language.t - a language is a .po file, an enumerator and a row:
# French, with a few words for a start, in a copy of the tree
. "${0%/*}/lib.sh"

if [ "$MITHAQ_TEST_DB" = pg ]; then
	skip 'a fourth language' 'the database plays no part in it'
	finish
fi

copy=$work/tree
mkdir "$copy"
(cd "$tree" && tar -c Makefile src tools words assets packs db docs) |
	tar -x -C "$copy"

# All there is to do:
sed -i 's/^\tLANG_EN,$/&\n\tLANG_FR,/' "$copy/src/lang/lang.h"
sed -i '/{ LANG_EN, /a\	{ LANG_FR, "fr", "ltr", "Français", false, true },' \
	"$copy/src/lang/lang.c"
cat >"$copy/words/fr.po" <<'END'
msgid ""
msgstr ""
"Language: fr\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

msgid "pledge"
msgstr "engagement"

msgid "pledge.many"
msgstr "Engagements"

msgid "pledge.count"
msgid_plural "pledge.count"
msgstr[0] "{n} engagement"
msgstr[1] "{n} engagements"

msgid "month.5"
msgstr "mai"

msgid "date.day"
msgstr "{d} {m} {y}"

msgid "number.group"
msgstr " "

msgid "ui.no_page"
msgstr "Rien ici"
END

# The typefaces take long and are the same.
mkdir -p "$copy/build"
[ ! -d "${MITHAQ%/*}/fonts" ] || cp -p "${MITHAQ%/*}/fonts" -r "$copy/build/"

test 'the program is built with French' '
	touch -c "$copy"/build/fonts/* 2>/dev/null || true
	env -u MAKEFLAGS make -C "$copy" -j2 HARDEN=-O0 >"$work/make" 2>&1 || {
		tail -n 20 "$work/make"
		exit 1
	}
	"$copy/build/mithaq" version
'
[ "$failures_n" -eq 0 ] || finish
MITHAQ=$copy/build/mithaq
templates=$work
start_with iraq

test 'pages stand under /fr/, from left to right, in the switch of languages' '
	request GET /fr/pledges
	status_is 200
	page_has "<html lang=\"fr\" dir=\"ltr\">"
	page_has ">Français</"
	text_has "Engagements"
	request GET /ar/pledges
	page_has "href=\"/fr/pledges\""
'

test 'words that are missing are those of English, marked' '
	request GET /fr/pledges
	text_has "[en] "
	request GET /en/pledges
	text_lacks "[en] "
	request GET /ar/pledges
	text_lacks "[en] "
'

test 'records show another language where they have no French, marked' '
	request GET /fr/pledges/IQ22-4
	status_is 200
	page_has "lang=\"en\""
	page_has "$(sed -n "/ui.unreviewed/{n;s/^msgstr .\(.*\).$/\1/p}" \
		"$tree/words/en.po")"
'

test 'dates, numbers and plurals are French' '
	request GET /fr/pledges/IQ22-4
	text_has "10 mai 2022"
	mithaq test-intl plurals --lang fr
	[ "$(head -n 3 "$work/out" | tr "\n" " ")" = "0 0 1 " ]
	printf "1234567\n" | "$MITHAQ" test-intl numbers --lang fr >"$work/out"
	out_is "1 234 567"
'

test 'names are ordered as CLDR has it for French' '
	printf "%s\n" cote coté côte côté Éden effet zone >"$work/names"
	"$MITHAQ" test-intl keys --lang fr <"$work/names" >"$work/keys"
	LC_ALL=C sort -c "$work/keys"
'

test 'browsers that ask for French get it' '
	request GET / --header "Accept-Language: fr-FR,fr;q=0.9,en;q=0.5"
	header_has "/fr"
'

test 'a French text is kept beside the others' '
	mithaq set IQ22-4 title:fr="Élargir le mécanisme national"
	mithaq show IQ22-4 --lang fr
	out_has "Élargir le mécanisme national"
	mithaq list pledge --lang fr --format csv
	out_has "Élargir le mécanisme national"
	request GET /fr/pledges/IQ22-4
	text_has "Élargir le mécanisme national"
	request GET /ar/pledges/IQ22-4
	text_lacks "Élargir"
'

test 'the installation is sound' '
	mithaq check
	mithaq verify
'

finish

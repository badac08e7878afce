#!/bin/sh
# po2c.t - faults in words/*.po are said with file and line, and stop the build
cd "$(dirname "$0")/../.." || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
n=0

${CC:-cc} -std=c17 -D_GNU_SOURCE -Isrc -o "$tmp/po2c" tools/po2c.c \
	src/lang/lang.c src/base/arena.c src/base/buf.c src/base/str.c src/base/log.c \
	src/base/utf8.c src/base/os.c src/base/os_file.c || { echo 'Bail out! no po2c'; exit 1; }

# po LANGUAGE NPLURALS: a header, and the entries of standard input
po() {
	{
		printf 'msgid ""\nmsgstr ""\n"Language: %s\\n"\n' "$1"
		printf '"Plural-Forms: nplurals=%s; plural=0;\\n"\n\n' "$2"
		cat
	} > "$tmp/$1.po"
}

plain() {
	cat <<'END'
msgid "a.one"
msgstr "say \"{x}\"\n"
"and {y}?"
END
}

fresh() {
	for l in ckb en; do plain | po $l 2; done
	plain | po ar 6
}

# says TITLE STATUS PATTERN
says() {
	n=$((n + 1))
	(cd "$tmp" && ./po2c ar.po ckb.po en.po > out.c 2> err)
	status=$?
	if [ $status -eq "$2" ] && cat "$tmp/err" "$tmp/out.c" | grep -qF -- "$3"
	then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		sed 's/^/# /' "$tmp/err"
	fi
}

fresh
says 'escapes and strings over lines' 0 '"say \"{x}\"\nand {y}\?"'

fresh; printf 'msgid "a.one"\nmsgstr "{y} {x}"\n' | po ar 6
says 'holes may change places' 0 '"{y} {x}"'

fresh; printf 'msgid "a.one"\nmsgstr "{x}"\n' | po ckb 2
says 'a hole is missing' 1 'ckb.po:6: a.one lacks the hole {y} of en.po:6'

fresh; printf 'msgid "a.one"\nmsgstr "{x} {y} {z}"\n' | po ar 6
says 'a hole too many' 1 'en.po:6: a.one lacks the hole {z} of ar.po:6'

fresh; printf 'msgid "a.one"\nmsgstr "{x} {y"\n' | po ar 6
says 'a hole left open' 1 'ar.po:6: a { that is not a {hole}'

fresh; { plain; plain; } | po en 2
says 'a key twice' 1 'en.po:9: a.one stands twice'

fresh; printf 'msgid "a.one"\nmsgstr "" \n' | po ar 6
says 'words that are missing are borrowed and marked' 0 '"[en] say'

fresh; printf 'msgid "a.one"\nmsgstr "" \n' | po en 2
says 'nothing is borrowed where nothing is' 0 '0,'

fresh; printf 'msgid "a b"\nmsgstr "x"\n' | po en 2
says 'a key of other letters' 1 'en.po:6: not a key'

fresh; printf 'msgid "a.one"\nmsgstr "x\n' | po en 2
says 'a string left open' 1 'en.po:7: a string in "" is expected'

fresh; printf 'msgctxt "a"\nmsgid "a.one"\nmsgstr "x"\n' | po en 2
says 'a keyword that is not ours' 1 'en.po:6: not understood: msgctxt'

two='msgid "b.n"
msgid_plural "b.n"
msgstr[0] "one"
msgstr[1] "{n}"'
six="$two
msgstr[2] \"{n}\"
msgstr[3] \"{n}\"
msgstr[4] \"{n}\"
msgstr[5] \"{n}\""
counted() {
	fresh
	for l in ckb en; do echo "$two" | po $l 2; done
	echo "$six" | po ar 6
}
counted
says 'forms of a counted thing' 0 '"one" "\0" "{n}"'

counted; echo "$two" | po ar 6
says 'too few forms' 1 'ar.po:6: b.n needs 6 form(s), has 2'

counted; echo "$six" | po en 2
says 'too many forms' 1 'en.po:6: b.n needs 2 form(s), has 6'

counted; printf 'msgid "b.n"\nmsgstr "{n}"\n' | po ckb 2
says 'counted in one language only' 1 'ckb.po:6: b.n is counted in one'

fresh; printf 'msgid "a.one"\nmsgstr "\377"\n' | po en 2
says 'bytes that are not UTF-8' 1 'en.po:0: is not UTF-8'

fresh; cp "$tmp/en.po" "$tmp/ckb.po"
says 'the wrong language' 1 'ckb.po:1: the header must say Language: ckb'

fresh; { echo '#, fuzzy'; plain; } | po en 2
says 'older than the Arabic' 0 ', 0, 4, 0 },'

fresh; { printf 'msgid ""\nmsgstr ""\n"Language: ckb\\n"\n'
	printf '"Plural-Forms: nplurals=2; plural=0;\\n"\n'
	printf '"X-Review: waiting for a reader\\n"\n\n'
	plain; } >"$tmp/ckb.po"
says 'read by nobody' 0 ', 0, 0, 2 },'

sed -i 's/^msgid "a.one"/# checked\n&/' "$tmp/ckb.po"
says 'read by somebody' 0 ', 0, 0, 0 },'

echo "1..$n"

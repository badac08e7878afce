#!/bin/sh
# forms2c.t - faults in words/forms.txt are said with their line, and stop the
# build; what is written there is what search reads
cd "$(dirname "$0")/../.." || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
n=0

${CC:-cc} -std=c17 -D_GNU_SOURCE -Isrc -o "$tmp/forms2c" tools/forms2c.c \
	src/lang/fold.c src/lang/letters.c src/base/arena.c src/base/buf.c \
	src/base/str.c src/base/log.c src/base/utf8.c src/base/os.c \
	src/base/os_file.c || { echo 'Bail out! no forms2c'; exit 1; }

# says TITLE STATUS PATTERN, of the lines of standard input
says() {
	n=$((n + 1))
	cat >"$tmp/forms.txt"
	(cd "$tmp" && ./forms2c forms.txt >out.c 2>err)
	status=$?
	if [ $status -eq "$2" ] && cat "$tmp/err" "$tmp/out.c" | grep -qF -- "$3"
	then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		sed 's/^/# /' "$tmp/err"
	fi
}

says 'forms are folded' 0 '{ u"وثايق", u"وثيقه", 5, 5, 3 }' <<'END'
# plurals

وثيقة: وثائق
END
says 'the word of a line is known as one' 0 '{ u"child", 0, 5, 0, 2 }' <<'END'
child: children
END
says 'a word left whole' 0 '{ u"وزير", 0, 4, 0, 1 }' <<'END'
= وزير
END
says 'a word may have two lines and be left whole' 0 \
	'forms_table_n = 3' <<'END'
meet: met
meet: meets
= meet
END
says 'a line that says nothing' 1 'forms.txt:2: neither a colon' <<'END'
= meet
met
END
says 'no word before the colon' 1 'forms.txt:1: no word' <<'END'
: met
END
says 'a form of two words' 1 'forms.txt:2: a form that stood before' <<'END'
meet: met
mate: met
END
says 'a form that is left whole' 1 'forms.txt:2: a form that stood' <<'END'
meet: met
= met
END
says 'a circle' 1 'its word is a form of another' <<'END'
meet: met
met: meets
END
says 'a word longer than any' 1 'forms.txt:1: a word that is too long' <<END
= $(printf '%060d' 0)
END
printf '= \377\n' >"$tmp/faulty"
says 'what is not UTF-8' 1 'cannot be read as UTF-8' <"$tmp/faulty"
printf '= a' >"$tmp/short"
says 'a last line without an end' 0 'forms_table_n = 1' <"$tmp/short"
says 'the real table' 0 'const uint16_t forms_slots' <words/forms.txt
echo "1..$n"

# lib.sh - what the golden tests are written with (read by every *.t)
#
#     . "${0%/*}/lib.sh"
#     start_with iraq
#
#     test 'the page of a pledge shows its code' '
#         request GET /en/pledges/IQ22-4
#         status_is 200
#         page_has "IQ22-4"
#     '
#     finish
#
# Each test is one TAP line; its commands run one by one in a subshell and
# the first that fails ends it, with what was seen as comment lines.
# Variables set inside a test end with it; what is in the database stays.
#
# A command or page that fails without being asked about (exit_is, status_is)
# fails the test. The day is 2026-11-01. MITHAQ_TEST_DB says on which
# database: sqlite (default) or pg, which needs script/with-postgres around.

set -u
LC_ALL=C.UTF-8
export LC_ALL
tree=$(cd "${0%/*}/../.." && pwd)
MITHAQ=${MITHAQ:-$tree/build/mithaq}
case $MITHAQ in /*) ;; *) MITHAQ=$tree/$MITHAQ ;; esac
MITHAQ_TODAY=2026-11-01
MITHAQ_TEST_DB=${MITHAQ_TEST_DB:-sqlite}
export MITHAQ MITHAQ_TODAY MITHAQ_TEST_DB

work=$(mktemp -d "${TMPDIR:-/tmp}/mithaq-golden.XXXXXX")
templates=${MITHAQ_TEMPLATES:-$work}
MITHAQ_DATA=$work/data
export MITHAQ_DATA
mkdir "$MITHAQ_DATA"
tests_n=0
failures_n=0
databases=

# ---- beginning and end

# A fresh database: empty, or with the demo of that name (iraq, rehearsal).
start_with() {
	kind=$1
	case $MITHAQ_TEST_DB in
	sqlite) start_sqlite "$kind" ;;
	pg) start_pg "$kind" ;;
	*) bail "no such kind of database: $MITHAQ_TEST_DB" ;;
	esac
}

start_sqlite() {
	MITHAQ_DB=sqlite:$work/db.sqlite
	export MITHAQ_DB
	if [ ! -e "$templates/$1.sqlite" ]; then
		make_template "sqlite:$templates/$1.new.$$" "$1"
		[ ! -s "$templates/$1.new.$$-wal" ] ||
			bail 'init left a journal behind'
		# A name that appears at once, whoever made it first.
		mv "$templates/$1.new.$$" "$templates/$1.sqlite"
		rm -f "$templates/$1.new.$$"-*
	fi
	rm -f "$work"/db.sqlite*
	cp "$templates/$1.sqlite" "$work/db.sqlite"
}

start_pg() {
	[ -n "${MITHAQ_TEST_PG:-}" ] ||
		bail 'MITHAQ_TEST_PG is not set: use script/with-postgres'
	if ! pg_sql "SELECT 'there' FROM pg_database
		WHERE datname = 'golden_$1'" | grep -q there
	then
		pg_sql "CREATE DATABASE golden_new_$$ TEMPLATE template0" \
			>/dev/null
		make_template "$(pg_url "golden_new_$$")" "$1"
		pg_sql "ALTER DATABASE golden_new_$$ RENAME TO golden_$1" \
			>/dev/null 2>&1 || pg_drop "golden_new_$$"
	fi
	name=golden_$$_$((tests_n + 1))
	pg_drop "$name"
	pg_sql "CREATE DATABASE $name TEMPLATE golden_$1" >/dev/null ||
		bail 'no database could be made'
	databases="$databases $name"
	MITHAQ_DB=$(pg_url "$name")
	export MITHAQ_DB
}

make_template() {
	if [ "$2" = empty ]; then
		set -- "$1" init
	else
		set -- "$1" init --demo "$2"
	fi
	url=$1
	shift
	"$MITHAQ" "$@" --db "$url" >"$work/template" 2>&1 </dev/null ||
		bail "mithaq $* failed" "$work/template"
}

# The test server's URL with another database.
pg_url() {
	printf '%s\n' "$MITHAQ_TEST_PG" |
		sed "s|^\(postgres[a-z]*://[^/?]*\)\(/[^?]*\)\{0,1\}|\1/$1|"
}

pg_sql() {
	psql -X -q -A -t -v ON_ERROR_STOP=1 -d "$MITHAQ_TEST_PG" -c "$1"
}

pg_drop() {
	pg_sql "DROP DATABASE IF EXISTS $1 WITH (FORCE)" >/dev/null 2>&1
}

clean() {
	for name in $databases; do
		pg_drop "$name"
	done
	rm -rf "$work"
}
trap clean EXIT
trap 'exit 130' INT TERM

finish() {
	echo "1..$tests_n"
	[ "$failures_n" -eq 0 ]
	exit
}

# Ends the whole file: nothing more can be tested.
bail() {
	echo "not ok $((tests_n + 1)) - $1"
	[ -z "${2:-}" ] || sed 's/^/# /' "$2"
	exit 1
}

# ---- one test

test() {
	tests_n=$((tests_n + 1))
	forget
	( set -e; eval "$2"; settled ) >"$work/said" 2>&1 </dev/null
	if [ $? -eq 0 ]; then
		echo "ok $tests_n - $1"
		return
	fi
	failures_n=$((failures_n + 1))
	echo "not ok $tests_n - $1"
	head -n 60 "$work/said" | cut -c1-400 | sed 's/^/#   /'
	[ ! -s "$work/asked" ] || sed 's/^/# after: /' "$work/asked"
	[ ! -s "$work/err" ] || head -n 10 "$work/err" | sed 's/^/# stderr: /'
}

# skip 'title' 'reason'
skip() {
	tests_n=$((tests_n + 1))
	echo "ok $tests_n - $1 # SKIP $2"
}

# ---- commands: out, err, exit

forget() {
	rm -f "$work/open"
	: >"$work/out"
	: >"$work/err"
	: >"$work/asked"
}

# Was the last command or page well, or its failure asked about?
settled() {
	[ -e "$work/open" ] || return 0
	echo "nobody asked about this failure: $(cat "$work/open")"
	head -n 20 "$work/out"
	rm -f "$work/open"
	return 1
}

# mithaq ARGUMENTS…: standard output in out, messages in err. Its standard
# input is what is given: mithaq import - <file.
mithaq() {
	settled
	printf 'mithaq %s\n' "$*" >"$work/asked"
	code=0
	"$MITHAQ" "$@" >"$work/out" 2>"$work/err" || code=$?
	echo "$code" >"$work/exit"
	[ "$code" -eq 0 ] || echo "exit $code" >"$work/open"
}

exit_is() {
	rm -f "$work/open"
	[ "$(cat "$work/exit")" = "$1" ] && return
	echo "expected exit $1, was $(cat "$work/exit")"
	return 1
}

out_has() { has out "$1"; }
out_lacks() { lacks out "$1"; }
err_has() { has err "$1"; }
err_lacks() { lacks err "$1"; }
# The output is exactly this text.
out_is() {
	printf '%s\n' "$1" >"$work/expected"
	diff -u "$work/expected" "$work/out"
}
# The output is exactly this file beside the test.
out_is_file() {
	diff -u "$tree/tests/golden/$1" "$work/out"
}
# The number of lines of the output.
lines_are() {
	[ "$(wc -l <"$work/out")" -eq "$1" ] && return
	echo "expected $1 lines, got $(wc -l <"$work/out")"
	return 1
}

# ---- pages: status, headers, page

# request METHOD PATH [name=value…]
request() {
	settled
	printf 'request %s\n' "$*" >"$work/asked"
	code=0
	"$MITHAQ" request -i "$@" >"$work/answer" 2>"$work/err" || code=$?
	echo "$code" >"$work/exit"
	awk -v head="$work/headers" -v body="$work/page" '
		BEGIN { printf "" >head; printf "" >body }
		behind { print >body; next }
		{ sub(/\r$/, "") }
		$0 == "" { behind = 1; next }
		{ print >head }
	' "$work/answer"
	sed -n '1s|^\(HTTP/[0-9.]* \)\{0,1\}\([0-9]\{3\}\).*|\2|p' "$work/headers" \
		>"$work/status"
	cp "$work/page" "$work/out"
	case $(cat "$work/status") in
	2?? | 3??) ;;
	*) echo "status $(cat "$work/status"), exit $code" >"$work/open" ;;
	esac
}

status_is() {
	rm -f "$work/open"
	[ "$(cat "$work/status")" = "$1" ] && return
	echo "expected status $1, was $(head -n 1 "$work/headers")"
	head -n 20 "$work/page"
	return 1
}

page_has() { has page "$1"; }
page_lacks() { lacks page "$1"; }
# header_has 'Location: /ar/pledges'
header_has() { has headers "$1"; }
# How many times the text is on the page.
page_count() {
	seen=$(grep -oF -e "$2" "$work/page" | wc -l)
	[ "$seen" -eq "$1" ] && return
	echo "expected $1 times, was $seen times: $2"
	return 1
}
# The text of the page: tags taken away, blanks made one, one line.
page_text() {
	tr '\n\t' '  ' <"$work/page" |
		sed -e 's/<[^>]*>/ /g' -e 's/&quot;/"/g' -e "s/&#39;/'/g" \
			-e 's/&lt;/</g' -e 's/&gt;/>/g' -e 's/&amp;/\&/g' \
			-e 's/  */ /g'
}
text_has() {
	page_text >"$work/text"
	has text "$1"
}
text_lacks() {
	page_text >"$work/text"
	lacks text "$1"
}
# The value of a hidden or other input of the page's form.
input_value() {
	tr '\n' ' ' <"$work/page" | sed 's/</\n</g' |
		sed -n "s/^<input[^>]* name=\"$1\"[^>]* value=\"\([^\"]*\)\".*/\1/p" |
		head -n 1
}
# The address the answer leads to.
location() {
	sed -n 's/^[Ll]ocation: *//p' "$work/headers"
}

has() {
	grep -qF -e "$2" "$work/$1" && return
	echo "$1 lacks: $2"
	echo "$1 is:"
	head -n 40 "$work/$1"
	return 1
}

lacks() {
	grep -qF -e "$2" "$work/$1" || return 0
	echo "$1 has, and must not: $2"
	grep -nF -e "$2" "$work/$1" | head -n 5
	return 1
}

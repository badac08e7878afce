#!/bin/sh
# driver.t - what runs and judges the tests sees every way a test can fail
set -u
here=$(cd "${0%/*}/.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/mithaq-driver.XXXXXX")
trap 'rm -rf "$work"' EXIT
n=0
failures=0

say() {
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		failures=$((failures + 1))
		echo "not ok $n - $2"
		sed 's/^/# /' "$work/out"
	fi
}

# counts 'title' 'command' 'last line' status
counts() {
	printf 'x\t%s\n' "$2" >"$work/list"
	code=0
	perl "$here/run" -t 1 -o "$work/logs" "$work/list" >"$work/out" 2>&1 ||
		code=$?
	[ "$(tail -n 1 "$work/out")" = "$3" ] && [ "$code" -eq "$4" ]
	say $? "$1"
}

counts 'a check that passes' 'echo ok 1' '1 passed, 0 failed, 0 skipped' 0
counts 'a check that fails' 'echo ok 1; echo not ok 2' \
	'1 passed, 1 failed, 0 skipped' 1
counts 'a check that is skipped' 'echo "ok 1 # SKIP why"' \
	'0 passed, 0 failed, 1 skipped' 0
counts 'a status without a failed check' 'echo ok 1; exit 3' \
	'1 passed, 1 failed, 0 skipped' 1
counts 'an end by a signal' 'echo ok 1; kill -ABRT $$' \
	'1 passed, 1 failed, 0 skipped' 1
counts 'fewer checks than planned' 'echo 1..2; echo ok 1' \
	'1 passed, 1 failed, 0 skipped' 1
counts 'no check at all' 'true' '0 passed, 1 failed, 0 skipped' 1
counts 'a program that is not there' "$work/nothing" \
	'0 passed, 1 failed, 0 skipped' 1
counts 'a program that does not end' 'echo ok 1; exec sleep 60' \
	'1 passed, 1 failed, 0 skipped' 1

# ---- the golden tests, on a program that answers what it is told

mkdir -p "$work/tree/tests/golden"
cp "$here/golden/lib.sh" "$work/tree/tests/golden/"
cat >"$work/mithaq" <<'END'
#!/bin/sh
# Answers a page with the status that its path names; "exit N" ends with N.
case $1 in
init)
	for word; do
		case $word in sqlite:*) : >"${word#sqlite:}" ;; esac
	done ;;
exit) echo output; exit "$2" ;;
request)
	printf 'HTTP/1.1 %s X\r\nA: b\r\n\r\n' "${4#/}"
	printf '<p>hello <b>world</b>\n<input name="v" value="3">\n' ;;
esac
END
chmod +x "$work/mithaq"

# judges ok|not 'title' 'commands of a test'
judges() {
	{
		echo '. "${0%/*}/lib.sh"'
		echo 'start_with iraq'
		printf "test 'x' '%s'\nfinish\n" "$3"
	} >"$work/tree/tests/golden/x.t"
	code=0
	MITHAQ=$work/mithaq MITHAQ_TEST_DB=sqlite MITHAQ_TEMPLATES= \
		sh "$work/tree/tests/golden/x.t" >"$work/out" 2>&1 || code=$?
	if [ "$1" = ok ]; then
		[ "$code" -eq 0 ] && grep -q '^ok 1 - x$' "$work/out"
	else
		[ "$code" -ne 0 ] && grep -q '^not ok 1 - x$' "$work/out"
	fi
	say $? "golden: $2"
}

judges ok 'a page that is well' 'request GET /200; page_has "<p>hello"'
judges ok 'the text of a page' 'request GET /200; text_has "hello world"'
judges ok 'a failure that was asked about' 'request GET /404; status_is 404'
judges not 'a failure nobody asked about' 'request GET /404'
judges not 'another status' 'request GET /200; status_is 404'
judges not 'a text that is not there' 'request GET /200; page_has x; true'
judges not 'a text that must not be' 'request GET /200; page_lacks hello; true'
judges not 'a header that is not there' 'request GET /200; header_has "A: c"'
judges ok 'an exit that was asked about' 'mithaq exit 4; exit_is 4'
judges not 'an exit nobody asked about' 'mithaq exit 4; mithaq exit 0'
judges not 'the last exit, not asked about' 'mithaq exit 4'
judges not 'another exit' 'mithaq exit 4; exit_is 5'
judges not 'another output' 'mithaq exit 0; out_is other; true'
judges not 'a command that fails in the middle' 'false; true'
judges not 'a count that differs' 'request GET /200; page_count 2 hello'

echo "1..$n"
[ "$failures" -eq 0 ]

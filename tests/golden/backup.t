#!/bin/sh
# Everything in one ZIP, and back, on either kind of database.
. "${0%/*}/lib.sh"
start_with iraq

mkdir -p "$work/data/files/2c"
printf hello >"$work/hello"
sum=$(sha256sum "$work/hello" | cut -c1-64)
mkdir -p "$work/data/files/$(printf %s "$sum" | cut -c1-2)"
cp "$work/hello" "$work/data/files/$(printf %s "$sum" | cut -c1-2)/$sum"

test 'a backup is a ZIP of JSON lines and files' '
	mithaq withdraw IQ22-7 --reason "test"
	mithaq backup "$work/all.zip"
	python3 - "$work/all.zip" "$sum" <<-END
	import json, sys, zipfile
	z = zipfile.ZipFile(sys.argv[1])
	assert z.testzip() is None
	about = json.loads(z.read("about.json"))
	lines = z.read("pledge.jsonl").decode().splitlines()
	assert about["rows.pledge"] == len(lines) > 0
	assert "code" in json.loads(lines[0])
	s = sys.argv[2]
	assert z.read("files/%s/%s" % (s[:2], s)) == b"hello"
	END
	mithaq export "$work/one"
'
test 'others write while it is made' '
	for i in 1 2 3 4 5 6; do
		"$MITHAQ" set IQ22-4 "title:en=Written $i" >"$work/said" 2>&1 ||
			cat "$work/said"
	done &
	mithaq backup "$work/busy.zip"
	wait
	mithaq show IQ22-4 --lang en
	out_has "Written 6"
	"$MITHAQ" export "$work/busy" >"$work/said"
	grep -q "Written 6" "$work/busy/pledge.csv"
	mithaq undo IQ22-4
	python3 -c "import sys, zipfile
assert zipfile.ZipFile(sys.argv[1]).testzip() is None" "$work/busy.zip"
'
test 'it is not put over records' '
	mithaq restore "$work/all.zip"
	exit_is 65
'
start_with empty
rm -rf "$work/data/files"
test 'in an empty database everything is there again' '
	mithaq restore "$work/all.zip"
	mithaq export "$work/two"
	diff -r "$work/one" "$work/two"
	mithaq verify
	mithaq history IQ22-7
	cmp "$work/hello" "$work/data/files/$(printf %s "$sum" |
		cut -c1-2)/$sum"
'
test 'and work goes on' '
	mithaq add organisation code=AFTER kind=agency "name:en=After"
	mithaq undo AFTER
	mithaq add action "title:en=Something"
	mithaq verify
'
if [ "$MITHAQ_TEST_DB" = pg ]; then
	other=sqlite:$work/other.sqlite
	test 'what PostgreSQL gave fits into SQLite' '
		mithaq restore "$work/all.zip" --db "$other"
		rm -rf "$work/two"
		mithaq export "$work/two" --db "$other"
		diff -r "$work/one" "$work/two"
		mithaq verify --db "$other"
		mithaq backup "$work/other.zip" --db "$other"
	'
	start_with empty
	test 'and what SQLite gave into PostgreSQL' '
		mithaq restore "$work/other.zip"
		rm -rf "$work/two"
		mithaq export "$work/two"
		diff -r "$work/one" "$work/two"
		mithaq verify
		mithaq add action "title:en=Something"
	'
fi
start_with empty
test 'a damaged backup is refused, and nothing is stored' '
	python3 - "$work/all.zip" "$work/bad.zip" "$work/short.zip" \
		"$work/odd.zip" <<-END
	import sys, zipfile
	b = bytearray(open(sys.argv[1], "rb").read())
	open(sys.argv[3], "wb").write(b[:len(b) // 2])
	i = zipfile.ZipFile(sys.argv[1]).getinfo("pledge.jsonl").header_offset
	b[i + 200] ^= 0xff
	open(sys.argv[2], "wb").write(b)
	z, w = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(sys.argv[4], "w")
	for n in z.namelist(): w.writestr(n, z.read(n).replace(
		b"\n", b"\nx", n == "pledge.jsonl"))
	w.close()
	END
	for file in bad short odd; do
		mithaq restore "$work/$file.zip"
		rm -f "$work/open"
		[ "$(cat "$work/exit")" -ne 0 ]
	done
	mithaq restore "$work/hello"
	rm -f "$work/open"
	[ "$(cat "$work/exit")" -ne 0 ]
	mithaq restore "$work/nowhere.zip"
	exit_is 66
	mithaq list pledge
	out_lacks IQ22
'
test 'after all that the right one still fits' '
	mithaq restore "$work/all.zip"
	mithaq show IQ22-4
'

# A backup that says another schema; 1 had the tables that are dumped now, but
# for the steps of the chain.
schema_as() {
	python3 - "$work/all.zip" "$work/schema.zip" "$1" <<-END
	import json, sys, zipfile
	z, w = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(sys.argv[2], "w")
	old = int(sys.argv[3]) < 4
	for n in z.namelist():
	    b = z.read(n)
	    if old and n == "edge.jsonl":
	        continue
	    if n == "about.json":
	        about = json.loads(b)
	        about["schema"] = int(sys.argv[3])
	        if old:
	            del about["rows.edge"]
	        b = json.dumps(about).encode()
	    w.writestr(n, b)
	w.close()
	END
}
start_with empty
test 'a backup of an older schema wants a database not yet made' '
	schema_as 1
	mithaq restore "$work/schema.zip" --lang en
	exit_is 65
	err_has "of an older schema (1)"
	mithaq list pledge
	out_lacks IQ22
'
test 'and is brought up to the schema of today' '
	case $MITHAQ_TEST_DB in
	sqlite) rm -f "$work"/db.sqlite* ;;
	pg) psql -X -q -d "$MITHAQ_DB" -c "DROP SCHEMA public CASCADE" \
		-c "CREATE SCHEMA public" 2>/dev/null ;;
	esac
	mithaq restore "$work/schema.zip"
	rm -rf "$work/two"
	mithaq export "$work/two"
	diff -r "$work/one" "$work/two"
	mithaq verify
	mithaq find IQ22-4
	out_has IQ22-4
	mithaq version
	schema=$(sed "s/.*schema //" "$work/out")
	[ "$schema" -gt 1 ]
	mithaq backup "$work/newest.zip"
	python3 -c "import json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert json.loads(z.read(\"about.json\"))[\"schema\"] == int(sys.argv[2])" \
		"$work/newest.zip" "$schema"
'
start_with empty
test 'a backup of a newer schema is refused' '
	schema_as 99
	mithaq restore "$work/schema.zip" --lang en
	rm -f "$work/open"
	[ "$(cat "$work/exit")" -ne 0 ]
	err_has "newer"
	mithaq list pledge
	out_lacks IQ22
'
test 'a log that was cut before the backup was put together is refused' '
	python3 - "$work/all.zip" "$work/cut.zip" <<-END
	import json, sys, zipfile
	z, w = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(sys.argv[2], "w")
	for n in z.namelist():
	    b = z.read(n)
	    if n == "log.jsonl":
	        b = b"".join(b.splitlines(True)[:-1])
	    if n == "about.json":
	        about = json.loads(b)
	        about["rows.log"] -= 1
	        b = json.dumps(about).encode()
	    w.writestr(n, b)
	w.close()
	END
	mithaq restore "$work/cut.zip"
	rm -f "$work/open"
	[ "$(cat "$work/exit")" -ne 0 ]
	mithaq restore "$work/all.zip"
'
finish

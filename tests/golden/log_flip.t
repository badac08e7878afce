#!/bin/sh
# log_flip.t - one flipped byte in the log is named, wherever it is
. "${0%/*}/lib.sh"
start_with rehearsal

# Straight to the database, past the program.
sql() {
	case $MITHAQ_TEST_DB in
	sqlite) sqlite3 -bail "$work/db.sqlite" "$1" ;;
	pg) psql -X -q -A -t -v ON_ERROR_STOP=1 -d "$MITHAQ_DB" -c "$1" ;;
	esac
}

entries=$(sql 'SELECT count(*) FROM log')
middle=$(sql "SELECT seq FROM log WHERE version = 1 AND seq > $entries / 2
	ORDER BY seq LIMIT 1")

# What a column holds with its first letter, or its number, another.
other_text() {
	echo "CASE WHEN substr($1, 1, 1) = 'a' THEN 'b' ELSE 'a' END ||
		substr($1, 2)"
}

test 'an untouched log is whole' '
	[ "$entries" -gt 500 ]
	mithaq verify --lang en
	out_has "The log is whole: $entries entries"
	out_has "Its end: $entries:"
'

# broken_at SEQ: verify names it and fails.
broken_at() {
	mithaq verify --lang "${2:-ar}"
	exit_is 76
	out_has "$1"
	mithaq verify --format json
	exit_is 76
	out_has "\"broken_seq\":$1"
}

# Each column: spoilt, named, put right, whole.
spoilt() {
	table=$1
	column=$2
	new=$3
	was=$(sql "SELECT $column FROM $table WHERE seq = $middle")
	sql "UPDATE $table SET $column = $new WHERE seq = $middle"
	[ "$(sql "SELECT $column FROM $table WHERE seq = $middle")" != "$was" ]
	broken_at "$middle"
	mithaq check --lang en
	exit_is 71
	sql "UPDATE $table SET $column = '$was' WHERE seq = $middle"
	mithaq verify
}

for column in actor seat acting_for verb entity content_hash prev leaf; do
	test "another letter in $column of an entry is named" "
		spoilt log $column \"\$(other_text $column)\"
	"
done
for column in at row_id version batch; do
	test "another number in $column of an entry is named" "
		spoilt log $column \"$column + 1\"
	"
done
for column in salt changes; do
	test "another letter in $column of what changed is named" "
		spoilt log_content $column \"\$(other_text $column)\"
	"
done

test 'an entry that was taken out is named' '
	sql "CREATE TABLE kept AS SELECT * FROM log WHERE seq = $middle"
	sql "DELETE FROM log WHERE seq = $middle"
	broken_at "$middle" ckb
	sql "INSERT INTO log SELECT * FROM kept"
	sql "DROP TABLE kept"
	mithaq verify
'

test 'entries that changed places are named' '
	sql "UPDATE log SET seq = -1 WHERE seq = $middle"
	sql "UPDATE log SET seq = $middle WHERE seq = $middle + 1"
	sql "UPDATE log SET seq = $middle + 1 WHERE seq = -1"
	broken_at "$middle" en
	sql "UPDATE log SET seq = -1 WHERE seq = $middle"
	sql "UPDATE log SET seq = $middle WHERE seq = $middle + 1"
	sql "UPDATE log SET seq = $middle + 1 WHERE seq = -1"
	mithaq verify
'

test 'the first and the last entry are proven too' '
	for seq in 1 "$entries"; do
		middle=$seq
		spoilt log actor "$(other_text actor)"
	done
'

head_of() {
	"$MITHAQ" verify --format json | sed 's/.*"head":"\([^"]*\)".*/\1/'
}
test 'the newest entries cut off are named by who noted the end' '
	head=$(head_of)
	mithaq verify --expect "$head"
	mithaq backup "$work/noted.zip" --lang en
	err_has "$head"
	sql "CREATE TABLE kept AS SELECT * FROM log WHERE seq = $entries"
	sql "DELETE FROM log WHERE seq = $entries"
	mithaq verify
	mithaq verify --expect "$head" --lang en
	exit_is 76
	out_has "The log was cut off after entry $((entries - 1))"
	mithaq verify --expect "$work/noted.zip" --format json
	exit_is 76
	out_has "\"broken_seq\":$entries,\"why\":\"cut\""
	sql "INSERT INTO log SELECT * FROM kept"
	sql "DROP TABLE kept"
	mithaq verify --expect "$work/noted.zip"
'
test 'a log that went on holds what was noted; another one does not' '
	head=$(head_of)
	code=$("$MITHAQ" list pledge --format csv --limit 1 | tail -n 1 |
		cut -d, -f1)
	mithaq set "$code" "title:en=A new one"
	mithaq verify --expect "$head"
	mithaq verify --expect "$work/noted.zip"
	mithaq verify --expect "5:$(printf %064d 0)" --lang en
	exit_is 76
	out_has "5"
	mithaq verify --expect nonsense --lang en
	exit_is 64
	err_has nonsense
'

if [ "$MITHAQ_TEST_DB" = sqlite ]; then
	# flip FILE OFFSET: one bit of one byte.
	flip() {
		perl -e '
			my ($file, $at) = @ARGV;
			open my $f, "+<:raw", $file or die;
			seek $f, $at, 0;
			read $f, my $byte, 1;
			seek $f, $at, 0;
			print $f chr(ord($byte) ^ 1);
		' "$1" "$2"
	}
	test 'one bit flipped in the file itself is named' '
		hash=$(sql "SELECT content_hash FROM log WHERE seq = $middle")
		sql "PRAGMA wal_checkpoint(TRUNCATE)" >/dev/null
		at=$(grep -obaF "$hash" "$work/db.sqlite" | head -n 1 | cut -d: -f1)
		flip "$work/db.sqlite" "$at"
		broken_at "$middle"
		flip "$work/db.sqlite" "$at"
		mithaq verify
	'
fi
finish

#!/bin/sh
# sql.t - every statement of the program can be prepared on both databases
. "${0%/*}/lib.sh"
start_with empty

# Reads "LINE<tab>STATEMENT" and says which the database refuses.
refused() {
	case $MITHAQ_TEST_DB in
	sqlite)
		while IFS='	' read -r line sql; do
			# A function of ours: only the program knows it.
			case $sql in *search_score*)
				printf '%s\n' "$sql" | "$MITHAQ" test-prepare \
					>"$work/prepared" 2>&1 ||
					echo "line $line: $sql"
				continue ;;
			esac
			said=$(sqlite3 -bail -readonly "$work/db.sqlite" \
				"EXPLAIN $sql" 2>&1 >/dev/null) ||
				echo "line $line: $said: $sql"
		done ;;
	pg)
		# The program says the type of each parameter; here a type that
		# cannot be guessed is no fault.
		while IFS='	' read -r line sql; do
			said=$(psql -X -q -d "$MITHAQ_DB" -c \
				"PREPARE p AS $sql" 2>&1 >/dev/null) || true
			case $said in
			'' | *'could not determine data type'*) ;;
			*) echo "line $line: $said" ;;
			esac
		done ;;
	esac
}

test 'a statement that is wrong is refused' '
	printf "1\tSELECT nothing FROM pledge\n" | refused >"$work/refused"
	grep -q "line 1: " "$work/refused"
'

# What speaks to one of the two alone.
other='(db|search)_pg.c'
catalogue='information_schema|pg_[a-z]*'
if [ "$MITHAQ_TEST_DB" = pg ]; then
	other='(db|search)_sqlite.c'
	catalogue='sqlite_[a-z]*|pragma_[a-z_]*'
fi
for file in $(cd "$tree" && grep -l 'SQL(' src/*/*.c | grep -vE "/$other"); do
	"$tree/tests/golden/statements" "$tree/$file" |
		grep -vE "(FROM|JOIN) ($catalogue)" >"$work/statements"
	n=$(wc -l <"$work/statements")
	[ "$n" -gt 0 ] || continue
	test "$file: $n statements" '
		refused <"$work/statements" >"$work/refused"
		cat "$work/refused"
		[ ! -s "$work/refused" ]
	'
done
finish

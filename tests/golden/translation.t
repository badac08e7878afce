#!/bin/sh
# translation.t - what waits for a translator: counted, listed, and gone when
# it is written
. "${0%/*}/lib.sh"
start_with iraq

# waits OF STATE: how many of them wait in Sorani
waits() {
	request GET "/en/translation?to=ckb&format=csv"
	sed -n "s/^$1,ckb,$2,\([0-9]*\).*/\1/p" "$work/page"
}

# listed OF STATE: "CODE,FIELD" of all that wait in Sorani, page by page
listed() {
	path="/en/translation?to=ckb&of=$1&state=$2"
	: >"$work/listed"
	while [ -n "$path" ]; do
		request GET "$path"
		grep -o 'href="/en/[a-z]*/[^"]*/edit#[^"]*"' "$work/page" |
			sed 's|.*/\([^/]*\)/edit#\([^:"]*\).*|\1,\2|' \
				>>"$work/listed"
		path=$(sed -n 's|.*rel="next" href="\([^"]*\)".*|\1|p' \
			"$work/page" | sed 's/&amp;/\&/g')
	done
}

test 'page, CSV and JSON count the same' '
	request GET "/en/translation?to=ckb"
	text_has "What waits for translation"
	sed "s|</*bdi[^>]*>||g;s|\(>[0-9]*\),\([0-9]*</a>\)|\1\2|g" "$work/page" |
		tr "<" "\n" | sed "s/&amp;/\&/g" | sed -n \
		"s|.*to=ckb&of=\([a-z_]*\)&state=\([a-z_]*\)\">\([0-9]*\).*|\1,\2,\3|p" |
		sort >"$work/a"
	request GET "/en/translation?to=ckb&format=csv"
	header_has "text/csv"
	sed -n "s/^\([a-z_]*\),ckb,\(.*[^0]\|.*[1-9]0*\)$/\1,\2/p" "$work/page" |
		grep -v ",0$" | sort >"$work/b"
	diff "$work/a" "$work/b"
	request GET "/en/translation?to=ckb&format=json"
	tr "{" "\n" <"$work/page" | sed -n \
		"s/^\"of\":\"\([a-z_]*\)\",.*\"state\":\"\([a-z_]*\)\",\"n\":\"\([1-9][0-9]*\)\".*/\1,\2,\3/p" |
		sort >"$work/c"
	diff "$work/a" "$work/c"
	[ "$(wc -l <"$work/a")" -ge 20 ]
'

test 'a list, page by page, has each text once: as many as were counted' '
	listed document missing
	[ "$(wc -l <"$work/listed")" -gt 50 ]
	[ "$(wc -l <"$work/listed")" -eq "$(waits document missing)" ]
	[ -z "$(sort "$work/listed" | uniq -d)" ]
	listed provision draft
	[ "$(wc -l <"$work/listed")" -eq "$(waits provision draft)" ]
	[ -z "$(sort "$work/listed" | uniq -d)" ]
'

test 'the files that are exported have the same gaps' '
	mithaq export "$work/out.d"
	perl -e "
		use open qw(:std :encoding(UTF-8));
		my @lines = <STDIN>;
		my (\$text, @rows, @row) = join \"\", @lines;
		\$text =~ s/^\x{feff}//;
		while (\$text =~ /\G(?:\"((?:[^\"]|\"\")*)\"|([^,\r\n]*))(,|\r?\n|\z)/g) {
			push @row, \$1 // \$2;
			next if \$3 eq \",\";
			push @rows, [@row];
			@row = ();
			last if pos(\$text) == length \$text;
		}
		my @head = @{ shift @rows };
		my %at = map { \$head[\$_] => \$_ } 0 .. \$#head;
		my \$n = grep { !length \$_->[\$at{\"title:ckb\"}] }
			grep { @\$_ > 1 && \$_->[\$at{stage}] ne \"withdrawn\" } @rows;
		print \"\$n\n\";
	" <"$work/out.d/document.csv" >"$work/n"
	listed document missing
	[ "$(grep -c ",title$" "$work/listed")" -eq "$(cat "$work/n")" ]
	[ "$(cat "$work/n")" -gt 50 ]
'

test 'CSV and JSON of a list are its rows' '
	listed pledge draft
	request GET "/en/translation?to=ckb&of=pledge&state=draft&format=csv"
	header_has "pledge.csv"
	[ "$(grep -c "^IQ22-" "$work/page")" -eq "$(wc -l <"$work/listed")" ]
	request GET "/en/translation?to=ckb&of=pledge&state=draft&format=json"
	[ "$(grep -o "\"code\":\"IQ22-" "$work/page" | wc -l)" -eq \
		"$(wc -l <"$work/listed")" ]
	page_has "\"field\":\"title\""
'

test 'when the source changes its translations are older, until they are written anew' '
	before=$(waits pledge out_of_date)
	mithaq set IQ22-4 "title:en=A title that the source changed"
	[ "$(waits pledge out_of_date)" -eq $((before + 1)) ]
	listed pledge out_of_date
	grep -qx "IQ22-4,title" "$work/listed"
	request GET "/en/translation?to=ckb&of=pledge&state=out_of_date"
	text_has "since"
	text_has "A title that the source changed"
	text_has "فراوانکردن"
	mithaq set IQ22-4 "title:ckb=ناونیشانێکی نوێ"
	[ "$(waits pledge out_of_date)" -eq "$before" ]
	listed pledge draft
	! grep -qx "IQ22-4,title" "$work/listed"
'

test 'what was never written waits, and no longer when it is' '
	before=$(waits action missing)
	mithaq add action code=A-900 "title:ar=إجراء جديد"
	[ "$(waits action missing)" -eq $((before + 1)) ]
	request GET /en/actions/A-900/edit
	request POST /en/actions/A-900/edit "version=$(input_value version)" \
		"title:ckb=ڕێوشوێنێکی نوێ" title:ckb:state=draft \
		title:ckb:origin=rendering
	status_is 303
	[ "$(waits action missing)" -eq "$before" ]
	listed action draft
	grep -qx "A-900,title" "$work/listed"
	mithaq withdraw A-900 --reason "test"
	listed action draft
	! grep -qx "A-900,title" "$work/listed"
'

test 'the words that somebody said are not asked for in other languages' '
	request GET "/en/translation?to=ckb&of=quote&state=missing&format=csv"
	out_has "code,title,field"
	out_lacks ",words,missing"
	request GET "/en/translation?to=ckb&of=fact&state=draft&format=csv"
	out_has ",note,draft,"
	for state in missing draft; do
		request GET "/en/translation?to=ckb&of=fact&state=$state&format=csv"
		out_lacks ",words,$state,"
	done
'

# text FIELD: the part of the form that holds it
text() {
	tr "\n" " " <"$work/page" | sed "s/<fieldset/\n<fieldset/g" |
		grep " id=\"$1\"" >"$work/out"
}

test 'the form has the languages of a text side by side, each with its state' '
	request GET /en/pledges/IQ22-5/edit
	text title
	out_has "class=\"sides\""
	out_has "name=\"title:ar\" lang=\"ar\" dir=\"rtl\""
	out_has "name=\"title:ckb\" lang=\"ckb\" dir=\"rtl\""
	out_has "English</label>  <span class=\"mark\">source text"
	version=$(input_value version)
	# a text that has no words yet has no source
	request GET /en/pledges/IQ22-2/edit
	text summary
	out_has "name=\"summary:en\""
	out_lacks "class=\"mark\""
	request POST /en/pledges/IQ22-5/edit "version=$version" \
		"title:en=The source has other words now"
	status_is 303
	request GET /en/pledges/IQ22-5/edit
	text title
	out_has "older than the source text, since <time"
	request GET /en/pledges/new
	page_lacks "class=\"sides\""
	page_lacks "missing in this language"
'

test 'the form shows the terms of the source text, in any of their forms' '
	request GET /en/pledges/IQ22-4/edit
	text summary
	out_has "National Referral Mechanism"
	out_has "آلية الإحالة الوطنية"
	out_has "href=\"/en/terms/T-NRM\""
	out_lacks "T-VNR"
	# an inflected form of a name, and an alias of another
	mithaq add term code=T-900 "title:en=border crossing" \
		"title:ar=معبر حدودي" "aliases=port of entry"
	mithaq add action code=A-901 \
		"title:en=Two border crossings and one port of entry"
	request GET /ckb/actions/A-901/edit
	text title
	out_has "/ckb/terms/T-900"
	out_has "معبر حدودي"
	mithaq set A-901 "title:en=Crossing the border"
	request GET /ckb/actions/A-901/edit
	page_lacks "/ckb/terms/T-900"
	# a withdrawn term is no term
	mithaq set A-901 "title:en=The border crossing"
	mithaq withdraw T-900 --reason test
	request GET /ckb/actions/A-901/edit
	page_lacks "/ckb/terms/T-900"
'

test 'words of the interface: how far each is, and where it is seen' '
	request GET "/en/translation?to=ckb&of=words&state=draft&format=csv"
	[ "$(wc -l <"$work/page")" -gt 1000 ]
	out_has "pledge.due_on,الموعد,وادە,/pledges"
	# of most it is known where
	[ "$(grep -c ",somewhere in the program\$" "$work/page")" -lt 100 ]
	request GET "/en/translation?to=en&of=words&state=draft&format=csv"
	lines_are 1
	request GET "/ckb/translation?of=words&state=draft"
	page_has "rel=\"next\""
	page_has "pledge.due_on" || page_has "action.due_on"
	request GET "/en/translation?to=ckb&of=words&state=missing"
	text_has "Nothing waits here."
'

test 'what is asked for wrongly is said' '
	for query in to=xx of=ministry "of=pledge&state=good"; do
		request GET "/en/translation?$query"
		status_is 400
	done
	request GET "/en/translation?of=pledge&after=x.y.z"
	status_is 200
'

test 'a full list costs as many statements as a short one' '
	"$MITHAQ" request GET "/ar/translation?to=ckb&of=document&state=missing" \
		--stats >"$work/page" 2>"$work/stats"
	eval "$(tail -n 1 "$work/stats")"
	full=$statements
	"$MITHAQ" request GET "/ar/translation?to=ckb&of=event&state=missing" \
		--stats >"$work/page" 2>"$work/stats"
	eval "$(tail -n 1 "$work/stats")"
	[ "$full" -le 10 ]
	[ "$statements" -le $((full + 1)) ]
'

# Steps of the database for one page of this list, at so many records.
steps() {
	mithaq init --demo bulk --records "$1" --db "sqlite:$work/$1.sqlite"
	"$MITHAQ" request GET "$2" --stats --db "sqlite:$work/$1.sqlite" \
		>"$work/page" 2>"$work/stats"
	sed -n "s/.*vm_steps=\([0-9]*\).*/\1/p" "$work/stats"
	rm -f "$work/$1.sqlite"*
}

if [ "$MITHAQ_TEST_DB" = sqlite ]; then
	test 'a page of a list looks at no more when there is three times as much' '
		few=$(steps 10000 "/ar/translation?to=ckb&of=action&state=missing")
		many=$(steps 30000 "/ar/translation?to=ckb&of=action&state=missing")
		echo "steps: $few, $many"
		[ "$few" -gt 100 ]
		[ "$many" -le $((few * 13 / 10 + 300)) ]
	'
else
	skip 'a page of a list looks at no more' 'SQLite counts its steps'
fi

finish

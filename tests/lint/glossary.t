#!/usr/bin/perl
# glossary.t - one thing has one name in Arabic
#
# The terms of the packs (term.csv) and those of the interface below are used
# as written: an Arabic message says the term wherever the English one does,
# and never one of its other names; an Arabic text of a pack says one of the
# names that the term bank knows. Forms of a word count as the word.
use strict;
use warnings;
use utf8;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Encode qw(decode encode);
use Lint;

# What the English says, the Arabic words of which one must stand there, and
# the keys for which it need not, because another thing is meant.
my @interface = (
	[qr/pledges?/i, 'تعهد', qr/^home\.pledged$/],
	[qr/actions?/i, 'إجراء'],
	[qr/plans?/i, 'خطة خطط', qr/^goal\.empty$/],
	[qr/milestones?/i, 'معلم معالم'],
	[qr/documents?/i, 'وثيقة وثائق', qr/^fact\.intro$/],
	[qr/quotes?/i, 'اقتباس'],
	[qr/updates?/i, 'تحديث محدث'],
	[qr/frameworks?/i, 'إطار أطر'],
	[qr/provisions?/i, 'حكم أحكام', qr/^provision\.parent$/],
	[qr/cycles?/i, 'دورة'],
	[qr/objectives?/i, 'هدف أهداف'],
	[qr/indicators?/i, 'مؤشر'],
	[qr/lists?/i, 'قائمة قوائم', qr/^(?:cmd\.list|problem\.setting_value)$/],
	[qr/files?/i, 'ملف'],
	[qr/pages?/i, 'صفحة', qr/^cmd\.serve$/],
	[qr/drafts?/i, 'مسودة'],
	[qr/databases?/i, 'قاعدة'],
	[qr/translations?/i, 'ترجمة'],
	[qr/download/i, 'تنزيل'],
	[qr/search/i, 'بحث'],
	[qr/deadlines?/i, 'موعد'],
);
# Other words for these things, which the interface does not use.
my %never = (
	'لائحة' => 'قائمة', 'لوائح' => 'قوائم', 'مستندات' => 'وثائق', 'فلتر' => 'تصفية', 'فلترة' => 'تصفية',
	'مدخلة' => 'سجل',
	'محطة' => 'معلم', 'داتا' => 'بيانات', 'فايل' => 'ملف',
);

# Plurals that are words of their own.
my %plural = ('مكتب' => 'مكاتب', 'منتدى' => 'منتديات');
# Texts whose other language says more, by file and code.
my %shorter = (
	# The title as the Arabic press gave it.
	'packs/iraq/pledge.csv IQ22-4' => 1,
);

sub folded {
	my ($word) = @_;
	$word =~ s/[\x{64b}-\x{652}\x{640}\x{670}\x{200c}-\x{200f}]//g;
	$word =~ tr/أإآىة/اااىه/;
	return $word;
}

# What a word may begin and end with: particles, the article or the person of
# a verb, then the ends of number, gender, case and possession.
my $before = qr/[وف]?(?:بال|كال|لل|ال|[بلك]|[يتن])?/;
my $behind = qr/(?:ات|ون|ين|ان|ت)?(?:ها|هم|نا|ه|ا|ي)?/;

# A pattern for any form of a word of the glossary.
sub form {
	my $word = folded($_[0]);
	$word =~ s/^(?:بال|لل|ال)(?=..)//;
	$word =~ s/(?<=...)(?:ات|ون|ين|ه)$//;
	my $other = folded($plural{$_[0] =~ s/^ال//r} // $word);
	return qr/(?<!\w)$before(?:\Q$word\E|\Q$other\E)$behind(?!\w)/;
}

# All words of a name, in any form and order; short ones carry nothing.
sub says {
	my ($text, $name) = @_;
	for (grep { length > 2 } split /[^\w\x{64b}-\x{652}]+/, $name) {
		my $form = form($_);
		return 0 if $text !~ $form;
	}
	return 1;
}

sub utf8_of { return decode('UTF-8', slurp($_[0])) }

# The messages of a .po file: key => all its forms in one line.
sub messages {
	my ($path) = @_;
	my (%said, $id, $open);
	for (split /\n/, utf8_of($path)) {
		if (/^msgid "(.*)"/) { $id = $1; $open = 0 }
		elsif (/^msgstr(?:\[\d\])? "(.*)"/) {
			$said{$id} .= " $1";
			$open = 1;
		} elsif ($open && /^"(.*)"/) { $said{$id} .= $1 }
	}
	delete $said{''};
	s/\{\w+\}/ /g for values %said;
	return \%said;
}

# The rows of a file of a pack: [line, { column => value }].
sub rows {
	my ($path) = @_;
	my ($text, $line, @heads, @rows) = (utf8_of($path), 1);
	my (@cells, $began);
	while ($text =~ /\G(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|\z)/g) {
		my ($cell, $end) = (defined $1 ? $1 : $2, $3);
		$began //= $line;
		$line += ($cell =~ tr/\n//) + ($end eq "\n");
		$cell =~ s/""/"/g;
		push @cells, $cell;
		next if $end eq ',';
		if (!@heads) { @heads = @cells }
		elsif (@cells > 1) {
			my %row;
			@row{@heads} = @cells;
			push @rows, [$began, \%row];
		}
		(@cells, $began) = ();
		last if pos($text) >= length $text;
	}
	return @rows;
}

# The terms: English pattern, Arabic name, all names, pack.
sub terms {
	my ($root) = @_;
	my @terms;
	for my $path (files($root, qr{/term\.csv$}, 'packs')) {
		my ($pack) = $path =~ m{^packs/([^/]+)/};
		for (rows("$root/$path")) {
			my $row = $_->[1];
			my ($en, $ar) = @$row{qw(title:en title:ar)};
			next unless $en && $ar;
			push @terms, { pack => $pack, en => qr/\b\Q$en\Es?\b/i,
				ar => $ar, all => [$ar,
				split /\|/, $row->{aliases} // ''] };
		}
	}
	return @terms;
}

sub in_words {
	my ($root, @terms) = @_;
	my ($en, $ar) = map { messages("$root/words/$_.po") } qw(en ar);
	my @found;
	# The hints of the command line say names that are typed.
	delete $ar->{$_} for grep { /^opt\./ } keys %$ar;
	for my $key (sort keys %$ar) {
		my ($english, $arabic) = ($en->{$key} // '', $ar->{$key});
		my $text = folded($arabic);
		for (@interface) {
			my ($asked, $words, $but) = @$_;
			next unless $english =~ /\b(?:$asked)\b/;
			next if $but && $key =~ $but;
			my @words = split / /, $words;
			push @found, "words/ar.po: $key says none of: @words"
				unless grep { says($text, $_) } @words;
		}
		for (@terms) {
			push @found, "words/ar.po: $key does not say $_->{ar}"
				if $english =~ $_->{en} &&
				!says($text, $_->{ar});
		}
		for my $word (sort keys %never) {
			my $form = folded($word);
			push @found, "words/ar.po: $key says $word, the " .
				"glossary $never{$word}"
				if $text =~ /(?<!\w)$before$form(?!\w)/;
		}
	}
	return @found;
}

sub in_packs {
	my ($root, @terms) = @_;
	my @found;
	for my $path (files($root, qr/\.csv$/, 'packs')) {
		my ($pack) = $path =~ m{^packs/([^/]+)/} or next;
		my @here = grep { $_->{pack} =~ /^(?:gcm|\Q$pack\E)$/ } @terms;
		next if $path =~ m{/(?:term|manifest)\.csv$};
		for (rows("$root/$path")) {
			my ($line, $row) = @$_;
			for my $column (grep { /:en$/ } sort keys %$row) {
				(my $other = $column) =~ s/:en$/:ar/;
				my ($en, $ar) = @$row{$column, $other};
				next unless $en && $ar;
				next if $shorter{"$path " . ($row->{code} // '')};
				# A title that is a label of words beside it.
				next if $row->{'words:ar'};
				my $text = folded($ar);
				for my $term (@here) {
					next unless $en =~ $term->{en};
					next if grep { says($text, $_) }
						@{ $term->{all} };
					push @found, "$path:$line: $other " .
						"does not say $term->{ar}";
				}
			}
		}
	}
	return @found;
}

sub check {
	my ($root) = @_;
	my @terms = terms($root);
	my @found = (in_words($root, @terms), in_packs($root, @terms));
	return map { encode('UTF-8', $_) } @found;
}

my $bank = encode('UTF-8', "code,title:ar,title:en,aliases\n" .
	"T-1,إعادة الإدماج,reintegration,إعادة الدمج\n");
sub po {
	my ($text) = @_;
	return encode('UTF-8', "msgid \"\"\nmsgstr \"\"\n\n" .
		"msgid \"a.b\"\nmsgstr \"$text\"\n");
}
sub small {
	my ($en, $ar, %more) = @_;
	return { 'words/en.po' => po($en), 'words/ar.po' => po($ar),
		'packs/gcm/term.csv' => $bank,
		map { $_ => encode('UTF-8', $more{$_}) } keys %more };
}

planted(\&check, 'another word for a thing of the interface',
	qr/a\.b says none of/, small('A pledge', 'وعد'));
planted(\&check, 'a word that the interface does not use',
	qr/a\.b says .* the glossary/, small('A thing', 'في اللائحة'));
planted(\&check, 'another name of a term in the interface',
	qr/a\.b does not say/, small('The reintegration', 'وإعادة الدمج'));
planted(\&check, 'a name that the term bank does not know',
	qr{packs/gcm/plan\.csv:2: title:ar does not say},
	small('x', 'س', 'packs/gcm/plan.csv' =>
		"code,title:ar,title:en\nP,\"دمج، ثم دمج\",Reintegration\n"));
clean(\&check, 'forms of the words, and other names in a pack',
	small('Pledges and plans', 'للتعهدات والخطط', 'packs/gcm/plan.csv' =>
		"code,title:ar,title:en\nP,بإعادة دمج,Reintegration\n"));
judge(\&check, 'terms are used as the glossary has them');

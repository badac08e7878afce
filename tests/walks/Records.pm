# Records.pm - records of every entity with something in every field
#
# Made from what the program says of its entities (mithaq describe), so that
# a new entity or field is walked without a word here. The values come from a
# small generator of numbers with a seed: the same on every run.
package Records;
use strict;
use warnings;
use utf8;
use Unicode::Normalize ();
use Walk;

# Texts that have broken programs before. None is longer than 40 letters,
# which is the narrowest field.
my @plain = ('توسيع آلية الإحالة الوطنية', 'إدارة الهجرة', 'ڕێگای کۆچ و گەڕانەوە',
	'National referral mechanism', 'كلية الطبّ', 'شەش ڤەژین ێ ە ڵ',
	'٢٠٢٢ أيار', 'naïve café', 'İstanbul ışık');
my @nasty = ('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>',
	"' OR 1=1; DROP TABLE pledge; --", '&lt;b&gt; &amp; &', '{n} {field} %s %n %d',
	'=1+2 "quoted", comma', '-- ; /* */ $1 ?', "\x{200f}עברית\x{200e} عربي",
	"a\x{200c}b\x{200d}c \x{1f469}\x{1f3fd}", '\\ back\\slash\\\\', '</textarea></title>',
	'\'\'\' ``` """', 'null', '0', '@SUM(A1:A9)', "'=1+1", "''-1", '+9647', '[a](javascript:alert(1))',
	"e\x{301}\x{327} composed", '٪ ؟ ، ؛ ـــ', '<!-- --> ]]> <![CDATA[');
my @long = ("One line.\n\nAnother *paragraph* with [a](https://example.org).",
	"<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>",
	"- أول\n- ثانٍ\n\n> قول\n\n```\n</textarea><b>\n```",
	"[bad](javascript:alert(1)) ![x](https://example.org/x.png) <b>b</b>",
	"# Heading\n\n1. a\n2. b\n\n| a | b |\n|---|---|\n| 1 | 2 |");

sub new {
	my ($class, $entities, $seed, $nasty) = @_;
	return bless { entities => $entities, seed => $seed, nasty => $nasty,
		codes => {}, made => 0 }, $class;
}

# A number from 0 to n-1 (a linear congruence, Knuth's MMIX cut to 31 bits).
sub number {
	my ($s, $n) = @_;
	$s->{seed} = ($s->{seed} * 1103515245 + 12345) % 2147483648;
	return int($s->{seed} / 65536) % $n;
}

# Is it one of those, or the beginning of one? They claim any language.
sub is_nasty {
	my ($words) = @_;
	my $start = substr $words =~ s/^\s+//r, 0, 8;
	for my $n (@nasty) {
		return 1 if length $start && index($n, $start) >= 0;
	}
	return 0;
}

sub one { return $_[1][$_[0]->number(scalar @{ $_[1] })] }

sub words {
	my ($s) = @_;
	return $s->one($s->{nasty} || $s->number(3) == 0 ? \@nasty : \@plain);
}

sub date_of {
	my ($s, $name) = @_;
	# What begins comes before what ends.
	my $year = $name =~ /^(?:from|committed|adopted|issued)_on$/
		? 2001 + $s->number(10) : 2020 + $s->number(10);
	my $month = 1 + $s->number(12);
	my $day = 1 + $s->number(28);
	return $s->one([sprintf('%04d-%02d-%02d', $year, $month, $day),
		sprintf('%04d-%02d', $year, $month), "$year"]);
}

sub code_of {
	my ($s, $entity) = @_;
	my @all = $entity ? @{ $s->{codes}{$entity} // [] }
		: map { @{ $s->{codes}{$_} } } sort keys %{ $s->{codes} };
	return @all ? $s->one(\@all) : '';
}

# Something for every column of a record: { column => value }.
sub values_of {
	my ($s, $entity) = @_;
	my %v;
	for my $f (@{ $s->{entities}{$entity} }) {
		my ($name, $kind) = @$f{qw(name kind)};
		if ($kind eq 'text' || $kind eq 'longtext') {
			my $source = $s->one([languages()]);
			for my $l (languages()) {
				next if $l ne $source && $s->number(3) == 0;
				$v{"$name:$l"} = $kind eq 'text' ? $s->words
					: $s->one(\@long) . "\n\n" . $s->words;
				$v{"$name:$l:origin"} = $l eq $source ? 'source' :
					$s->one([qw(official rendering machine)]);
				$v{"$name:$l:state"} = $l eq $source ? 'checked' :
					$s->one([qw(draft checked)]);
			}
		} elsif ($kind eq 'line') {
			$v{$name} = $s->words;
		} elsif ($kind eq 'url') {
			$v{$name} = 'https://example.org/%D8%A8?a=1&b="2"';
		} elsif ($kind eq 'date') {
			$v{$name} = $s->date_of($name);
		} elsif ($kind eq 'instant') {
			$v{$name} = '2022-05-10T09:30:00Z';
		} elsif ($kind eq 'count') {
			$v{$name} = $s->number(100000);
		} elsif ($kind eq 'yesno') {
			$v{$name} = $s->one([qw(yes no)]);
		} elsif ($kind eq 'choice') {
			$v{$name} = $s->one([split /\|/, $f->{values}]);
		} elsif ($kind eq 'ref') {
			$v{$name} = $s->code_of($f->{values});
		} elsif ($kind eq 'anyref') {
			$v{$name} = $s->code_of('');
		} else {
			die "a kind of field nobody can fill: $kind\n";
		}
	}
	return \%v;
}

sub next_code {
	my ($s, $entity) = @_;
	return sprintf 'X%s-%03d', uc(substr $entity, 0, 4), ++$s->{made};
}

sub keep {
	my ($s, $entity, $code) = @_;
	push @{ $s->{codes}{$entity} }, $code;
}

# What the JSON of a record must say of these values; faults if not.
sub compare {
	my ($s, $entity, $values, $json, $what) = @_;
	for my $f (@{ $s->{entities}{$entity} }) {
		my ($name, $kind) = @$f{qw(name kind)};
		my $got = $json->{$name};
		if ($kind eq 'text' || $kind eq 'longtext') {
			for my $l (languages()) {
				compare_text($values, $name, $l, $got, $what);
			}
			next;
		}
		my $want = $values->{$name};
		$got = $got->{code} if ref $got eq 'HASH';
		$got = $got ? 'yes' : 'no' if $kind eq 'yesno' && defined $got;
		$want = undef if defined $want && $want eq '';
		$want = Unicode::Normalize::NFC($want) if defined $want;
		Walk::fault("$what.$name: " . ($got // 'nothing') . ' and not ' .
			($want // 'nothing'))
			if ($got // "\0") ne ($want // "\0");
	}
}

sub compare_text {
	my ($values, $name, $l, $got, $what) = @_;
	my $want = $values->{"$name:$l"};
	my $is = ref $got ? $got->{$l} : undef;
	if (!defined $want || $want eq '') {
		fault("$what.$name:$l: is there") if $is;
		return;
	}
	if (!$is) {
		fault("$what.$name:$l: is not there");
		return;
	}
	my %same = ('' => 'text', ':origin' => 'origin', ':state' => 'state');
	for (sort keys %same) {
		my $wanted = $values->{"$name:$l$_"};
		next unless defined $wanted;
		fault("$what.$name:$l$_: $is->{$same{$_}} and not $wanted")
			if $is->{$same{$_}} ne Unicode::Normalize::NFC($wanted);
	}
}

1;

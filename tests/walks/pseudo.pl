#!/usr/bin/perl
# pseudo.pl - are all words of a page words of the .po files?
#
#   tests/walks/pseudo.pl empty|DEMO
#
# Asks the program whose words are longer and stand in ‹ › (tools/pseudo).
# What stands outside these marks comes from no .po file. Without records
# nothing may; with a demo it must be a word of the data. A few pages of
# every kind are looked at in each language, a form that is sent back too.
use strict;
use warnings;
use utf8;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Walk;

my ($what) = @ARGV;
my $a_few = 3;
my $letters = qr/\p{L}[\p{L}\p{M}]+/;
# Elements whose words are not for the marks: codes, keys, what was typed.
my %apart = map { $_ => 1 } qw(code kbd pre textarea script style);
# What is said for people in attributes.
my @said_in = qw(aria-label title placeholder alt);
# Each language is named in itself, whatever the page's language.
my %own = map { $_ => 1 } qw(العربية کوردی English Français);
# The names of formats and the program's own commands.
$own{$_} = 1 for qw(JSON CSV XLSX SQLite PostgreSQL mithaq Ctrl Alt Shift
	Esc Enter Tab Home);

# ---- what the marks leave

sub unmarked {
	my ($text) = @_;
	# In pictures a line may end before its mark does.
	$text =~ s/‹[^‹›]*(?:›|…|\z)/ /g;
	# Nor does a line of data that is cut end with a whole word.
	$text =~ s/[\p{L}\p{M}]+…/ /g;
	return $text;
}

# [words, where] of all that a page says.
sub sayings {
	my ($html) = @_;
	my (@said, $picture);
	parse($html, sub {
		my ($name, $a) = @_;
		push @said, [$a->{$_}, "$name $_"]
			for grep { defined $a->{$_} } @said_in;
		push @said, [$a->{content}, 'meta']
			if $name eq 'meta' && ($a->{name} // '') eq
			'description';
		push @said, [$a->{value}, 'button'] if $name eq 'input' &&
			($a->{type} // '') =~ /^(?:submit|button|reset)$/;
	}, sub {
		my ($words, $open) = @_;
		return if $words !~ /\S/ || grep { $apart{$_->{name}} } @$open;
		my ($line) = grep { $_->{name} =~ /^(?:a|g|svg)$/ }
			reverse @$open;
		$line = undef unless grep { $_->{name} eq 'text' } @$open;
		# The lines of one text of a picture are one saying.
		if ($line && $picture && $picture->[0] == $line) {
			$picture->[1][0] .= " $words";
			return;
		}
		my $saying = [$words, join ' ', map { $_->{name} } @$open];
		$picture = $line ? [$line, $saying] : undef;
		push @said, $saying;
	});
	return @said;
}

# Words outside the marks that are neither data nor names.
sub strange {
	my ($html, $data) = @_;
	my @found;
	for (sayings($html)) {
		my ($text, $where) = @$_;
		for my $word (unmarked($text) =~ /$letters/g) {
			next if $own{$word} || $data->{lc $word};
			push @found, "$word in: $text ($where)";
			last;
		}
	}
	return @found;
}

sub tried {
	my $page = sub { return "<!doctype html>\n<html><body>$_[0]" .
		'</body></html>' };
	for ('<p>words</p>', '<p>‹a› words ‹b›</p>', '<p aria-label="words">',
		'<input type="submit" value="words">', '<p>‹a› <bdi>words</bdi> ‹b›</p>',
		'<svg><text>‹a› words</text></svg>') {
		fault("not seen: $_") unless strange($page->($_), {});
	}
	for ('<p>‹words›</p>', '<p>‹some› <b>data</b> ‹words›</p>', '<p>data 12</p>',
		'<code>words</code>', '<p>English</p>', '<svg><text>‹cut' .
		'<tspan>off…</tspan></text></svg>') {
		fault("$_: $_") for strange($page->($_), { data => 1 });
	}
}

# ---- the pages

# All words of the records, in small letters.
sub data_words {
	my %words;
	my $folder = scratch() . '/pseudo-data';
	mkdir $folder;
	mithaq_ok('export', $folder);
	for my $file (glob "$folder/*.csv") {
		my $text = Encode::decode('UTF-8', slurp($file));
		$words{lc $_} = 1 for $text =~ /$letters/g;
	}
	return \%words;
}

my $site = site();
my %lists = map { $_->[0] => 1 } map { [m{^/en/([a-z]+)$}] }
	grep { m{^/en/[a-z]+$} } links($site->get('/en/records')->{body});

# Lists, forms and histories are written by the same code for every kind of
# record; the records themselves are looked at kind by kind.
sub kind_of {
	my ($url) = @_;
	my ($path, $ask) = split /\?/, $url, 2;
	my (undef, $lang, $first, $code, @deed) = split m{/}, $path;
	my $names = join '&', sort map { s/=.*//r } split /&/, $ask // '';
	return "/$lang?$names" unless defined $first;
	my $kind = $lists{$first} && (@deed || !defined $code) ? '…' : $first;
	$code = defined $code ? $code =~ /[0-9A-Z]/ ? 'CODE' : $code : '';
	return join('/', '', $lang, $kind, $code, @deed) . "?$names";
}

my (%seen, %kinds, @queue, @faults, $looked);
my $data = $what eq 'empty' ? {} : data_words();
sub look {
	my ($a, $where) = @_;
	return unless ($a->{head}{'content-type'} // '') =~ m{^text/html};
	$looked++;
	push @faults, map { "$where: $_" } strange($a->{body}, $data);
	push @faults, "$where: a page without marked words"
		unless $a->{body} =~ /‹/;
}

sub add {
	my ($url) = @_;
	$url =~ s/#.*//s;
	# The manual is text of its own, in a file for each language.
	return if $url !~ m{^/(?:ar|ckb|en)(?=[/?]|\z)} || $url =~ m{/manual};
	return if $seen{$url}++ || $kinds{kind_of($url)}++ >= $a_few;
	push @queue, $url;
}

add("/$_") for languages();
while (defined(my $url = shift @queue)) {
	my $a = $site->get($url);
	if ($a->{status} =~ /^30/) {
		add($a->{head}{location} // '');
		next;
	}
	look($a, $url);
	next unless ($a->{head}{'content-type'} // '') =~ m{^text/html};
	for (links($a->{body})) {
		add(/^\?/ ? ($url =~ s/\?.*//sr) . $_ : $_);
	}
}
for my $lang (languages()) {
	look($site->get("/$lang/nothing-here"), "/$lang/nothing-here");
	for my $list (sort keys %lists) {
		my $new = "/$lang/$list/new";
		look($site->post($new, [code => 'x x', due_on => 'x']),
			"POST $new");
	}
}

check('words without marks are seen', \&tried);
check("$what: there are pages to look at ($looked)", sub {
	fault("only $looked") if $looked < 60;
});
check("$what: every word is one of the .po files, or data", sub {
	fault($_) for @faults;
});
finish();

#!/usr/bin/perl
# search_gold.pl - the gold set (tests/gold/README.md) through the search itself
#
#   tests/walks/search_gold.pl FILE
#
# Every document of the set becomes a record, every query is asked. A record
# counts as found when its score is above what a common root gives
# (store/search.h). What each query finds, in its order, is written to FILE,
# so that two databases can be compared.
use strict;
use warnings;
use utf8;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Walk;

my ($file) = @ARGV;
my ($recall_least, $precision_least) = (0.95, 0.90);
# What a stem in a text weighs; a root weighs 1, wherever it stands.
my $stem = 6;
my %half = map {
	$_ => [csv(slurp(tree() . "/tests/gold/$_.csv"))] } qw(tune judge);

# ---- a record for each document

my (%code, $rows);
for my $pair (map { @{ $half{$_} } } sort keys %half) {
	my ($words, $lang) = @$pair{qw(document lang)};
	next if $code{$lang}{$words};
	my $code = sprintf 'G-%04d', ++$rows;
	$code{$lang}{$words} = $code;
}
my $folder = scratch() . '/gold';
mkdir $folder;
for my $lang (sort keys %code) {
	spew("$folder/theme.csv", join '', "code,title:$lang\n", map {
		"$code{$lang}{$_},$_\n" } sort keys %{ $code{$lang} });
	mithaq_ok('import', "$folder/theme.csv");
}

# ---- what each query finds

my $site = site();
my (%found, @lines);
sub ask {
	my ($query) = @_;
	my (%score, @order);
	for (my $page = 1; $page <= 60; $page++) {
		my $a = $site->get('/en/search?format=json&q=' .
			Walk::Site::escape($query) . "&page=$page");
		die "$a->{status}: $query\n" if $a->{status} != 200;
		my $said = json($a->{bytes});
		# Some of the words are not what was asked for.
		last if $said->{some_words};
		for (@{ $said->{rows} }) {
			$score{$_->{code}} = $_->{score};
			push @order, "$_->{code}=$_->{score}";
		}
		last if $page >= $said->{pages};
	}
	push @lines, "$query\t@order\n";
	return \%score;
}

sub counted {
	my ($name) = @_;
	my (%n, @missed);
	for my $pair (@{ $half{$name} }) {
		my ($query, $lang, $kind) = @$pair{qw(query lang expected)};
		my $code = $code{$lang}{$pair->{document}};
		$found{$query} //= ask($query);
		my $is = ($found{$query}{$code} // 0) >=
			$stem * (1 + ($query =~ tr/ //));
		$kind = 'wanted' if $kind =~ /^(?:same|inflected|variant)$/;
		$n{$kind}{all}++;
		$n{$kind}{found}++ if $is;
		push @missed, "$query: $pair->{document}" if $name eq 'tune' &&
			($kind eq 'wanted' ? !$is : $kind eq 'none' && $is);
	}
	my ($all, $right, $wrong) = ($n{wanted}{all}, $n{wanted}{found} // 0,
		$n{none}{found} // 0);
	my $recall = $right / $all;
	my $precision = $right / (($right + $wrong) || 1);
	printf "# %s: recall %d/%d %.1f %%, precision %d/%d %.1f %%\n", $name,
		$right, $all, 100 * $recall, $right, $right + $wrong,
		100 * $precision;
	print "# $_\n" for @missed;
	fault("recall below $recall_least") if $recall < $recall_least;
	fault("precision below $precision_least")
		if $precision < $precision_least;
}

for my $name (sort keys %half) {
	check("search finds what the half \"$name\" wants and little else",
		sub { counted($name) });
}
spew($file, join '', sort @lines);
finish();

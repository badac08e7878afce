#!/usr/bin/perl
# numbers.pl - every number on the home page is the number of its records
#
# Each number leads to a list. Its rows on the page, in its CSV and in its
# JSON are counted, in three languages; all must be that number. The same
# goes for the page of gaps and for the command.
use strict;
use warnings;
use utf8;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Walk;
use Page;

my $site = site();
my %seen;		# path behind the language => the number in each

# The number in some words, in any of the three sets of digits; Arabic and
# Sorani say one and two without a digit.
sub number_in {
	my ($words) = @_;
	(my $w = $words) =~ tr/٠-٩۰-۹/0-90-9/;
	$w =~ s/(?<=\d)[,٬](?=\d{3})//g;
	return $1 if $w =~ /(\d+)/;
	return undef;
}

# Rows of a list on its pages, one behind the other.
sub rows_on_pages {
	my ($url) = @_;
	my $n = 0;
	for (1 .. 100) {
		my $a = $site->get($url);
		die "$url: $a->{status}\n" if $a->{status} != 200;
		my ($body) = $a->{body} =~ m{<tbody>(.*?)</tbody>}s;
		$n += () = ($body // '') =~ /<tr\b/g;
		my ($next) = $a->{body} =~ /<a[^>]*href="([^"]*after=[^"]*)"/;
		return $n unless $next;
		$url = plain($next);
	}
	die "$url has no end\n";
}

sub with_format {
	my ($url, $format) = @_;
	return $url . ($url =~ /\?/ ? '&' : '?') . "format=$format";
}

sub rows_of {
	my ($url) = @_;
	my @csv = csv($site->get(with_format($url, 'csv'))->{bytes});
	my $json = json($site->get(with_format($url, 'json'))->{bytes});
	my $page = rows_on_pages($url);
	return ($page, scalar @csv, scalar @{ $json->{rows} });
}

for my $lang (languages()) {
	check("every number on the home page is that of its list, in $lang", sub {
		my $home = $site->get("/$lang")->{body};
		my ($lead) = $home =~ m{<p class="lead">(.*?)</p>}s;
		my ($gaps) = $home =~ m{<ul class="gaps">(.*?)</ul>}s;
		my $n = 0;
		for my $part ($lead // '', $gaps // '') {
			while ($part =~ m{<a href="([^"]*)">(.*?)</a>}gs) {
				my ($url, $words) = (plain($1), Page::words($2));
				# A record is not a list.
				next if $url =~ m{^/$lang/[a-z]+/[A-Z]};
				my $said = number_in($words);
				my ($page, $csv, $json) = rows_of($url);
				fault("$url has a filter without a value")
					if $url =~ /=(?:&|\z)/;
				# One and two may be words.
				$said = $page if !defined $said && $page =~ /^[12]\z/;
				fault("$words ($url): page $page, CSV $csv, JSON $json")
					if !defined $said || $said != $page ||
					$said != $csv || $said != $json;
				(my $path = $url) =~ s{^/$lang}{};
				$seen{$path}{$lang} = $page;
				$n++;
			}
		}
		fault("only $n numbers") if $n < 10;
	});
}

check('the numbers are the same in the three languages', sub {
	for my $path (sort keys %seen) {
		my @n = map { $seen{$path}{$_} // 'none' } languages();
		fault("$path: @n") if $n[0] ne $n[1] || $n[1] ne $n[2];
	}
});

check('the page of gaps, the command and the lists agree', sub {
	my %said = map { $_->{kind} => $_->{n} }
		csv(mithaq_ok('gaps', '--format', 'csv'));
	my $json = json(bytes(mithaq_ok('gaps', '--format', 'json')));
	my $n = 0;
	for my $kind (sort keys %said) {
		next unless $said{$kind};
		my ($page, $csv, $rows) = rows_of("/en/gaps/$kind");
		fault("$kind: $said{$kind}, page $page, CSV $csv, JSON $rows")
			if $said{$kind} != $page || $page != $csv || $csv != $rows;
		$n++;
	}
	fault("only $n kinds of gap") if $n < 8;
});

# What was kept with the data is what is found when all is counted anew.
check('the counts of each entity are those of its records', sub {
	for (query('SELECT name, bucket, n FROM tally')) {
		my ($name, $bucket, $n) = @$_;
		my ($entity) = $name =~ /^entity:(\w+)/ or next;
		my ($is) = query("SELECT count(*) FROM \"$entity\" " .
			"WHERE stage = '$bucket'");
		fault("$entity $bucket: $n kept, $is->[0] there")
			if $n != $is->[0];
	}
	for (query("SELECT bucket, n FROM tally WHERE name = 'pledges'")) {
		my ($cycle, $n) = @$_;
		my ($is) = query('SELECT count(*) FROM pledge ' .
			"WHERE cycle = $cycle AND stage <> 'withdrawn'");
		fault("pledges of cycle $cycle: $n kept, $is->[0] there")
			if $n != $is->[0];
	}
});
finish();

#!/usr/bin/perl
# story.pl - every sentence of the story leads to its record and its words
#
# The story is the press release of the briefing, cut into what it says: 58
# rows, facts F-SEED-NO of the pack. By command and by click each leads to
# the record it is about, to its page and to the words of the source.
use strict;
use warnings;
use utf8;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Walk;
use Page;

# The numbers of the rows, as the text was cut.
my @numbers = ('T1', 'T2', 1, 2, '2b', 3 .. 23, '23b', 24 .. 34, 'L1',
	35 .. 43, 'L2', 44 .. 52);
my %path = map { $_->[0] => $_->[1] } Page::paths();
my %row = map { $_->{code} => $_ }
	grep { $_->{code} =~ /^F-SEED-/ }
	csv(slurp(tree() . '/packs/iraq/fact.csv'));
my $site = site();

check('the pack holds the 58 rows of the story, and no other', sub {
	fault('there are ' . @numbers . ' numbers') if @numbers != 58;
	my %left = %row;
	for (@numbers) {
		fault("F-SEED-$_ is missing") unless delete $left{"F-SEED-$_"};
	}
	fault("$_ is of no row") for sort keys %left;
	for (sort keys %row) {
		fault("$_ has no words of the source")
			unless ($row{$_}{'words:ar'} // '') =~ /\S/;
		fault("$_ is not of the text itself")
			if $row{$_}{document} ne 'D-SEED';
	}
});

# Which entity a code belongs to, as the database knows.
my %entity = map { @$_ } query('SELECT code, entity FROM code');

check('by command each leads to its record, document and words', sub {
	for my $no (@numbers) {
		my $r = $row{"F-SEED-$no"} or next;
		my $out = mithaq_ok('show', "F-SEED-$no", '--lang', 'ar');
		for my $what ($r->{about}, 'D-SEED', $r->{'words:ar'}) {
			fault("show F-SEED-$no lacks: $what")
				if index($out, $what) < 0;
		}
		# And the record it is about.
		next if $entity{$r->{about}};
		fault("F-SEED-$no is about $r->{about}, which is not there");
	}
});

for my $lang (languages()) {
	check("by click from the document, in $lang", sub {
		my $seed = $site->get("/$lang/documents/D-SEED");
		fault("D-SEED: $seed->{status}") if $seed->{status} != 200;
		for my $no (@numbers) {
			my $r = $row{"F-SEED-$no"} or next;
			my $url = "/$lang/facts/F-SEED-$no";
			if ($seed->{body} !~ /href="\Q$url\E"/) {
				fault("D-SEED does not lead to F-SEED-$no");
				next;
			}
			my $fact = $site->get($url);
			my $words = Page::words($fact->{body});
			fault("$url: $fact->{status}")
				if $fact->{status} != 200;
			fault("$url: the words of the source are not there")
				if index($words, Page::blanks($r->{'words:ar'})) < 0;
			my $entity = $entity{$r->{about}} // '';
			my $to = "/$lang/$path{$entity}/$r->{about}";
			fault("$url does not lead to $to")
				if $fact->{body} !~ /href="\Q$to\E"/;
			fault("$url does not lead to the document")
				if $fact->{body} !~ m{href="/$lang/documents/D-SEED"};
			my $page = $site->get($to);
			fault("$to: $page->{status}") if $page->{status} != 200;
			fault("$to does not lead back to F-SEED-$no")
				if $page->{body} !~ /id="F-SEED-$no"|\Q$url\E"/;
		}
	});
}
finish();

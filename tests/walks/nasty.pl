#!/usr/bin/perl
# nasty.pl - fills every field of every entity with texts that break programs
#
# They go in by the forms, in each language; what the pages then do with them
# is judged by crawl.pl.
use strict;
use warnings;
use utf8;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Walk;
use Records;
use Page;

my ($order, $fields) = entities();
my %path = map { $_->[0] => $_->[1] } Page::paths();
my $made = Records->new($fields, 5, 1);
my $site = site();
my $n = 0;

for my $entity (grep { $path{$_} } @$order) {
	for (1 .. 3) {
		my $values = $made->values_of($entity);
		my $code = $made->next_code($entity);
		my $a = $site->post("/ar/$path{$entity}/new",
			['code', $code, %$values]);
		die "$code: $a->{status}\n" if $a->{status} != 303;
		$made->keep($entity, $code);
		$n++;
		# Something for its history.
		my %again = (%{ $made->values_of($entity) }, map {
			$_->{kind} eq 'ref' && $_->{values} eq $entity
				? ($_->{name} => '') : ()
		} @{ $fields->{$entity} });
		$a = $site->post("/ar/$path{$entity}/$code/edit",
			['version', 1, %again]);
		die "$code: $a->{status}\n" if $a->{status} != 303;
	}
}
for (['pledge', 'serves:in', 'plan'], ['pledge', 'answers:out', 'provision'],
	['pledge', 'leads:in', 'organisation'], ['action', 'serves:out', 'pledge'],
	['pledge', 'in:out', 'place'], ['pledge', 'about:out', 'theme'],
	['event', 'cites:out', 'pledge'], ['document', 'evidences:out', 'event']) {
	my ($from, $kind, $to) = @$_;
	my $code = $made->code_of($from);
	my $a = $site->post("/ar/$path{$from}/$code/link", ['kind', $kind,
		'to', $made->code_of($to), 'note', '"><script>alert(2)</script>',
		'provenance', 'inferred', 'document', '']);
	die "$code $kind: $a->{status}\n" if $a->{status} != 303;
}
print "# $n records of nasty texts\n";

#!/usr/bin/perl
# crawl.pl - follows every link of every page, from the home page on
#
#   tests/walks/crawl.pl NAME LANGUAGE[:few]…
#
# With ":few" the forms and histories of only a few records of each entity
# are looked at in that language, because there are so many of them.
#
# Looks at each page once and judges its form, its language and its links.
# The link walk and the language walk are both this one way through the
# demo, because fetching is what takes time.
use strict;
use warnings;
use utf8;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Walk;
use Page;

my ($name, @asked) = @ARGV;
@asked = map { "$_:few" } languages() unless @asked;
my %few = map { s/:few\z//r => /:few\z/ ? 1 : 0 } @asked;
my @want = map { s/:few\z//r } @asked;
my %want = map { $_ => 1 } @want;
my $site = site();

my (%seen, %from, @queue, %status, %pages);
my (@dead, @form, @language, @fragment, @odd);
my %of;			# LANGUAGE => { path without it => 1 }

# A form or history of a record of which there were enough already?
my (%deeds, %quick);
sub enough {
	my ($url) = @_;
	my ($lang, $path, $deed) =
		$url =~ m{^/([a-z]+)/([a-z]+)/[^/?]+(/[a-z]+|\?format=.*)}
		or return 0;
	return 0 unless $deed =~
		m{^(?:/(?:edit|link|history|withdraw)|\?format=)};
	my $n = $deeds{"$lang $path $deed"}++;
	return 1 if $few{$lang} && $n >= 3;
	# There it must answer; how it looks was seen often enough.
	$quick{$url} = 1 if $n >= 10;
	return 0;
}

sub add {
	my ($url, $page) = @_;
	return if $seen{$url}++ || enough($url);
	$from{$url} = $page;
	push @queue, $url;
}

# An address on a page as one of ours, whole; undef when it leads outside.
sub ours {
	my ($url, $page) = @_;
	return undef if $url =~ m{^(?:https?:)?//} || $url =~ /^(?:mailto|data):/;
	if ($url !~ m{^/}) {
		my ($path) = $page =~ m{^([^?]*)};
		return $url =~ /^\?/ ? "$path$url" :
			$url =~ /^#/ ? $page : ($path =~ s{[^/]*\z}{}r) . $url;
	}
	return $url;
}

add("/$_", 'the start') for @want;
while (defined(my $url = shift @queue)) {
	my $a = eval { $site->get($url) };
	if (!$a) {
		push @dead, "no answer: $url (on $from{$url})";
		next;
	}
	$status{$a->{status}}++;
	push @dead, "$a->{status} $url (on $from{$url})"
		if $a->{status} >= 400 && !($a->{status} == 410);
	if ($a->{status} =~ /^30/) {
		my $to = ours($a->{head}{location} // '', $url);
		add($to, $url) if defined $to;
		next;
	}
	next unless ($a->{head}{'content-type'} // '') =~ m{^text/html};
	$pages{$url} = 1;
	next if $quick{$url};
	my ($lang, $rest) = $url =~ m{^/(ar|ckb|en)(?=[/?]|\z)(.*)}s;
	push @odd, "a page outside the languages: $url" unless $lang;
	next unless $lang;
	$of{$lang}{$rest} = 1;
	my $p = Page::look($a->{body}, $lang);
	push @form, map { "$url: $_" } @{ $p->{form} };
	push @language, map { "$url: $_" } @{ $p->{language} };
	for my $link (@{ $p->{links} }) {
		my $to = ours($link, $url);
		next unless defined $to;
		if ($to =~ s/#(.*)//s) {
			my $id = $1;
			push @fragment, "$url: #$id leads nowhere"
				if $link =~ /^#/ && !$p->{ids}{$id};
		}
		next if $to =~ m{^/(ar|ckb|en)(?=[/?]|\z)} && !$want{$1};
		add($to, $url);
	}
}

check('what is wrong on a page is seen', \&Page::tried);

my $n = keys %pages;
check("$name: there are pages to look at ($n)", sub {
	fault("only $n pages") if $n < 500;
});
check("$name: every link of every page answers", sub {
	fault($_) for @dead;
});
check("$name: every link inside a page has its place there", sub {
	fault($_) for @fragment;
});
check("$name: every page is well formed and has each id once", sub {
	fault($_) for @form;
});
check("$name: every page is in its language and direction", sub {
	fault($_) for @language, @odd;
});
check("$name: every record can be reached from the home page", sub {
	my $n = 0;
	my %path = map { $_->[0] => $_->[1] } Page::paths();
	for (query('SELECT code, entity FROM code')) {
		my ($code, $entity) = @$_;
		my $path = $path{$entity};
		next if !defined $path && $entity eq 'link';
		if (!defined $path) {
			fault("$code: no path of $entity");
			next;
		}
		$n++;
		for my $lang (@want) {
			fault("/$lang/$path/$code is not reached")
				unless $pages{"/$lang/$path/$code"} ||
				($path eq 'organisations' &&
				$pages{"/$lang/bodies/$code"});
		}
	}
	fault("only $n records") if $n < 500;
});
check("$name: a page has the same sisters in each language", sub {
	for my $lang (@want) {
		for my $rest (sort keys %{ $of{$want[0]} }) {
			# Where a list goes on is another place in each order.
			next if $rest =~ /after=/ || $rest =~
				m{^/[a-z]+/[^/?]+/(?:edit|link|history|withdraw)};
			fault("/$lang$rest is missing")
				unless $of{$lang}{$rest};
		}
	}
}) if @want > 1;
print "# $n pages, ", join(', ', map { "$status{$_} of $_" }
	sort keys %status), "\n";
finish();

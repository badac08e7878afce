#!/usr/bin/perl
# away.pl - the database goes away while we serve, and comes back
#
# All connections of the server are cut, as a restart of PostgreSQL does, and
# new ones are refused for a while. Pages answer 503 in the reader's
# language and a form keeps what was typed; when the database is back the
# same server goes on, without having been restarted.
use strict;
use warnings;
use utf8;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Walk;

my $site = site();
my $child = $site->child;
my ($name) = $ENV{MITHAQ_DB} =~ m{^postgres[a-z]*://[^/]*/([^?]+)};
my $admin = $ENV{MITHAQ_TEST_PG};

sub admin {
	my ($sql) = @_;
	system('psql', '-X', '-q', '-o', '/dev/null', '-d', $admin, '-c',
		$sql) == 0 or die "failed: $sql";
}

sub away {
	admin("ALTER DATABASE $name ALLOW_CONNECTIONS false");
	admin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity " .
		"WHERE datname = '$name'");
}

sub back { admin("ALTER DATABASE $name ALLOW_CONNECTIONS true") }

my $page = '/ar/pledges/XX22-1';
my $form = ['version', 1, 'title:ar', 'ما كُتب لا يضيع'];

check('a page answers before', sub {
	my $a = $site->get($page);
	fault("status $a->{status}") unless $a->{status} == 200;
});

away();
check('while it is away pages say so, in Arabic, with 503', sub {
	for my $try (1 .. 6) {
		my $a = $site->get("$page?n=$try");
		fault("status $a->{status}") unless $a->{status} == 503;
		fault('not in Arabic') unless $a->{body} =~ /lang="ar"/;
		fault('no Retry-After') unless $a->{head}{'retry-after'};
	}
});
check('a form keeps what was typed', sub {
	my $a = $site->post("$page/edit", $form);
	fault("status $a->{status}") unless $a->{status} == 503;
	fault('it is lost') unless $a->{body} =~ /ما كُتب لا يضيع/;
});

back();
check('when it is back the same server goes on', sub {
	my $status = 0;
	# It looks for the database again four times a second.
	for my $try (1 .. 100) {
		$status = $site->get("$page?m=$try")->{status};
		last if $status == 200;
		select undef, undef, undef, 0.05;
	}
	fault("status $status: " . substr($site->said, -600)) unless $status == 200;
	fault('it was started again') unless $site->child == $child;
});
check('and it writes', sub {
	my $now = json($site->get("/en/pledges/XX22-1?format=json")->{bytes});
	$form->[1] = $now->{version};
	my $a;
	for my $try (1 .. 100) {
		$a = $site->post("$page/edit", $form);
		last if $a->{status} != 503;
		select undef, undef, undef, 0.05;
	}
	fault("status $a->{status}") unless $a->{status} == 303;
	my $v = mithaq('verify', '--lang', 'en');
	fault($v->{out}) if $v->{exit};
});
finish();

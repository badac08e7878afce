#!/usr/bin/perl
# crash.pl - killed at every write
#
# Commands that save are run again and again from the same database, each
# time killed (SIGKILL) at the next system call that writes, syncs, cuts,
# renames or removes, as strace counts them. Afterwards the database is as
# before or as after, never between, and its log is proven. Then a server is
# killed while many save: whatever it acknowledged is there.
use strict;
use warnings;
use utf8;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Walk;

my $least = 200;		# points at which the program is killed
my @calls = qw(pwrite64 write fdatasync fsync ftruncate unlink rename);

# The leak checker cannot work under a tracer.
$ENV{ASAN_OPTIONS} = ($ENV{ASAN_OPTIONS} // '') . ':detect_leaks=0';

my $dir = scratch();

# ---- the command line, on SQLite: its files are ours to copy

my $database = $ENV{MITHAQ_DB} =~ s/^sqlite://r;

sub restore {
	unlink "$database-wal", "$database-shm";
	system('cp', "$dir/before.sqlite", $database) == 0 or die 'cp';
}

# What people see of the database, as one text.
sub state {
	return mithaq_ok('export', '--entity', 'pledge') .
		mithaq_ok('export', '--entity', 'theme') .
		join "\n", map { "@$_" } query('SELECT max(seq) FROM log');
}

# Runs a command under strace; true when it ended by itself and well.
sub traced {
	my ($extra, @words) = @_;
	my $pid = fork // die "fork: $!";
	if (!$pid) {
		open STDOUT, '>', "$dir/traced.out";
		open STDERR, '>', "$dir/traced.err";
		open STDIN, '<', '/dev/null';
		exec 'strace', '-f', '-qq', '-o', "$dir/trace", @$extra,
			$ENV{MITHAQ}, map { bytes($_) } @words;
	}
	waitpid $pid, 0;
	return $? == 0;
}

sub count_calls {
	my ($call, @words) = @_;
	restore();
	traced(["-etrace=$call"], @words) or die 'the command itself fails';
	return scalar grep { /\b$call\(/ } split /\n/, slurp("$dir/trace");
}

my $killed = 0;

sub killed_at_every {
	my ($call, $n, $before, $after, @words) = @_;
	my $was = 0;
	for my $i (1 .. $n) {
		restore();
		my $well = traced(["-etrace=$call",
			"-einject=$call:signal=SIGKILL:when=$i"], @words);
		my $now = state();
		$killed++ unless $well;
		fault("$call $i: between before and after")
			if $now ne $before && $now ne $after;
		fault("$call $i: acknowledged, and not there")
			if $well && $now ne $after;
		my $v = mithaq('verify', '--lang', 'en');
		fault("$call $i: $v->{out}$v->{err}") if $v->{exit};
		$was++ if $now eq $before;
	}
	return $was;
}

sub crash_of {
	my ($title, @words) = @_;
	restore();
	my $before = state();
	restore();
	traced(['-etrace=none'], @words) or die slurp("$dir/traced.err");
	my $after = state();
	for my $call (@calls) {
		my $n = count_calls($call, @words);
		next unless $n;
		check("$title: killed at each of $n $call", sub {
			fault('the command changes nothing')
				if $before eq $after;
			killed_at_every($call, $n, $before, $after, @words);
		});
	}
}

# ---- a server, killed while eight save

sub client {
	my ($port, $no) = @_;
	my $s = bless { port => $port }, 'Walk::Site';
	my @there;
	for my $i (1 .. 500) {
		my $code = "TH-K$no-$i";
		my $a = eval { $s->post('/ar/themes/new', ['code', $code,
			'title:ar', "موضوع $no $i"]) } or last;
		push @there, $code if $a->{status} == 303;
	}
	return @there;
}

sub server_killed {
	my ($round) = @_;
	my $site = site();
	my @readers;
	for my $no (1 .. 8) {
		pipe my $r, my $w or die;
		my $pid = fork // die;
		if (!$pid) {
			print $w map { "$_\n" } client($site->{port},
				"$round-$no");
			close $w;
			kill 'KILL', $$;	# without the ends of our parent
		}
		close $w;
		push @readers, $r;
	}
	select undef, undef, undef, 0.4 + 0.23 * $round;
	my $child = $site->child;
	kill 'KILL', $site->{pid};
	kill 'KILL', $child if $child;
	waitpid $site->{pid}, 0;
	$site->{pid} = 0;
	my @there = map { my $r = $_; my @l = <$r>; chomp @l; @l } @readers;
	1 while waitpid(-1, 0) > 0;
	fault('nothing was acknowledged before the end') unless @there;
	my %have = map { $_->[0] => 1 } query('SELECT code FROM theme');
	for my $code (@there) {
		fault("$code was acknowledged and is lost")
			unless $have{$code};
	}
	my $v = mithaq('verify', '--lang', 'en');
	fault("$v->{out}$v->{err}") if $v->{exit};
	return scalar @there;
}

if (on_postgres()) {
	check('a server is killed while eight save (PostgreSQL)', sub {
		server_killed(1);
	});
	finish();
}

system('cp', $database, "$dir/before.sqlite") == 0 or die 'cp';
my @themes = map { "TH-C$_,موضوع رقم $_,Theme number $_" } 1 .. 25;
spew("$dir/theme.csv", join("\n", 'code,title:ar,title:en', @themes) . "\n");

crash_of('set', 'set', 'XX22-1', 'due_on=2029', 'title:en=Another title');
crash_of('import', 'import', "$dir/theme.csv");
check("killed at $least points at least", sub {
	fault("only $killed") if $killed < $least;
});
for my $round (1 .. 3) {
	restore();
	check("a server is killed while eight save ($round)", sub {
		server_killed($round);
	});
}
finish();

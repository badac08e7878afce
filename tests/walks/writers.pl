#!/usr/bin/perl
# writers.pl - many write at once: nothing is lost, nothing is refused
#
# Eight clients count up one number, each reading it, adding one and saving;
# who was overtaken is told (409) and tries again. Beside them each adds
# records, and the command line writes into the same database. What was
# acknowledged is counted by each and must be there.
use strict;
use warnings;
use utf8;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Walk;

my ($clients, $rounds, $commands) = (8, 12, 12);
my $site = site();
my $record = 'IQ22-1';

sub read_record {
	my ($s, $code) = @_;
	return json($s->get("/en/pledges/$code?format=json")->{bytes});
}

my $start = read_record($site, $record);
my ($log_before) = map { $_->[0] } query('SELECT max(seq) FROM log');

# One client: prints what was acknowledged.
sub client {
	my ($no) = @_;
	my $s = bless { port => $site->{port} }, 'Walk::Site';
	my %n = (counted => 0, overtaken => 0, added => 0, other => '');
	for my $i (1 .. $rounds) {
		my $a = $s->post('/ar/pledges/new', ['code', "W$no-$i",
			'title:ar', "تعهد $no من $i", 'cycle', 'C-2022']);
		if ($a->{status} == 303) { $n{added}++ }
		else { $n{other} .= " add:$a->{status}" }
		for my $try (1 .. 400) {
			my $now = read_record($s, $record);
			$a = $s->post("/en/pledges/$record/edit", ['version',
				$now->{version}, 'number', $now->{number} + 1]);
			if ($a->{status} == 303) { $n{counted}++; last }
			if ($a->{status} != 409) {
				$n{other} .= " edit:$a->{status}";
				last;
			}
			$n{overtaken}++;
			# Both sides are shown.
			$n{other} .= ' no sides'
				unless $a->{body} =~ /class="notice conflict"/;
		}
	}
	return \%n;
}

# The command line as one more writer, with a record of its own.
sub commands {
	my %n = (set => 0, other => '');
	for my $i (1 .. $commands) {
		my $r = mithaq('set', 'IQ22-2', "number=$i");
		if ($r->{exit} == 0) { $n{set}++ }
		else { $n{other} .= " set:$r->{exit} $r->{err}" }
	}
	return \%n;
}

my @pipes;
for my $no (1 .. $clients + 1) {
	pipe my $from, my $to or die;
	my $pid = fork // die "fork: $!";
	if (!$pid) {
		close $from;
		my $n = eval { $no <= $clients ? client($no) : commands() }
			// { other => "died: $@" };
		print $to JSON::PP->new->utf8->encode($n);
		close $to;
		# Not through END: the server is our parent's.
		require POSIX;
		POSIX::_exit(0);
	}
	close $to;
	push @pipes, [$pid, $from];
}
my @told;
for (@pipes) {
	my ($pid, $from) = @$_;
	local $/;
	my $said = <$from>;
	waitpid $pid, 0;
	push @told, json($said);
}
my $cli = pop @told;
sub sum { my ($of) = @_; my $n = 0; $n += $_->{$of} // 0 for @told; return $n }

check('nobody was refused or met an error', sub {
	fault("client: $_->{other}") for grep { $_->{other} } @told;
	fault("command: $cli->{other}") if $cli->{other};
	fault('only ' . sum('added') . ' were added')
		if sum('added') != $clients * $rounds;
	fault("only $cli->{set} commands") if $cli->{set} != $commands;
});
check('no edit was lost: the number is what all counted together', sub {
	my $end = read_record($site, $record);
	my $counted = sum('counted');
	fault("$counted were counted") if $counted != $clients * $rounds;
	fault("$start->{number} + $counted became $end->{number}")
		if $end->{number} != $start->{number} + $counted;
	fault("version $start->{version} + $counted became $end->{version}")
		if $end->{version} != $start->{version} + $counted;
	fault('nobody was ever overtaken: nothing was tested')
		unless sum('overtaken');
});
check('every record that was acknowledged is there', sub {
	for my $no (1 .. $clients) {
		for my $i (1 .. $rounds) {
			my $a = $site->get("/en/pledges/W$no-$i");
			fault("W$no-$i: $a->{status}") if $a->{status} != 200;
		}
	}
	my $end = read_record($site, 'IQ22-2');
	fault("the last command: $end->{number}")
		if $end->{number} != $commands;
});
check('the log has one entry for each, and is whole', sub {
	my ($after) = map { $_->[0] } query('SELECT max(seq) FROM log');
	my $all = sum('counted') + sum('added') + $cli->{set};
	fault("$log_before + $all became $after")
		if $after != $log_before + $all;
	mithaq_ok('verify');
	mithaq_ok('check');
});
print '# overtaken ', sum('overtaken'), " times\n";
finish();

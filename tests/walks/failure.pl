#!/usr/bin/perl
# failure.pl - every statement of a save fails once, as if the disk had
#
# `--fail-at N` lets the n-th statement fail. For every n until the command
# goes well: the exit code says that it failed, the message is in the
# reader's language, the database is as before, and its log is proven. Then
# the disk is full (a limit on the size of files) and the file read-only.
use strict;
use warnings;
use utf8;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Walk;

sub state {
	return join "\n", map { "@$_" }
		query('SELECT max(seq), count(*) FROM log'),
		query('SELECT code, version, due_on FROM pledge ORDER BY id'),
		query('SELECT count(*) FROM text'),
		query('SELECT count(*) FROM link'),
		query('SELECT kind, row_id FROM gap ORDER BY kind, row_id'),
		query('SELECT name, bucket, n FROM tally ORDER BY 1, 2');
}

# Gives how many statements were made to fail.
sub walk {
	my (@words) = @_;
	my $before = state();
	for my $n (1 .. 2000) {
		my $r = mithaq(@words, '--lang', 'ar', '--fail-at', $n);
		my $now = state();
		if ($r->{exit} == 0) {
			fault('it went well and changed nothing')
				if $now eq $before;
			return $n - 1;
		}
		fault("statement $n: exit $r->{exit}, and yet changed")
			if $now ne $before;
		fault("statement $n: no words in Arabic: $r->{err}")
			unless $r->{err} =~ /\p{Arabic}/;
		fault("statement $n: exit $r->{exit}")
			unless $r->{exit} >= 64 && $r->{exit} <= 78;
	}
	fault('it never goes well');
	return 0;
}

my @saves = (
	['set', 'XX22-1', 'due_on=2031', 'title:ar=عنوان آخر'],
	['add', 'theme', 'title:ar=موضوع جديد'],
	['link', 'A-XX4', 'serves', 'XX22-2'],
	['unlink', 'A-XX4', 'serves', 'XX22-2'],
	['withdraw', 'XX22-6', '--reason', 'سبب'],
	['undo', 'XX22-6'],
);
for my $words (@saves) {
	check("@$words: each statement fails once", sub {
		my $n = walk(@$words);
		fault("only $n statements") if $n < 5;
	});
}
check('the log is whole afterwards', sub {
	mithaq_ok('verify', '--lang', 'en');
});

if (on_postgres()) {
	finish();
}

my $file = $ENV{MITHAQ_DB} =~ s/^sqlite://r;

check('a full disk is told, and nothing is half done', sub {
	my $before = state();
	# In blocks of 512 bytes: no file may grow beyond 8 KB, and the
	# journal would have to.
	my $dir = scratch();
	system('sh', '-c', 'ulimit -f 16; exec "$0" set ' .
		'XX22-2 "title:ar=$(head -c 200 /dev/zero | tr "\\0" x)" ' .
		'due_on=2033 --lang ar >"$1.out" 2>"$1.err"',
		$ENV{MITHAQ}, "$dir/full");
	my $exit = $? >> 8;
	fault("exit $exit") unless $exit >= 64 && $exit <= 78;
	my $said = Encode::decode('UTF-8', slurp("$dir/full.err"));
	fault("no words: $said") unless $said =~ /\p{Arabic}/;
	fault('something changed') if state() ne $before;
	mithaq_ok('set', 'XX22-2', 'due_on=2033');
	mithaq_ok('verify', '--lang', 'en');
});

check('a database newer than the program is left alone', sub {
	query("INSERT INTO migration (version, name, checksum, at) " .
		"VALUES (9999, 'later', 'x', 0)");
	my $r = mithaq('show', 'XX22-1', '--lang', 'ar');
	fault("exit $r->{exit}: $r->{err}") unless $r->{exit} == 78;
	fault("no words: $r->{err}") unless $r->{err} =~ /\p{Arabic}/;
	query('DELETE FROM migration WHERE version = 9999');
	mithaq_ok('show', 'XX22-1');
});

finish();

#!/usr/bin/perl
# first_page.pl PORT PATH COMMAND… - milliseconds from the start of the command
# to the last byte of the first page it serves; then ends it.
use strict;
use warnings;
use IO::Socket::INET;
use Time::HiRes qw(time sleep);

my ($port, $path, @command) = @ARGV;
my $began = time;
my $child = fork // die "fork: $!\n";
if (!$child) {
	open STDOUT, '>', '/dev/null';
	open STDERR, '>', '/dev/null';
	exec @command or exit 127;
}
my $ms;
while (time - $began < 30) {
	my $s = IO::Socket::INET->new("127.0.0.1:$port");
	if (!$s) {
		sleep 0.0005;
		next;
	}
	print $s "GET $path HTTP/1.1\r\nHost: 127.0.0.1:$port\r\n" .
		"Connection: close\r\n\r\n";
	my $answer = do { local $/; <$s> } // '';
	$ms = (time - $began) * 1000 if $answer =~ m{^HTTP/1\.1 200 };
	last;
}
kill 'TERM', $child;
waitpid $child, 0;
die "no page was served\n" unless defined $ms;
printf "%.1f\n", $ms;

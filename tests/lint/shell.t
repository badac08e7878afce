#!/usr/bin/perl
# shell.t - the scripts are POSIX shell that dash can read, and say what
# they are for
use strict;
use warnings;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Lint;

sub check {
	my ($root) = @_;
	my @found;
	for my $file (files($root, qr/./, 'script', 'tests', 'tools', '.ci')) {
		next if $file =~ m{/corpus/|/fixtures/};
		my $text = slurp("$root/$file");
		my $shell = $text =~ m{\A#!/bin/sh\n};
		push @found, "$file: another shell"
			if $text =~ m{\A#!.*\b(?:bash|zsh|ksh)\b};
		next unless $shell || $file =~ /\.sh$/;
		my $said = `dash -n '$root/$file' 2>&1`;
		push @found, "$file: $said" if $?;
		push @found, "$file: says nothing about itself"
			unless $text =~ m{\A(?:#!/bin/sh\n)?\# \w};
		push @found, "$file: $1 is not in POSIX"
			if $text =~ /^\s*(\[\[|function\s|source\s|local\s|declare\s)/m;
	}
	return @found;
}

my $c = \&check;
planted($c, 'an open quote', qr/quote/i,
	{ 'script/a' => "#!/bin/sh\n# Says.\necho 'x\n" });
planted($c, 'bash', qr/another shell/, { 'script/a' => "#!/bin/bash\n" });
planted($c, 'a word of bash', qr/not in POSIX/,
	{ 'script/a' => "#!/bin/sh\n# Says.\nif true; then\n\tlocal x\nfi\n" });
planted($c, 'silence', qr/says nothing/, { 'script/a' => "#!/bin/sh\nls\n" });
clean($c, 'a small script', { 'script/a' => "#!/bin/sh\n# Lists.\nls\n" });
judge($c, 'every script can be read by dash and says what it is for');

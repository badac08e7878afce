#!/usr/bin/perl
# manual.pl - what the chapters of the manual name, and whether it is there
#
#   tests/walks/manual.pl faults FOLDER WORDS    what is wrong with the words
#   tests/walks/manual.pl links FOLDER LANG      addresses, each once
#   tests/walks/manual.pl commands FOLDER        "COMMAND OPTION…", each once
#
# FOLDER holds ar/, ckb/ and en/ with NN-NAME.md; WORDS the .po files.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my ($what, $folder, $more) = @ARGV;
my @langs = qw(ar ckb en);

sub text {
	my ($file) = @_;
	open my $in, '<', $file or die "$file: $!\n";
	local $/;
	return scalar <$in>;
}

sub chapters {
	my ($lang) = @_;
	return map { m{([^/]*)\z} } sort glob "$folder/$lang/*.md";
}

# All words of a language, counted forms too.
sub words {
	my %known;
	for (split /\n\s*\n/, text("$more/$_[0].po")) {
		for my $said (/^msgstr(?:\[\d\])? ((?:".*"\n?)+)/mg) {
			my $w = join '', $said =~ /^"(.*)"$/mg;
			$known{ $w =~ s/\\(.)/$1 eq 'n' ? "\n" : $1/ger } = 1;
		}
	}
	return \%known;
}

sub faults {
	my %there;
	for my $lang (@langs) {
		my $known = words($lang);
		for my $name (chapters($lang)) {
			my $text = text("$folder/$lang/$name");
			my $at = "$lang/$name";
			$there{$name}{$lang} = 1;
			print "$at: no title\n" unless $text =~ /\A# \S/;
			print "$at: the Sorani does not say that it is unreviewed\n"
				if $lang eq 'ckb' && $text !~ /^> .*پێداچوونەوە/m;
			print "$at: no word of the interface: $_\n"
				for grep { !$known->{$_} } $text =~ /\*\*(.+?)\*\*/g;
			for ($text =~ /\]\(([^)]*)\)/g) {
				next if m{^https://};
				print "$at: leads to another language: $_\n"
					if m{^/} && !m{^/$lang(?:/|\z)};
				print "$at: no such chapter: $_\n"
					if !m{^/} && !-e "$folder/$lang/$_";
			}
		}
	}
	for my $name (sort keys %there) {
		print "$_/$name: missing\n"
			for grep { !$there{$name}{$_} } @langs;
	}
}

sub links {
	my %seen;
	for my $name (chapters($more)) {
		$seen{$_}++ for grep { m{^/} }
			text("$folder/$more/$name") =~ /\]\(([^)]*)\)/g;
	}
	print "$_\n" for sort keys %seen;
}

sub commands {
	my %options;
	for my $file (glob "$folder/*/*.md") {
		for (text($file) =~ /(?:`|^    )mithaq ([^`\n]*)/mg) {
			my ($command, @rest) = split;
			$options{$command}{$_} = 1
				for '', map { /^(--[a-z-]+)/ } @rest;
		}
	}
	for (sort keys %options) {
		print join(' ', $_, grep { $_ } sort keys %{ $options{$_} }), "\n";
	}
}

my %do = (faults => \&faults, links => \&links, commands => \&commands);
($do{ $what // '' } // die "manual.pl faults|links|commands\n")->();

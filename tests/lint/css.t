#!/usr/bin/perl
# css.t - one sheet for both directions: nothing physical, nothing from
# elsewhere, colours and sizes by their names, Arabic never squeezed
use strict;
use warnings;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Lint;

my @refused = (
	[qr/(?:^|[\s;{])((?:margin|padding|border|scroll-margin|scroll-padding)-
		(?:left|right)(?:-\w+)?)\s*:/x, 'a side'],
	[qr/(?:^|[\s;{])(left|right|float|clear)\s*:/, 'a side'],
	[qr/(text-align\s*:\s*(?:left|right|justify))\b/, 'an alignment'],
	[qr/(border-(?:top|bottom)-(?:left|right)-radius)/, 'a corner'],
	[qr/(background-position\s*:[^;]*\b(?:left|right)\b)/, 'a side'],
	[qr/(letter-spacing\s*:\s*(?!0|normal)[^;]+)/, 'spaced letters'],
	[qr/(font-style\s*:\s*italic)/, 'italics'],
	[qr/(!important)/, 'a word too loud'],
	[qr{(url\(\s*["']?https?:)}, 'something from elsewhere'],
	[qr/(\@import)/, 'another sheet'],
);

sub check {
	my ($root) = @_;
	my @found;
	for my $file (files($root, qr/\.css$/, 'assets')) {
		(my $text = slurp("$root/$file")) =~
			s{/\*.*?\*/}{ (my $s = $&) =~ s/[^\n]/ /g; $s }gesx;
		my $i = 0;
		for (split /\n/, $text) {
			$i++;
			for my $r (@refused) {
				push @found, "$file:$i: $r->[1]: $1"
					if $_ =~ $r->[0] && !excused($text, $i, $1);
			}
		}
		push @found, "$file: a colour without its name: $1"
			if $text =~ /^[ \t]*(?!--)[\w-]+\s*:[^;]*(\#[0-9a-f]{3,8})\b/mi;
	}
	return @found;
}

# In print and under reduced motion some things must be said loudly.
sub excused {
	my ($text, $line, $what) = @_;
	return 0 unless $what eq '!important';
	my @before = (split /\n/, $text)[0 .. $line - 1];
	my ($media) = grep { /^\@media/ } reverse @before;
	return $media && $media =~ /print|reduced-motion|forced-colors/;
}

my $c = \&check;
my %bad = ('a margin' => 'margin-left: 1rem', 'a float' => 'float: left',
	'a place' => 'right: 0', 'an alignment' => 'text-align: right',
	'a corner' => 'border-top-left-radius: 2px',
	'spaced letters' => 'letter-spacing: .1em',
	'italics' => 'font-style: italic', 'a loose colour' => 'color: #fff',
	'a foreign picture' => 'background: url(https://x.org/y.png)',
	'a loud word' => 'color: var(--ink) !important');
planted($c, $_, qr/a\.css/, { 'assets/a.css' => "p {\n\t$bad{$_};\n}\n" })
	for sort keys %bad;
clean($c, 'logical properties and named colours',
	{ 'assets/a.css' => ":root {\n\t--ink: #123456;\n}\np {\n"
		. "\tmargin-inline: auto;\n\ttext-align: start;\n"
		. "\tcolor: var(--ink); /* float: left */\n}\n"
		. "\@media print {\n\tp { color: var(--ink) !important; }\n}\n" });
judge($c, 'the style sheets turn with the direction of the text');

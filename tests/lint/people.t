#!/usr/bin/perl
# people.t - no name of a country, an organisation, a place or a person
# stands in src/, comments included
#
# The names are those of the packs that say where they come from: whatever a
# pack brings, the code must not know.
use strict;
use warnings;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Lint;

# Shorter names are words of other things as well.
my $shortest = 5;
# Names of such records that are also words of the trade.
my %word = map { $_ => 1 } ('member states', 'government', 'secretariat',
	'ministries', 'governorate', 'observer', 'public', 'region');

sub csv {
	my ($text) = @_;
	my (@rows, @row);
	$text =~ s/^\xef\xbb\xbf//;
	while ($text =~ /\G(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|\z)/gc) {
		my $cell = defined $1 ? $1 =~ s/""/"/gr : $2;
		push @row, $cell;
		next if $3 eq ',';
		push @rows, [@row] if @row > 1 || length $row[0];
		@row = ();
		last if $3 eq '';
	}
	return @rows;
}

# The names a pack gives to its organisations, people and places.
sub names {
	my ($root) = @_;
	my %name;
	for my $file (files($root, qr{/(?:organisations|bodies|people|persons|
			places|organisation|person|place)\.csv$}x, 'packs/iraq')) {
		my ($head, @rows) = csv(slurp("$root/$file"));
		next unless $head;
		my @columns = grep { $head->[$_] =~
			/^(?:name|title|short|short_name|acronym|alias|aliases)
			(?:[:_]\w+)?$/x } 0 .. $#$head;
		for my $row (@rows) {
			for (@columns) {
				add(\%name, $row->[$_]) if defined $row->[$_];
			}
		}
	}
	return sort keys %name;
}

sub add {
	my ($name, $cell) = @_;
	for my $one (split /\s*[;|]\s*/, $cell) {
		# A character of UTF-8 is counted by its first byte.
		my $n = () = $one =~ /[^\x80-\xbf]/g;
		next if $n < $shortest || $word{lc $one};
		$name->{lc $one} = 1;
	}
}

sub check {
	my ($root) = @_;
	my @names = names($root);
	return ("no names were found in packs/") unless @names;
	my $any = join '|', map { quotemeta } @names;
	my @found;
	for my $file (files($root, qr/\.[ch]$/, 'src', 'tools')) {
		my $i = 0;
		for (lines("$root/$file")) {
			$i++;
			push @found, "$file:$i: the name \"$1\""
				if lc($_) =~ /(?<![a-z\x80-\xff])($any)(?![a-z\x80-\xff])/;
		}
	}
	return @found;
}

my %pack = ('packs/iraq/organisations.csv' =>
	"code,name:ar,name:en\nX,\"\xd9\x88\xd8\xb2\xd8\xa7\xd8\xb1\xd8\xa9\","
	. "\"Ministry of Clouds, and Rain\"\nY,,IOM\n",
	'packs/iraq/places.csv' => "code,name:en\nZ,Erewhon\n");
my $c = \&check;
planted($c, 'a country in a comment', qr/erewhon/,
	{ %pack, 'src/a/a.c' => "/* as in EREWHON */\n" });
planted($c, 'a ministry in a string', qr/ministry of clouds, and rain/,
	{ %pack, 'src/a/a.c' => "f(\"Ministry of Clouds, and Rain\");\n" });
planted($c, 'a name in Arabic', qr/\xd9\x88\xd8\xb2/,
	{ %pack, 'src/a/a.c' => "f(\"\xd9\x88\xd8\xb2\xd8\xa7\xd8\xb1\xd8\xa9\");\n" });
planted($c, 'that there is nothing to look for', qr/no names/, {});
clean($c, 'short names and parts of words',
	{ %pack, 'src/a/a.c' => "/* IOM erewhonian */\n" });
judge($c, 'no country, organisation, place or person in the code');

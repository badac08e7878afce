#!/usr/bin/perl
# shape.t - files below 800 lines, functions below 60 and with at most five
# parameters, lines of 80 columns (100 in a table), tabs; names that say something
use strict;
use warnings;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Lint;

my ($file_max, $function_max, $parameters_max, $columns_max) = (800, 60, 5, 100);
my $empty_name = qr{(?:^|[_-])(?:util|utils|common|misc|shared|helper|helpers|
	manager|stuff|general|tools?)(?:[_.-]|$)}x;

sub columns {
	my ($line) = @_;
	my $n = 0;
	# A character of UTF-8 is counted by its first byte.
	for my $byte (split //, $line) {
		if ($byte eq "\t") { $n += 8 - $n % 8 }
		elsif ((ord($byte) & 0xC0) != 0x80) { $n++ }
	}
	return $n;
}

sub functions {
	my ($file, $text) = @_;
	my @raw = split /\n/, $text, -1;
	my @code = split /\n/, code($text), -1;
	my ($from, @found);
	for my $i (0 .. $#code) {
		$from = $i if $code[$i] =~ /^\{/;
		next unless $code[$i] =~ /^\}/ && defined $from;
		# The text of a statement is read as one thing.
		my $length = grep { !/^\s*"(?:[^"\\]|\\.)*"[,;)]*$/ }
			@raw[$from + 1 .. $i - 1];
		my $head = $from;
		$head-- while $head > 0 && $code[$head - 1] =~ /\S/
			&& $code[$head - 1] !~ /^[#}]|;\s*$/;
		my $signature = join ' ', @code[$head .. $from - 1];
		my ($name) = $signature =~ /(\w+)\s*\(/;
		$name //= '?';
		my $above = $head;
		$above-- while $above > 0 && $raw[$above - 1] =~ m{^(?:/\*| \*)};
		my $comment = join ' ', @raw[$above .. $from];
		push @found, "$file:" . ($head + 1) . ": $name has $length lines"
			if $length > $function_max && $comment !~ /\blong because\b/;
		push @found, "$file:" . ($head + 1) . ": $name has too many parameters"
			if parameters($signature) > $parameters_max
			&& $comment !~ /\bsignature\b/;
		undef $from;
	}
	return @found;
}

# An array and its count are one parameter; what every call passes on (the
# database, memory, the list of problems, the language) is none.
sub parameters {
	my ($signature) = @_;
	my ($inside) = $signature =~ /\w\s*\((.*)\)/ or return 0;
	my ($depth, $n) = (0, 1);
	$n-- while $inside =~ /\b(?:struct\s+(?:db|arena|problems)\s*\*|
		enum\s+lang\s)/gx;
	$n-- while $inside =~ /,\s*size_t\s+(?:\w+_)?n\b/g;
	for (split //, $inside) {
		$depth++ if /[(\[]/;
		$depth-- if /[)\]]/;
		last if $depth < 0;
		$n++ if $_ eq ',' && $depth == 0;
	}
	return $n;
}

sub check {
	my ($root) = @_;
	my (@found, %base);
	for my $file (files($root, qr/\.[ch]$/, 'src', 'tools')) {
		my $text = slurp("$root/$file");
		my @lines = split /\n/, $text;
		push @found, "$file: " . @lines . ' lines' if @lines > $file_max;
		my $i = 0;
		for (@lines) {
			$i++;
			push @found, "$file:$i: " . columns($_) . ' columns'
				if columns($_) > $columns_max;
			push @found, "$file:$i: blanks at the end" if /[ \t]$/;
			push @found, "$file:$i: indented by blanks" if /^ {8}/;
		}
		push @found, functions($file, $text);
		my ($base) = $file =~ m{([^/]+)$};
		push @found, "$file: the name $base is taken by $base{$base}"
			if $base{$base};
		$base{$base} = $file;
		push @found, "$file: the name says nothing" if $base =~ $empty_name;
	}
	return @found;
}

my $c = \&check;
planted($c, 'a long file', qr/801 lines/, { 'src/a/a.c' => "int a;\n" x 801 });
planted($c, 'a long function', qr/f has 61 lines/,
	{ 'src/a/a.c' => "int f(int a)\n{\n" . "\ta++;\n" x 61 . "}\n" });
planted($c, 'six parameters', qr/f has too many parameters/,
	{ 'src/a/a.c' => "int f(int a, int b, int c,\n\tint d, int e, int f)\n{\n}\n" });
clean($c, 'a signature that a library prescribes',
	{ 'src/a/a.c' => "/* The signature is the library's. */\nint f(int a, int b, "
		. "int c,\n\tint d, int e, int f)\n{\n}\n" });
planted($c, 'a wide line', qr/101 columns/,
	{ 'src/a/a.c' => '/*' . 'x' x 97 . "*/\n" });
planted($c, 'blanks at the end', qr/blanks at the end/,
	{ 'src/a/a.c' => "int a; \n" });
planted($c, 'two files of one name', qr/is taken/,
	{ 'src/a/a.c' => '', 'src/b/a.c' => '' });
planted($c, 'a name that says nothing', qr/says nothing/,
	{ 'src/a/date_utils.c' => '' });
clean($c, 'a long function with its reason, a call back, Arabic',
	{ 'src/a/a.c' => "/* Long because it is one table. It is long because */\n"
		. "int f(void (*g)(int, int, int), int b, int c, int d,\n\tint *e, size_t e_n, struct arena *g, enum lang l)\n{\n"
		. "\ta++;\n" x 70 . "}\n/* Short but for its text. */\n"
		. "int g(void)\n{\n" . "\t\"SELECT\"\n" x 70 . "}\n/* " . "\xd8\xa7" x 90 . " */\n" });
judge($c, 'sizes, widths and names');

#!/usr/bin/perl
# exports.t - a header offers only what another file uses
#
# What is called in its own file alone is static there; what nobody calls is
# not written. The tests count as others.
use strict;
use warnings;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Lint;

# The names of the functions that a header declares.
sub declared {
	my ($text) = @_;
	$text =~ s/^\s*#.*$//mg;
	my @names;
	while ($text =~ /^(?!static\b)[a-z][\w \t*]*?\b(\w+)\s*\(/mg) {
		push @names, $1 unless $1 =~ /^(?:__attribute__|static_assert)$/;
	}
	return @names;
}

sub check {
	my ($root) = @_;
	my (%in, @found);
	for my $file (files($root, qr/\.[ch]$/, 'src', 'tests', 'tools')) {
		my $text = code(slurp("$root/$file"));
		$in{$_}{$file} = 1 for $text =~ /\b([a-z]\w+)\b/g;
		# Where a function is written it is not used by another.
		$in{$1}{$file} = 'own' while $file =~ /\.c$/ && $text =~
			/^(?!static\b)[a-z][\w \t*]*\b(\w+)\s*\([^;{]*\)\s*\{/mg;
	}
	for my $file (files($root, qr/\.h$/, 'src')) {
		for my $name (declared(code(slurp("$root/$file")))) {
			my @others = grep { $_ ne $file && $in{$name}{$_} ne 'own' }
				keys %{ $in{$name} };
			push @found, "$file: $name is used by no other file"
				unless @others;
		}
	}
	return @found;
}

my $c = \&check;
my $header = "/* strings */\nint a_one(void);\nstruct str *a_two(int n,\n" .
	"\t\t  int m);\n";
my $own = "int a_one(void)\n{\n\treturn 1;\n}\n\n" .
	"struct str *a_two(int n, int m)\n{\n\treturn a_one() ? 0 : 0;\n}\n";
planted($c, 'what only its own file calls', qr/a\.h: a_one is used by no/,
	{ 'src/a/a.h' => $header, 'src/a/a.c' => $own,
		'src/b/b.c' => "void b(void)\n{\n\ta_two(1, 2);\n}\n" });
planted($c, 'what nobody calls', qr/a\.h: a_two is used by no other/,
	{ 'src/a/a.h' => $header, 'src/a/a.c' => $own,
		'src/b/b.c' => "/* a_two */\nvoid b(void)\n{\n\ta_one();\n}\n" });
clean($c, 'what another file or a test calls',
	{ 'src/a/a.h' => $header, 'src/a/a.c' => $own,
		'src/b/b.c' => "void b(void)\n{\n\ta_one();\n}\n",
		'tests/unit/t.c' => "void t(void)\n{\n\ta_two(1, 2);\n}\n" });
judge($c, 'a header offers only what another file uses');

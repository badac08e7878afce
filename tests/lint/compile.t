#!/usr/bin/perl
# compile.t - a second compiler has nothing to say, every header stands alone
use strict;
use warnings;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Lint;

my @warn = qw(-std=c17 -D_GNU_SOURCE -fsyntax-only -Wall -Wextra -Wpedantic
	-Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes
	-Wformat=2 -Wvla -Werror -I/usr/include/postgresql);

sub says {
	my ($root, $compiler, @arguments) = @_;
	my $command = join ' ', map { "'$_'" } $compiler, @warn, @arguments;
	my $said = `cd '$root' && $command 2>&1`;
	return () unless $?;
	my @lines = grep { /error|warning/ } split /\n/, $said;
	@lines = ("$compiler ended with $?") unless @lines;
	return @lines > 10 ? @lines[0 .. 9] : @lines;
}

sub check {
	my ($root) = @_;
	my @found;
	# Many at a time: starting the compiler is most of the work.
	my @sources = files($root, qr/\.c$/, 'src', 'tools', 'tests/unit',
		'tests/fuzz');
	while (my @some = splice @sources, 0, 40) {
		push @found, says($root, 'clang', '-Isrc', @some);
	}
	for my $header (files($root, qr/\.h$/, 'src')) {
		push @found, says($root, 'gcc', '-Isrc', '-x', 'c', $header);
	}
	return @found;
}

my $c = \&check;
planted($c, 'a comparison that clang minds', qr/implicit conversion|precision/,
	{ 'src/a/a.c' => "int f(long a);\nint f(long a)\n{\n\treturn a;\n}\n" });
planted($c, 'a format that is no literal', qr/format string is not a/,
	{ 'src/a/a.c' => "#include <stdio.h>\nvoid f(const char *a);\n"
		. "void f(const char *a)\n{\n\tprintf(a);\n}\n" });
planted($c, 'a header that leans on others', qr/size_t/,
	{ 'src/a/a.h' => "size_t f(void);\n" });
clean($c, 'a sound file and header',
	{ 'src/a/a.c' => "#include \"a/a.h\"\nint f(void)\n{\n\treturn 1;\n}\n",
	  'src/a/a.h' => "#ifndef A_A_H\n#define A_A_H\nint f(void);\n#endif\n" });
judge($c, 'clang is content, every header stands alone');

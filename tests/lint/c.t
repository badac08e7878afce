#!/usr/bin/perl
# c.t - what our C leaves out: calls that bite, macros, typedefs, globals,
# memory taken outside base/, SQL and markup that escape their gates
use strict;
use warnings;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Lint;

my %banned = (
	(map { $_ => 'use buf or arena_printf' }
		qw(strcpy strcat strncpy strncat stpcpy sprintf vsprintf)),
	(map { $_ => 'use str_split' } qw(strtok strtok_r strsep)),
	(map { $_ => 'use lang/date' }
		qw(localtime localtime_r ctime asctime mktime strptime)),
	(map { $_ => 'gmtime_r takes its own struct' } qw(gmtime)),
	(map { $_ => 'use str_int' }
		qw(atoi atol atoll atof strtol strtoll strtoul sscanf scanf
		fscanf)),
	(map { $_ => 'use random_bytes' } qw(rand srand random drand48)),
	(map { $_ => 'no shell is ever started' } qw(system popen)),
	(map { $_ => 'never' } qw(gets alloca setjmp longjmp signal vfork
		tmpnam mktemp setlocale)),
);
my %taken = map { $_ => 1 } qw(malloc calloc realloc reallocarray strdup
	strndup asprintf vasprintf);
my %macro = map { $_ => 1 } qw(FIELD FIELDS COUNT STR STR_ARG BUG SQL
	static_assert);
# Who may speak SQL without SQL("…"): the drivers and the builder.
my $sql_door = qr{^src/store/(?:db\w*|sql\w*|migrate)\.[ch]$};

sub check {
	my ($root) = @_;
	my @found;
	for my $file (files($root, qr/\.[ch]$/, 'src', 'tools')) {
		my $text = slurp("$root/$file");
		push @found, map { "$file:$_" } calls($file, $text),
			macros($file, $text), globals($text);
		push @found, map { "$file:$_" } strings($file, $text)
			if $file =~ m{^src/};
	}
	return @found;
}

sub calls {
	my ($file, $text) = @_;
	my ($i, @found) = (0);
	for (split /\n/, code($text)) {
		$i++;
		while (/\b([a-z_]\w*)\s*\(/g) {
			# A signal may be ignored, never handled that way.
			next if $1 eq 'signal' && /SIG_(?:IGN|DFL)\)/;
			push @found, "$i: $1: $banned{$1}" if $banned{$1};
			push @found, "$i: $1: memory is taken only in base/"
				if $taken{$1} && $file !~ m{^src/base/|^tools/};
		}
		# The type of a function may have a name of its own.
		push @found, "$i: a struct goes by its name, without typedef"
			if /^\s*typedef\s+(?:struct|enum|union)\b/ && !/\(/;
	}
	return @found;
}

sub macros {
	my ($file, $text) = @_;
	(my $guard = uc $file) =~ s{^(?:SRC|TOOLS)/}{};
	$guard =~ s/\W/_/g;
	my ($i, @found) = (0);
	for (split /\n/, code($text)) {
		$i++;
		next unless /^\s*#\s*define\s+(\w+)/;
		my $name = $1;
		next if $macro{$name} || $name eq $guard;
		push @found, "$i: the macro $name is not one of the few";
	}
	push @found, "1: no guard $guard"
		if $file =~ /\.h$/ && $text !~ /#ifndef \Q$guard\E\n/;
	return @found;
}

# Nothing global is mutable. What must be is made once or counts, and says
# so in a comment beside it.
sub globals {
	my ($text) = @_;
	my @raw = split /\n/, $text;
	my ($i, @found) = (0);
	for (split /\n/, code($text)) {
		$i++;
		next unless /^\s*(?:static|_Thread_local)\b/;
		next if /\b(?:const|inline|_Noreturn)\b|\(|^\s*static_assert/;
		next if /\b(?:atomic_\w+|pthread_(?:once|key)_t)\b/;
		next unless /[;=]|,$/;
		# The comment may stand above a block of them.
		my $from = $i - 1;
		$from-- while $from > 0 && $raw[$from - 1] =~ /^\s*static\b/;
		$from = $from > 4 ? $from - 4 : 0;
		my $near = join ' ', @raw[$from .. $i - 1];
		next if $near =~ m{/[*/][^;]*\b(?:once|never)\b};
		push @found, "$i: mutable and global: $raw[$i - 1]";
	}
	return @found;
}

sub strings {
	my ($file, $text) = @_;
	my @found;
	my $flat = code($text, 1);
	while ($flat =~ /(\w+)?(\s*\(\s*(?:\w+,\s*)*)?"((?:[^"\\\n]|\\.)*)"/g) {
		my ($call, $s) = ($1 // '', $3);
		my $before = substr $flat, 0, $-[0];
		my $line = 1 + (substr($flat, 0, $-[3]) =~ tr/\n//);
		# The later pieces of a literal belong to the first.
		push @found, "$line: SQL outside SQL(): $s"
			if $s =~ /^\s*(?:SELECT\s.*|INSERT\s+INTO\s.*|
				UPDATE\s+\w+\s+SET\s.*|DELETE\s+FROM\s.*|
				CREATE\s+(?:TABLE|INDEX).*|
				WITH\s(?:RECURSIVE\s)?\w+.*\sAS\s.*)/x
			&& $call ne 'SQL' && $before !~ /"\s*\z/ && $file !~ $sql_door;
		push @found, "$line: no style or script inside a page: $s"
			if $s =~ /\sstyle=|\son[a-z]+=\\"|<style|<script>/;
		push @found, "$line: an attribute without double quotes: $s"
			if $s =~ /<[a-z][^>]*\s[a-z-]+='?%/;
	}
	return @found;
}

my $c = \&check;
planted($c, 'strcpy', qr/strcpy: use buf/,
	{ 'src/ui/a.c' => "void f(char *a)\n{\n\tstrcpy(a, \"b\");\n}\n" });
planted($c, 'localtime', qr/localtime: use lang/,
	{ 'src/ui/a.c' => "int f(void)\n{\n\treturn !localtime(0);\n}\n" });
planted($c, 'memory taken by a page', qr/malloc: memory is taken/,
	{ 'src/ui/a.c' => "void *f(void)\n{\n\treturn malloc(1);\n}\n" });
planted($c, 'a macro', qr/macro TWICE/,
	{ 'src/ui/a.c' => "#define TWICE(a) ((a) * 2)\n" });
planted($c, 'a header without its guard', qr/no guard UI_A_H/,
	{ 'src/ui/a.h' => "#ifndef A_H\n#define A_H\n#endif\n" });
planted($c, 'a typedef', qr/without typedef/,
	{ 'src/ui/a.c' => "typedef struct a { int b; } a_t;\n" });
planted($c, 'a mutable global', qr/mutable and global/,
	{ 'src/ui/a.c' => "static int count;\n" });
planted($c, 'a mutable static in a function', qr/mutable and global/,
	{ 'src/ui/a.c' => "int f(void)\n{\n\tstatic int n = 0;\n\n\treturn n++;\n}\n" });
planted($c, 'SQL in a page', qr/SQL outside SQL/,
	{ 'src/ui/a.c' => "const char *a = \"SELECT id FROM pledge\";\n" });
planted($c, 'an inline style', qr/no style or script/,
	{ 'src/ui/a.c' => "void f(void)\n{\n\thtml(out, \"<p style=\\\"x\\\">\");\n}\n" });
planted($c, 'an attribute without quotes', qr/without double quotes/,
	{ 'src/ui/a.c' => "void f(void)\n{\n\thtml(out, \"<a href=%s>\", u);\n}\n" });
clean($c, 'comments, constants, counters, SQL()',
	{ 'src/store/a.c' => "/* strcpy is banned */\nstatic const int n = 1;\n"
		. "static atomic_size_t live;\n/* filled once */\nstatic int *t;\n"
		. "const struct sql q = SQL(\"SELECT 1 FROM a \"\n"
		. "\t\"UNION \"\n\t\"SELECT 2 FROM b\");\n"
		. "typedef struct a *page_fn(int);\n"
		. "static int f(int a);\n" });
judge($c, 'no banned call, macro, typedef, global or string');

# Lint.pm - what the checks of the source text are written with
#
# A check is a sub that looks at a tree and gives back its findings as lines.
# Before it looks at ours it must show on small planted trees that it can
# find each thing it is there for, and that it leaves good things alone.
package Lint;
use strict;
use warnings;
use File::Temp ();
use Exporter 'import';
our @EXPORT = qw(files slurp lines code literals planted clean judge tree);

my ($n, $bad) = (0, 0);

sub tree {
	my $here = $0 =~ m{(.*)/} ? $1 : '.';
	return "$here/../..";
}

# Paths below a folder of the tree, as "src/base/str.c", sorted.
sub files {
	my ($root, $pattern, @folders) = @_;
	my @found;
	for my $folder (@folders) {
		next unless -e "$root/$folder";
		open my $f, '-|', 'find', "$root/$folder",
			'(', '-name', 'node_modules', '-o', '-name', '.git',
			'-o', '-name', 'build', '-o', '-name', 'build-*', ')',
			'-prune', '-o', '-type', 'f', '-print' or die;
		while (<$f>) {
			chomp;
			s{^\Q$root\E/}{};
			push @found, $_ if $_ =~ $pattern;
		}
	}
	@found = sort @found;
	return @found;
}

sub slurp {
	my ($path) = @_;
	open my $f, '<', $path or die "$path: $!\n";
	local $/;
	my $text = <$f>;
	return defined $text ? $text : '';
}

sub lines { return split /\n/, slurp($_[0]), -1 }

# C text with comments blanked, and string literals too when asked; lines and
# columns stay where they are.
sub code {
	my ($text, $keep_strings) = @_;
	my $blank = sub { (my $s = shift) =~ s/[^\n]/ /g; $s };
	$text =~ s{
		(/\*.*?\*/ | //[^\n]*) |
		("(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
	}{ defined $1 ? $blank->($1) : $keep_strings ? $2
		: '"' . $blank->(substr $2, 2) . '"' }gesx;
	return $text;
}

# The string literals of C text: [line, text].
sub literals {
	my $text = code($_[0], 1);
	my @found;
	while ($text =~ /"((?:[^"\\\n]|\\.)*)"/g) {
		my $value = $1;
		my $line = 1 + (substr($text, 0, $-[0]) =~ tr/\n//);
		push @found, [$line, $value];
	}
	return @found;
}

sub report {
	my ($good, $title, @why) = @_;
	$n++;
	$bad++ unless $good;
	print $good ? '' : 'not ', "ok $n - $title\n";
	print "# $_\n" for map { split /\n/ } @why;
}

sub plant {
	my ($files) = @_;
	my $dir = File::Temp->newdir('mithaq-lint.XXXXXX', TMPDIR => 1);
	for my $path (keys %$files) {
		my $at = "$dir";
		my @parts = split m{/}, $path;
		my $name = pop @parts;
		for (@parts) {
			$at .= "/$_";
			mkdir $at;
		}
		open my $f, '>', "$at/$name" or die "$at/$name: $!\n";
		print $f $files->{$path};
		close $f;
	}
	return $dir;
}

# The check must find something that looks like $expected in these files.
sub planted {
	my ($check, $title, $expected, $files) = @_;
	my $dir = plant($files);
	my @found = $check->("$dir");
	report(scalar(grep { $_ =~ $expected } @found), "finds $title",
		@found ? @found : 'nothing was found');
}

# The check must find nothing in these files.
sub clean {
	my ($check, $title, $files) = @_;
	my $dir = plant($files);
	my @found = $check->("$dir");
	report(!@found, "leaves alone: $title", @found);
}

# Our own tree, and the end.
sub judge {
	my ($check, $title) = @_;
	my @found = $check->(tree());
	report(!@found, $title, @found);
	print "1..$n\n";
	exit($bad ? 1 : 0);
}

1;

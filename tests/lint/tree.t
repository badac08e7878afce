#!/usr/bin/perl
# tree.t - nothing of the machine it was written on, nothing half done
use strict;
use warnings;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Lint;

my @everywhere = ('.');
my $text_file = qr{\.(?:c|h|sh|t|pm|mjs|js|json|css|svg|md|po|sql|csv|txt|
	html)$|/Makefile$|/(?:script|tests|tools|\.ci)/[\w-]+$}x;

sub check {
	my ($root) = @_;
	my @found;
	for my $file (files($root, $text_file, @everywhere)) {
		next if $file =~ m{tests/fuzz/corpus/|tests/lint/tree\.t$};
		my $i = 0;
		for (lines("$root/$file")) {
			$i++;
			push @found, "$file:$i: a path of one machine: $1"
				if m{(?:^|[\s"'=(:])(/(?:work|root|home/\w+)/[\w./-]*)};
			push @found, "$file:$i: a host of packages: $1"
				if m{((?:registry\.\w+\.\w+|deb\.\w+\.org|
					pypi\.\w+)\S*)}x;
			push @found, "$file:$i: left to do: $1"
				if $file =~ m{(?:src|tools|assets)/}
				&& /\b(TODO|FIXME|XXX|HACK)\b/;
			push @found, "$file:$i: a conflict left open"
				if /^(?:<{7}|>{7}) /;
		}
	}
	return @found;
}

my $c = \&check;
planted($c, 'a path of a machine', qr{path of one machine: /root},
	{ 'src/a.c' => "x = \"/root/mithaq/x\";\n" });
planted($c, 'a host of packages', qr/host of packages/,
	{ 'tests/browser/package-lock.json' =>
		"\"resolved\": \"https://registry.example.org/x\"\n" });
planted($c, 'work left', qr/left to do: TODO/,
	{ 'src/a/a.c' => "/* TODO: later */\n" });
planted($c, 'an open conflict', qr/conflict/,
	{ 'docs/a.md' => "<<<<<<< HEAD\n" });
clean($c, 'paths of Debian and addresses',
	{ 'src/a.c' => "x = \"/usr/share/fonts\"; y = \"/homepage/x\";\n" });
judge($c, 'no machine, no host of packages, nothing left to do');

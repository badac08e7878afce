#!/usr/bin/perl
# fonts.t - the fonts inside the program have every letter that Arabic,
# Sorani Kurdish and English need, the digits and the marks, and still join
use strict;
use warnings;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Lint;
use File::Temp ();

my %needs = (
	# Sorani, Arabic, Persian letters; hamza forms; comma, question mark,
	# semicolon, percent; the digits of both sets; tashkil, tatweel, joiners.
	'NotoSans' => 'U+0695 U+06B5 U+06C6 U+06CE U+06D5 U+0698 U+0686 '
		. 'U+06AF U+06A9 U+06CC U+06A4 U+067E U+0626 U+06BE U+0621 U+0622 '
		. 'U+0623 U+0625 U+0629 U+0649 U+064A U+0643 U+0644 U+0627 U+060C '
		. 'U+061B U+061F U+066A U+066B U+0660 U+0669 U+06F0 U+06F9 U+064B '
		. 'U+0651 U+0652 U+0640 U+200C U+200D U+00AB U+00BB U+0020 '
		. 'U+0030 U+0039 U+0041 U+007A U+00E9 U+0131 U+015F U+011F '
		. 'U+2013 U+2014 U+2019 U+201C U+2026 U+00B7 U+00A0',
);
my @joining = qw(init medi fina rlig);

sub fonts {
	my ($root) = @_;
	return map { my $f = $_; map { "$f-$_" } qw(Regular Bold) }
		sort keys %needs;
}

# The fonts are made in a folder of their own: this is a check of the rule
# that makes them.
sub check {
	my ($root) = @_;
	my $dir = File::Temp->newdir('mithaq-fonts.XXXXXX', TMPDIR => 1);
	my @found;
	for my $font (fonts($root)) {
		my $file = "$dir/fonts/$font.woff2";
		my $said = `make -s -C '$root' BUILD='$dir' '$file' 2>&1`;
		if ($? || !-e $file) {
			push @found, "$font: $said";
			next;
		}
		my ($family) = $font =~ /^(\w+)-/;
		my $wanted = join ',', map { s/U\+/0x/r }
			split ' ', $needs{$family};
		my $features = join ',', map { "'$_'" } @joining;
		my $python = "from fontTools.ttLib import TTFont\n"
			. "f = TTFont('$file')\n"
			. "have = f.getBestCmap()\n"
			. "for c in [$wanted]:\n"
			. "    if c not in have: print('lacks U+%04X' % c)\n"
			. "tags = {r.FeatureTag for r in "
			. "f['GSUB'].table.FeatureList.FeatureRecord}\n"
			. "for t in [$features]:\n"
			. "    if t not in tags: print('does not join:', t)\n";
		open my $p, '>', "$dir/look.py" or die;
		print $p $python;
		close $p;
		$said = `/usr/bin/python3 '$dir/look.py' 2>&1`;
		push @found, map { "$font $_" } split /\n/, $said;
		push @found, "$font cannot be read" if $?;
	}
	return @found;
}

my $c = \&check;
sub makefile {
	my ($options) = @_;
	return { Makefile => "%.woff2:\n\t\@mkdir -p \$(\@D)\n\t\@pyftsubset "
		. "/usr/share/fonts/truetype/noto/NotoSansArabic-Bold.ttf "
		. "--flavor=woff2 --output-file=\$\@ $options\n" };
}
planted($c, 'a letter that is missing', qr/NotoSans-Bold lacks U\+06D5/,
	makefile("--unicodes=U+0020-00FF,U+0600-06D4 --layout-features='*'"));
planted($c, 'letters that do not join', qr/does not join: medi/,
	makefile("--unicodes='*' --layout-features=''"));
judge($c, 'the fonts have every letter and join them');

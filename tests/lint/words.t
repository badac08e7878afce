#!/usr/bin/perl
# words.t - every key that the code asks for has words in each language, every
# word is asked for, and gettext agrees with the files
#
# Keys that the code builds (fields, choices, failures …) belong to families;
# that each member has words is for the unit tests, which can walk the tables.
use strict;
use warnings;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Lint;

my @languages = qw(ar ckb en);
my $key = qr/[a-z][a-z0-9_]*(?:\.[a-zA-Z0-9_-]+)+/;
# The functions whose argument is a key.
my $asks = qr/\b(?:word|word_n|word_known|html_word|html_word_n|text_word|
	text_word_n)\s*\(/x;

sub po {
	my ($path) = @_;
	my (%words, $id, $part);
	for (lines($path)) {
		if (/^msgid "(.*)"/) { $id = $1; $part = 'id' }
		elsif (/^msgid_plural/) { $part = 'plural' }
		elsif (/^msgstr(?:\[\d\])? "(.*)"/) {
			$part = 'str';
			push @{ $words{$id} }, $1;
		} elsif (/^"(.*)"/ && $part eq 'str') {
			$words{$id}[-1] .= $1;
		}
	}
	delete $words{''};
	return \%words;
}

# The families: what a key begins with when the code puts it together.
sub families {
	my ($root) = @_;
	my %family = map { $_ => 1 } qw(err month weekday lang);
	for my $file (files($root, qr/\.[ch]$/, 'src')) {
		my $text = slurp("$root/$file");
		# The entities, whose fields and choices have words.
		$family{$1} = 1 while $text =~ /FIELD\(struct (\w+),/g;
		# Said in a comment: "gap.KIND", or words gap.KIND
		$family{$1} = 1 while $text =~
			/(?:"|\bwords\s)([a-z][\w.]*)\.[A-Z][A-Z_]+\b/g;
		# Put together: "gap.%s"
		for (literals($text)) {
			$family{$1} = 1 if $_->[1] =~ /^([a-z][\w.]*)\.%/;
			# Or handed to what puts the key together.
			$family{$_->[1]} = 1 if $_->[1] =~ /^$key$/;
		}
		$family{$1} = 1 while $text =~
			/\bview_key\([^;"]*"([a-z]\w*)"/g;
	}
	return \%family;
}

sub check {
	my ($root) = @_;
	my (@found, %po, %used);

	for my $l (@languages) {
		my $file = "words/$l.po";
		if (!-e "$root/$file") {
			push @found, "$file is missing";
			next;
		}
		my $said = `msgfmt --check -o /dev/null '$root/$file' 2>&1`;
		push @found, "$file: msgfmt: $said" if $?;
		$po{$l} = po("$root/$file");
		for my $k (sort keys %{ $po{$l} }) {
			push @found, "$file: $k is empty"
				if grep { $_ eq '' } @{ $po{$l}{$k} };
		}
	}
	my %all = map { $_ => 1 } map { keys %$_ } values %po;
	for my $k (sort keys %all) {
		push @found, "$k is missing in $_"
			for grep { $po{$_} && !$po{$_}{$k} } @languages;
	}
	for my $file (files($root, qr/\.c$/, 'src')) {
		my $text = code(slurp("$root/$file"), 1);
		$used{ $_->[1] } = 1 for literals($text);
		while ($text =~
			/$asks(?:[^;"()]|\([^()]*\))*"($key)"\s*[,)]/g) {
			my ($k, $line) = ($1,
				1 + (substr($text, 0, $-[1]) =~ tr/\n//));
			push @found, "$file:$line: no words for $k"
				unless $all{$k} || $k =~ /\.$/;
		}
	}
	my $family = families($root);
	for my $k (sort keys %all) {
		next if $used{$k};
		my ($prefix, $known) = ($k, 0);
		while ($prefix =~ s/\.[^.]*$//) {
			$known ||= $family->{$prefix};
		}
		push @found, "nobody asks for $k" unless $known;
	}
	return @found;
}

my $head = "msgid \"\"\nmsgstr \"\"\n"
	. "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
	. "\"Project-Id-Version: x\\nPO-Revision-Date: 2026-01-01 00:00+0000\\n\"\n"
	. "\"Last-Translator: x\\nLanguage-Team: x\\nMIME-Version: 1.0\\n\"\n"
	. "\"Content-Transfer-Encoding: 8bit\\nLanguage: LL\\n\"\n\n";
sub words {
	my %words = @_;
	my $text = $head;
	$text .= "msgid \"$_\"\nmsgstr \"$words{$_}\"\n\n" for sort keys %words;
	return $text;
}
my %good = map { ("words/$_.po" => words('home.title' => 'x')) } @languages;
my %use = ('src/a.c' => "f(word(l, \"home.title\"));\n");
my $c = \&check;
planted($c, 'a key without words', qr/no words for home\.tile/,
	{ %good, %use, 'src/b.c' => "f(word(l, \"home.tile\"));\n" });
planted($c, 'a language that lacks a word', qr/home\.x is missing in ckb/,
	{ %good, %use, 'src/b.c' => 'f(word(l, "home.x"));',
	  'words/ar.po' => words('home.title' => 'x', 'home.x' => 'x'),
	  'words/en.po' => words('home.title' => 'x', 'home.x' => 'x') });
planted($c, 'a word nobody asks for', qr/nobody asks for home\.title/, \%good);
planted($c, 'an empty word', qr/home\.title is empty/,
	{ %good, %use, 'words/ar.po' => words('home.title' => '') });
planted($c, 'a file that gettext refuses', qr/msgfmt/,
	{ %good, %use, 'words/ar.po' => words('home.title' => 'x') . "msgid\n" });
clean($c, 'used words and families',
	{ (map { ("words/$_.po" => words('home.title' => 'x',
		'pledge.due_on' => 'x', 'gap.no_plan' => 'x')) } @languages),
	  'src/a.c' => "f(word(l, \"home.title\"));\n"
		. "{ FIELD(struct pledge, due_on) };\n"
		. "arena_printf(a, \"gap.%s\", name);\n" });
judge($c, 'words and code agree in three languages');

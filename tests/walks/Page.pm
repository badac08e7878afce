# Page.pm - is a page in its language, and in good form?
#
# What is judged: lang and dir of the page; no key in the place of words;
# words of another script only where their language is said or where they
# are isolated as data (<bdi>, <code>, what is typed in forms); each id once,
# each label and each fragment with its place.
package Page;
use strict;
use warnings;
use utf8;
use Records;
use Walk;

my %dir = (ar => 'rtl', ckb => 'rtl', en => 'ltr');

# The first parts of all keys of words: "pledge", "ui", "home" …
my $families;
sub families {
	return $families if $families;
	my %first;
	for (split /\n/, slurp(Walk::tree() . '/words/en.po')) {
		$first{$1} = 1 if /^msgid "([a-z_]+)\./;
	}
	my $all = join '|', sort keys %first;
	$families = qr/\b(?:$all)\.[a-z_]+(?:\.[a-z_]+)*\b/;
	return $families;
}

# [entity, path] as the home of all records says: /ar/records leads to each
# list; the program's own table is asked through the links of a record.
my @paths;
sub paths {
	return @paths if @paths;
	for my $file (glob Walk::tree() . '/src/domain/*.c') {
		my $text = slurp($file);
		next unless $text =~ /const struct entity \w+ = \{(.*?)\n\};/s;
		my $body = $1;
		my ($name) = $body =~ /\.name = "([a-z_]+)"/ or next;
		my ($path) = $body =~ /\.path = "([a-z]+)"/ or next;
		push @paths, [$name, $path];
	}
	return @paths;
}

my $latin = qr/[A-Za-z\x{c0}-\x{24f}]{2,}/;
# Three words in Latin letters in a row are no code and no short name.
my $latin_words = qr/(?:$latin[ ,.;:]+){2,}$latin/;
my $arabic_words = qr/[\x{620}-\x{64a}\x{66e}-\x{6d3}]{2,}/;
my $sorani = qr/[\x{695}\x{6b5}\x{6c6}\x{6ce}\x{6d5}\x{6a4}]/;
my $arabic = qr/[\x{629}\x{643}\x{649}\x{64a}]/;

# Where words may be of any language: they are data, and say so.
my %free = map { $_ => 1 } qw(bdi code kbd pre option textarea title script style
	bdo);

# Every element that our pages use.
my %known = map { $_ => 1 } qw(html head meta title link script body a div span
	nav header main footer section article aside h1 h2 h3 h4 h5 h6 p ul ol
	li dl dt dd table caption colgroup col thead tbody tfoot tr th td form
	fieldset legend label input select option optgroup textarea button
	datalist bdi bdo b i em strong small code kbd pre blockquote q cite time
	abbr br hr figure figcaption details summary svg g path line rect circle
	text tspan polyline polygon desc use defs pattern ellipse marker mark sub
	sup data output meter progress clipPath linearGradient stop);

sub look {
	my ($html, $lang) = @_;
	my %p = (form => [], language => [], links => [], ids => {});
	my @for;
	my $key = families();

	my $foreign = sub {
		my ($words, $of) = @_;
		return "words in Latin letters: $words"
			if $of ne 'en' && $words =~ $latin_words;
		return "words in Arabic letters: $words"
			if $of eq 'en' && $words =~ $arabic_words;
		return "Sorani on an Arabic page: $words"
			if $of eq 'ar' && $words =~ $sorani;
		return "letters of Arabic that Sorani has not: $words"
			if $of eq 'ckb' && $words =~ $arabic;
		return undef;
	};
	my $tag = sub {
		my ($name, $a, $open) = @_;
		if ($name eq 'html') {
			push @{ $p{language} }, 'lang or dir of the page: ' .
				($a->{lang} // '') . ' ' . ($a->{dir} // '')
				if ($a->{lang} // '') ne $lang ||
				($a->{dir} // '') ne $dir{$lang};
		}
		if (defined $a->{lang} && $a->{lang} !~ /^(?:ar|ckb|en)\z/) {
			push @{ $p{language} }, "lang=\"$a->{lang}\"";
		}
		if (defined $a->{id}) {
			push @{ $p{form} }, "id twice: $a->{id}"
				if $p{ids}{$a->{id}}++;
		}
		push @for, $a->{for} if defined $a->{for} && $name eq 'label';
		push @for, split ' ', $a->{$_} // ''
			for qw(aria-labelledby aria-describedby);
		# What nobody of us writes came out of data.
		push @{ $p{form} }, "<$name> on a page"
			unless $known{$name};
		push @{ $p{form} }, 'script of another: ' . ($a->{src} // '')
			if $name eq 'script' &&
			($a->{src} // '') !~ m{^/assets/[0-9a-f]{16}-};
		for (qw(href src action xlink:href)) {
			push @{ $p{form} }, "an address that acts: $a->{$_}"
				if defined $a->{$_} &&
				$a->{$_} !~ m{^(?:/|\#|\?|https?://|mailto:)};
		}
		push @{ $p{form} }, "style in the page: <$name>"
			if defined $a->{style};
		for (keys %$a) {
			push @{ $p{form} }, "script in the page: $_" if /^on/;
		}
		for my $of (qw(href src xlink:href data-names)) {
			push @{ $p{links} }, $a->{$of} if defined $a->{$of};
		}
		push @{ $p{links} }, $a->{action} if defined $a->{action} &&
			lc($a->{method} // 'get') eq 'get';
		my $of = $a->{lang};
		if (!defined $of) {
			for (reverse @$open) {
				next unless defined $_->{a}{lang};
				$of = $_->{a}{lang};
				last;
			}
		}
		for (qw(aria-label title placeholder alt)) {
			next unless defined $a->{$_};
			push @{ $p{language} }, "a key instead of words: $a->{$_}"
				if $a->{$_} =~ $key;
			my $said = $foreign->($a->{$_}, $of // $lang);
			# A link may be named by the record it leads to, and an
			# attribute has no language of its own.
			push @{ $p{language} }, "$_: $said"
				if $said && $name ne 'a';
		}
	};
	my $text = sub {
		my ($words, $open) = @_;
		return if $words !~ /\S/;
		my ($of, $is_free);
		for (reverse @$open) {
			$is_free = 1 if $free{$_->{name}};
			next unless defined $_->{a}{lang};
			$of = $_->{a}{lang};
			# What says its language itself is believed.
			$is_free = 1 if $_->{name} ne 'html' &&
				$words !~ $key;
			last;
		}
		my $in = join ' ', map { $_->{name} } @$open;
		push @{ $p{language} }, "a key instead of words: $words ($in)"
			if $words =~ $key && !$is_free;
		# What the nasty texts hold is no hole of ours.
		push @{ $p{language} }, "a hole that nobody filled: $words ($in)"
			if $words =~ /\{[a-z_]+\}/ && !$is_free &&
			$words !~ /\{n\} \{field\} %s/;
		return if $is_free;
		my $said = $foreign->($words, $of // $lang);
		push @{ $p{language} }, "$said ($in)"
			if $said && !Records::is_nasty($words);
	};
	push @{ $p{form} }, Walk::parse($html, $tag, $text);
	for (@for) {
		push @{ $p{form} }, "a label of nothing: $_" unless $p{ids}{$_};
	}
	return \%p;
}

# The words of a piece of HTML on one line, without its tags.
sub words {
	my ($html) = @_;
	$html =~ s/<[^>]*>/ /g;
	return blanks(plain($html));
}

sub blanks {
	my ($text) = @_;
	$text =~ s/\s+/ /g;
	$text =~ s/^ | $//g;
	return $text;
}

# The judge is judged first: each of these is found, and the good page good.
sub tried {
	my $page = sub {
		my ($lang, $body) = @_;
		return "<!doctype html>\n<html lang=\"$lang\" dir=\"" .
			$dir{$lang} . "\"><body>$body</body></html>";
	};
	my @bad = (
		['ar', '<p>pledge.due_on</p>', 'language'],
		['ar', '<p>الموعد {when}</p>', 'language'],
		['ar', '<p>National Referral Mechanism</p>', 'language'],
		['ar', '<p>هەرێمی کوردستان</p>', 'language'],
		['ckb', '<p>وزارة الهجرة</p>', 'language'],
		['ar', '<svg><text>National Referral Mechanism</text></svg>',
			'language'],
		['en', '<p>وزارة</p>', 'language'],
		['en', '<input aria-label="وزارة">', 'language'],
		['en', '<p>a < b</p>', 'form'],
		['en', '<p>a & b</p>', 'form'],
		['en', '<p><b>a</p></b>', 'form'],
		['en', '<p>', 'form'],
		['en', '<p id="a"></p><p id="a"></p>', 'form'],
		['en', '<label for="a">a</label>', 'form'],
		['en', '<p onclick="a()"></p>', 'form'],
		['en', '<script>alert(1)</script>', 'form'],
		['en', '<img src="/a">', 'form'],
		['en', '<a href="javascript:alert(1)">a</a>', 'form'],
	);
	for (@bad) {
		my ($lang, $body, $kind) = @$_;
		my $p = look($page->($lang, $body), $lang);
		fault("not seen: $body") unless @{ $p->{$kind} };
	}
	fault('not seen: another language')
		unless @{ look($page->('ar', ''), 'en')->{language} };
	for (['ar', '<p lang="en">National Referral Mechanism</p>'],
		['ar', '<p><bdi>National Referral Mechanism</bdi> IQ22-4</p>'],
		['ar', '<p><label for="a">رمز</label><input id="a"></p>'],
		['en', '<p>Words &amp; <bdi lang="ar" dir="rtl">وزارة</bdi></p>']) {
		my $p = look($page->(@$_), $_->[0]);
		fault("$_->[1]: $_") for @{ $p->{form} }, @{ $p->{language} };
	}
}

1;

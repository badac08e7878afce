#!/usr/bin/perl
# honesty.pl - what is inferred, rendered or not known says so on its page
#
# Every record of the demo is looked at in two languages: each field whose
# source is not simply stated, each text that is ours or a draft, each field
# that is empty, each link that is inferred. Then the exports: they carry the
# kind of every fact and link and the origin of every text, as in the pack.
use strict;
use warnings;
use utf8;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Encode ();
use Walk;
use Page;

my @langs = qw(ar en);
my ($order, $fields) = entities();
my %path = map { $_->[0] => $_->[1] } Page::paths();
my %word;		# LANG => { key => words }
for my $l (@langs) {
	my $po = Encode::decode('UTF-8', slurp(tree() . "/words/$l.po"));
	$word{$l}{$1} = $2
		while $po =~ /^msgid "([^"]+)"\nmsgstr "((?:[^"\\]|\\.)*)"/mg;
	s/\\(.)/$1/g for values %{ $word{$l} };
}
my %kind_mark = (inferred => 'ui.mark.inferred',
	rendering => 'ui.mark.rendering', computed => 'ui.mark.computed');

my $folder = scratch() . '/honest';
mithaq_ok('export', $folder);
my %row;		# entity => [ rows ]
for my $entity (@$order) {
	$row{$entity} = [csv(slurp("$folder/$entity.csv"))]
		if -e "$folder/$entity.csv";
}
my (%entity, %facts);	# code => entity; code of about => its facts
for my $entity (@$order) {
	$entity{$_->{code}} = $entity
		for grep { defined $_->{code} } @{ $row{$entity} };
}
push @{ $facts{$_->{about}} }, $_ for @{ $row{fact} };

my (@unmarked_facts, @unmarked_values, @unmarked_texts, @unknown);
my %n;

sub section_of {
	my ($html, $name) = @_;
	return $html =~ m{<section class="long" id="\Q$name\E">(.*?)</section>}s
		? $1 : undef;
}

# The <dd> of a field by its label.
sub dd_of {
	my ($html, $label) = @_;
	while ($html =~ m{<dt>(.*?)</dt>\s*<dd>(.*?)</dd>}gs) {
		return $2 if Page::words($1) eq $label;
	}
	return undef;
}

my $site = site();
for my $lang (@langs) {
	my $word = $word{$lang};
	for my $entity (grep { $path{$_} && $_ ne 'fact' } @$order) {
		for my $r (@{ $row{$entity} }) {
			look($lang, $word, $entity, $r);
		}
	}
}

sub look {
	my ($lang, $word, $entity, $r) = @_;
	my $url = "/$lang/$path{$entity}/$r->{code}";
	my $html = $site->get($url)->{body};
	my ($h1) = $html =~ m{<h1>(.*?)</h1>}s;

	for my $fact (@{ $facts{$r->{code}} // [] }) {
		my $mark = $kind_mark{$fact->{kind}} or next;
		my ($item) = $html =~
			m{<li id="\Q$fact->{code}\E">(.*?)\n</?(?:li|ol)}s;
		$n{facts}++;
		push @unmarked_facts, "$url: $fact->{code} is $fact->{kind}"
			if !defined $item ||
			index($item, ">$word->{$mark}<") < 0;
	}
	for my $f (@{ $fields->{$entity} }) {
		field($lang, $word, $entity, $r, $f, $url, $html, $h1);
	}
}

# The fact that stands for the value of a field: the preferred, or the first.
sub first_fact {
	my ($code, $name) = @_;
	my $first;
	for my $fact (@{ $facts{$code} // [] }) {
		next unless ($fact->{field} // '') =~ /^\Q$name\E(?::|\z)/;
		$first = $fact if !$first || ($fact->{preferred} // '') eq 'yes';
	}
	return $first;
}

sub field {
	my ($lang, $word, $entity, $r, $f, $url, $html, $h1) = @_;
	my ($name, $kind) = @$f{qw(name kind)};
	my $label = $word->{"$entity.$name"} // $name;
	my $is_text = $kind eq 'text' || $kind eq 'longtext';
	my $heading = $kind eq 'text' && $name =~ /^(?:title|name)\z/;
	my $empty = $is_text ? !grep { length($r->{"$name:$_"} // '') }
		languages() : !length($r->{$name} // '');
	my $place = $heading ? $h1 : $kind eq 'longtext'
		? section_of($html, $name) : dd_of($html, $label);

	if ($empty) {
		return unless $kind =~ /^(?:date|choice|ref|longtext)\z/;
		# Without a parent of its kind it stands at the top of a tree.
		if ($kind eq 'ref' && ($f->{values} // '') eq $entity) {
			push @unknown, "$url: $name is said to be not known"
				if defined $place && $place =~ /class="mark unknown"/;
			return;
		}
		my ($line) = $html =~ m{<p class="unknowns">(.*?)</p>}s;
		my $told = defined $place && $place =~ /class="mark unknown"/
			|| defined $line && index(Page::words($line), $label) >= 0;
		$n{unknown}++;
		push @unknown, "$url: $name is not known, and nothing says so"
			unless $told;
		return;
	}
	my $fact = first_fact($r->{code}, $name);
	if ($fact && $kind_mark{$fact->{kind}}) {
		$n{values}++;
		push @unmarked_values,
			"$url: $name is $fact->{kind} ($fact->{code})"
			unless defined $place && $place =~ /class="mark"/;
	}
	return unless $is_text;
	# The text that this reader is shown.
	my $shown = length($r->{"$name:$lang"} // '') ? $lang : undef;
	return unless defined $shown;
	my $origin = $r->{"$name:$shown:origin"} || 'source';
	my $state = $r->{"$name:$shown:state"} || 'checked';
	return if $origin !~ /^(?:rendering|machine)\z/ && $state eq 'checked';
	$n{texts}++;
	push @unmarked_texts, "$url: $name is $origin, $state"
		unless defined $place && $place =~ /class="mark"/;
}

check('every fact that is not stated says so in the list of sources', sub {
	fault($_) for @unmarked_facts;
	fault("only $n{facts}") if ($n{facts} // 0) < 200;
});
check('every value that is not stated is marked where it stands', sub {
	fault($_) for @unmarked_values;
	fault("only $n{values}") if ($n{values} // 0) < 60;
});
check('every text that is ours or a draft is marked where it stands', sub {
	fault($_) for @unmarked_texts;
	fault("only $n{texts}") if ($n{texts} // 0) < 200;
});
check('every field that is not known says so, never nothing', sub {
	fault($_) for @unknown;
	fault("only $n{unknown}") if ($n{unknown} // 0) < 500;
});

check('every inferred link is marked at both its ends', sub {
	my $seen = 0;
	my %page;
	for my $k (grep { ($_->{provenance} // '') =~
		/^(?:inferred|rendering|computed)$/ } @{ $row{link} }) {
		for (['from', 'to'], ['to', 'from']) {
			my ($one, $other) = @$_;
			my ($at, $to) = @$k{$one, $other};
			my ($a, $b) = @entity{$at, $to};
			next unless $path{$a} && $path{$b};
			my $url = "/en/$path{$a}/$at";
			$page{$url} //= $site->get($url)->{body};
			my @items = grep { m{/\Q$to\E"} }
				$page{$url} =~ m{(<li.*?</li>)}gs;
			my $mark = $word{en}{$kind_mark{$k->{provenance}}};
			$seen++;
			fault("$url: $k->{kind} $to is $k->{provenance}")
				unless grep { index($_, ">$mark<") >= 0 } @items;
		}
	}
	fault("only $seen") if $seen < 100;
});

check('JSON carries the kind of facts and links and the origin of texts', sub {
	my $j = json($site->get('/en/pledges/IQ22-4?format=json')->{bytes});
	my %kinds = map { ($_->{code} => $_->{kind}) } @{ $j->{facts} };
	for (@{ $facts{'IQ22-4'} }) {
		fault("$_->{code}") if ($kinds{$_->{code}} // '') ne $_->{kind};
	}
	fault('no fact is inferred') unless grep { $_ eq 'inferred' } values %kinds;
	fault('no link is inferred')
		unless grep { $_->{provenance} eq 'inferred' } @{ $j->{links} };
	fault('no text is a rendering')
		unless $j->{title}{ar}{origin} eq 'rendering';
});

check('exports carry what the packs say of provenance', sub {
	my %out = map { ($_->{code} => $_) } @{ $row{fact} };
	my %link = map { ("$_->{kind} $_->{from} $_->{to}" => $_) }
		@{ $row{link} };
	my $n = 0;
	for my $pack (qw(gcm iraq)) {
		for my $in (csv(slurp(tree() . "/packs/$pack/fact.csv"))) {
			my $is = $out{$in->{code}};
			fault("$in->{code} is not exported"), next unless $is;
			for (qw(kind document locator attested_on field value)) {
				fault("$in->{code}.$_: $is->{$_}, not $in->{$_}")
					if ($is->{$_} // '') ne ($in->{$_} // '');
			}
			$n++;
		}
		for my $in (csv(slurp(tree() . "/packs/$pack/link.csv"))) {
			my $name = "$in->{kind} $in->{from} $in->{to}";
			my $is = $link{$name};
			fault("$name is not exported"), next unless $is;
			fault("$name: $is->{provenance}")
				if ($is->{provenance} || 'stated') ne
				($in->{provenance} || 'stated');
		}
	}
	fault("only $n facts") if $n < 1000;
});
print '# ', join(', ', map { "$_ $n{$_}" } sort keys %n), "\n";
finish();

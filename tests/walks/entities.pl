#!/usr/bin/perl
# entities.pl - every entity: random record, saved, loaded, equal
#
#   tests/walks/entities.pl OTHER_DATABASE
#
# Through the form and back, changed, as JSON; then exported, imported into
# the other database, exported again: nothing may change on the way.
use strict;
use warnings;
use utf8;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Walk;
use Records;
use Page;

my ($other) = @ARGV;
my ($order, $fields) = entities();
my %path = map { $_->[0] => $_->[1] } Page::paths();
my $site = site();
my $made = Records->new($fields, 20221107);
my %stored;		# entity => { code => values }

sub form_of {
	my ($values) = @_;
	return map {
		my $v = $values->{$_};
		$v =~ s/\n/\r\n/g;
		$_ => $v;
	} sort keys %$values;
}

sub json_of {
	my ($entity, $code) = @_;
	my $a = $site->get("/en/$path{$entity}/$code?format=json");
	die "$code: $a->{status}\n" if $a->{status} != 200;
	return json($a->{bytes});
}

sub said {
	my ($a) = @_;
	my ($list) = $a->{body} =~ /<div class="problems"(.*?)<\/div>/s;
	$list //= substr $a->{body}, 0, 300;
	$list =~ s/<[^>]+>/ /g;
	return "$a->{status} $list";
}

sub add {
	my ($entity, $lang) = @_;
	my $values = $made->values_of($entity);
	my $code = $made->next_code($entity);
	my $a = $site->post("/$lang/$path{$entity}/new",
		['code', $code, form_of($values)]);
	if ($a->{status} != 303) {
		fault("$entity is not saved: " . said($a));
		return;
	}
	$made->keep($entity, $code);
	$stored{$entity}{$code} = $values;
	$made->compare($entity, $values, json_of($entity, $code), $entity);
}

# The fields of the page's form, as a browser would send them.
sub form_on {
	my ($html) = @_;
	my ($form) = $html =~ m{(<form class="record".*?</form>)}s;
	die "no form\n" unless $form;
	my (@sent, $select, $chosen, $area);
	Walk::parse("<!doctype html>$form", sub {
		my ($name, $a) = @_;
		if ($name eq 'input') {
			push @sent, $a->{name}, $a->{value} // ''
				if defined $a->{name};
		} elsif ($name eq 'select') {
			push @sent, $a->{name}, undef;
		} elsif ($name eq 'option' && @sent && !defined $sent[-1]) {
			$chosen //= $a->{value} // '';
			$sent[-1] = $a->{value} if exists $a->{selected};
		} elsif ($name eq 'textarea') {
			push @sent, $a->{name}, '';
			$area = 1;
		}
	}, sub {
		my ($words, $open) = @_;
		return unless @$open && $open->[-1]{name} eq 'textarea';
		# The first line end belongs to the tag.
		$sent[-1] .= $words =~ s/\A\n//r;
	});
	my %first = $form =~ /<select[^>]* name="([^"]*)"[^>]*>\s*<option value="([^"]*)"/g;
	for (my $i = 0; $i < @sent; $i += 2) {
		$sent[$i + 1] //= plain($first{$sent[$i]} // '');
		$sent[$i + 1] =~ s/\n/\r\n/g;
	}
	return @sent;
}

# The references of an entity that its form does not offer again.
my %fixed;
sub fixed {
	my ($entity, $code) = @_;
	return @{ $fixed{$entity} } if $fixed{$entity};
	my $html = $site->get("/en/$path{$entity}/$code/edit")->{body};
	$fixed{$entity} = [map { $_->{name} } grep {
		$_->{kind} =~ /ref$/ && $html !~ / name="$_->{name}"/
	} @{ $fields->{$entity} }];
	return @{ $fixed{$entity} };
}

for my $entity (grep { $path{$_} } @$order) {
	check("$entity: what is typed is stored, and shown as JSON", sub {
		add($entity, $_) for languages(), 'ar', 'en';
	});
}

for my $entity (grep { $path{$_} } @$order) {
	check("$entity: its form sent back as it came changes nothing", sub {
		for my $code (sort keys %{ $stored{$entity} }) {
			my $url = "/ckb/$path{$entity}/$code/edit";
			my $page = $site->get($url);
			my $a = $site->post($url, [form_on($page->{body})]);
			fault("$code: " . said($a)) if $a->{status} != 303;
			$made->compare($entity, $stored{$entity}{$code},
				json_of($entity, $code), $code);
		}
	});
	check("$entity: every field can be changed and emptied", sub {
		my ($code) = sort keys %{ $stored{$entity} };
		for my $empty (0, 1) {
			my $values = $made->values_of($entity);
			my %may = map { $_->{name} => !$_->{required} }
				@{ $fields->{$entity} };
			# A record that is its own parent bites its tail.
			for my $f (@{ $fields->{$entity} }) {
				$values->{$f->{name}} = ''
					if $f->{kind} eq 'ref' &&
					$f->{values} eq $entity;
			}
			for (keys %{ $stored{$entity}{$code} }) {
				my ($name) = /^([a-z_]+)/;
				$values->{$_} //= '' unless /:(?:origin|state)$/;
				# Somebody must have been there.
				next if $entity eq 'attendance' &&
					$name eq 'organisation';
				$values->{$_} = '' if $empty && $may{$name};
			}
			my $now = json_of($entity, $code);
			my $version = $now->{version};
			# What is set once is not in the form, and stays even
			# when somebody sends it.
			for my $name (fixed($entity, $code)) {
				$values->{$name} = $now->{$name}{code};
			}
			my %sent = %$values;
			$sent{$_} = $made->code_of('')
				for fixed($entity, $code);
			my $a = $site->post("/ar/$path{$entity}/$code/edit",
				['version', $version, form_of(\%sent)]);
			fault("$code: " . said($a)) if $a->{status} != 303;
			$made->compare($entity, $values,
				json_of($entity, $code), $code);
			$stored{$entity}{$code} = $values;
		}
	});
}

check('links of every kind are stored and seen from both ends', sub {
	my ($kinds) = map { $_->{values} }
		grep { $_->{name} eq 'kind' } @{ $fields->{link} };
	my %done;
	for my $from ('pledge', 'plan', 'goal', 'action', 'organisation',
		'document', 'provision', 'person') {
		my ($code) = sort keys %{ $stored{$from} };
		my $page = $site->get("/en/$path{$from}/$code/link");
		my %offered = $page->{body} =~
			/<option value="([a-z_]+):(out)"/g;
		for my $kind (sort keys %offered) {
			for my $to (@$order) {
				next if $done{"$kind $from"} || !$stored{$to};
				my $end = (sort keys %{ $stored{$to} })[-1];
				my $a = $site->post(
					"/en/$path{$from}/$code/link",
					['kind', "$kind:out", 'to', $end,
					'note', 'سبب <b>&', 'provenance',
					'inferred', 'document', '']);
				next if $a->{status} == 422;
				fault("$kind $from $to: $a->{status}")
					if $a->{status} != 303;
				$done{"$kind $from"} = 1;
				$done{$kind} = 1;
				my ($k) = grep { $_->{kind} eq $kind &&
					$_->{direction} eq 'in' &&
					$_->{other}{code} eq $code }
					@{ json_of($to, $end)->{links} };
				fault("$kind $code $end: not seen there")
					unless $k;
				fault("$kind $code $end: provenance")
					if $k && $k->{provenance} ne 'inferred';
			}
		}
	}
	for (split /\|/, $kinds) {
		fault("no link of kind $_ could be made") unless $done{$_};
	}
});
$site->stop;

my ($one, $two, $three) = map { scratch() . "/export$_" } 1 .. 3;

sub files_differ {
	my ($a, $b) = @_;
	open my $f, '-|:encoding(UTF-8)', 'diff', '-r', $a, $b or die;
	my @lines = <$f>;
	close $f;
	fault(join '', @lines[0 .. ($#lines > 12 ? 12 : $#lines)]) if @lines;
}

# The counts that an import says at its end: { new => 3 … }.
sub counts {
	my ($out) = @_;
	my %n = $out =~ /^(new|changed|same|refused|kept|unchanged) (\d+)$/mg;
	return \%n;
}

check('what was exported is what is there, and imports as the same', sub {
	mithaq_ok('export', $one);
	my $rows = 0;
	for my $entity (grep { $path{$_} } @$order) {
		my %row = map { $_->{code} => $_ }
			csv(slurp("$one/$entity.csv"));
		for my $code (sort keys %{ $stored{$entity} }) {
			my $row = $row{$code};
			if (!$row) {
				fault("$code is not in $entity.csv");
				next;
			}
			$rows++;
			my $v = $stored{$entity}{$code};
			for (sort keys %$v) {
				my $got = $row->{$_} // '';
				# What a spreadsheet would compute is guarded;
				# a plain number is none of that.
				$got =~ s/\A'(?='*[=+\-@\t\r])//
					unless $got =~ /\A'*-?[0-9.]+\z/;
				# What is the usual thing may be left out.
				next if /:(?:origin|state)$/ &&
					($got eq '' || ($v->{s/:(?:origin|state)$//r} // '') eq '');
				fault("$code.$_: $got and not $v->{$_}")
					if $got ne Unicode::Normalize::NFC($v->{$_});
			}
		}
	}
	fault("only $rows rows") if $rows < 100;
	my $out = mithaq_ok('import', $one, '--lang', 'en');
	my $n = counts($out);
	fault("not all the same: $out") if !$n->{same} && !$n->{unchanged};
	fault("$_: $n->{$_}: $out") for grep { $n->{$_} } qw(new changed refused);
});

check('imported into the other database and exported, nothing changed', sub {
	mithaq_ok('import', $one, '--db', $other, '--lang', 'en');
	mithaq_ok('export', $two, '--db', $other);
	files_differ($one, $two);
	my $n = counts(mithaq_ok('import', $one, '--db', $other, '--lang', 'en'));
	fault("twice is not nothing: $_ $n->{$_}")
		for grep { $n->{$_} } qw(new changed refused);
	mithaq_ok('export', $three, '--db', $other);
	files_differ($one, $three);
});

check('both logs are whole afterwards', sub {
	mithaq_ok('verify');
	mithaq_ok('verify', '--db', $other);
});
finish();

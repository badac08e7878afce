#!/usr/bin/perl
# chain_undo.pl - a link taken away changes gaps, home and chain; undo
# brings all of it back
#
# By command and by click, from an action to the only pledge it serves.
use strict;
use warnings;
use utf8;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Walk;

my ($action, $pledge) = @ARGV;
my $site = site();

# What somebody sees who asks about the pledge: without versions and times.
sub seen {
	my %s;
	$s{gaps} = mithaq_ok('gaps', '--format', 'csv');
	$s{chain} = mithaq_ok('chain', $pledge, '--format', 'json');
	$s{action} = mithaq_ok('chain', $action, '--format', 'json');
	for my $lang (languages()) {
		$s{"home $lang"} = $site->get("/$lang")->{body};
		$s{"gap $lang"} = $site->get("/$lang/gaps/pledge_no_action")
			->{body};
		($s{"page $lang"}) = $site->get("/$lang/pledges/$pledge")
			->{body} =~ m{(<main.*?)<p class="record"}s;
	}
	return \%s;
}

sub same {
	my ($a, $b) = @_;
	for (sort keys %$a) {
		fault("$_ is not as before") if $a->{$_} ne $b->{$_};
	}
}

sub changed {
	my ($a, $b) = @_;
	for (sort keys %$a) {
		fault("$_ did not change") if $a->{$_} eq $b->{$_};
	}
	my ($was) = $a->{gaps} =~ /pledge_no_action,(\d+)/;
	my ($is) = $b->{gaps} =~ /pledge_no_action,(\d+)/;
	fault("pledges without action: $was, then $is") if $is != $was + 1;
	fault('the chain still leads to the action')
		if $b->{chain} =~ /"\Q$action\E"/;
	fault('the chain does not say that no action is known')
		if $b->{chain} !~ /NO_ACTION/;
	fault('the chain of the action still leads to the pledge')
		if $b->{action} =~ /"\Q$pledge\E"/;
	for my $lang (languages()) {
		fault("the pledge is not in the list of the gap, in $lang")
			if $b->{"gap $lang"} !~ m{/pledges/$pledge"};
	}
}

# The document that the link cites: the same must stand there again.
my ($was) = grep { $_->{kind} eq 'serves' && $_->{other}{code} eq $action }
	@{ json($site->get("/en/pledges/$pledge?format=json")->{bytes})
	->{links} };

my $before = seen();
check('by command: unlink changes gaps, home and chain', sub {
	mithaq_ok('unlink', $action, 'serves', $pledge);
	changed($before, seen());
});
check('by command: the link made again brings all of it back', sub {
	mithaq_ok('link', $action, 'serves', $pledge, '--provenance', 'stated',
		'--document', $was->{document});
	same($before, seen());
});

check('by click: unlink changes gaps, home and chain; undo restores', sub {
	my $page = $site->get("/ar/pledges/$pledge/link")->{body};
	my ($form) = grep { m{/actions/$action"} }
		$page =~ m{(<form method="post".*?</form>)}gs;
	die "no button takes the link away\n" unless $form;
	my ($url) = $form =~ /action="([^"]*)"/;
	my %field = $form =~ /name="([a-z]+)" value="([^"]*)"/g;
	my $a = $site->post($url, [%field]);
	fault("unlink: $a->{status}") if $a->{status} != 303;
	changed($before, seen());

	# The page that says so offers to take it back.
	my $told = $site->get($a->{head}{location})->{body};
	my ($undo) = $told =~ m{(<form[^>]*action="[^"]*/undo".*?</form>)}s;
	die "the page offers no undo\n" unless $undo;
	($url) = $undo =~ /action="([^"]*)"/;
	%field = $undo =~ /name="([a-z]+)" value="([^"]*)"/g;
	$a = $site->post($url, [%field]);
	fault("undo: $a->{status}") if $a->{status} != 303;
	same($before, seen());
});
check('the log tells of it and is whole', sub {
	my $out = mithaq_ok('verify');
	my ($n) = query("SELECT count(*) FROM log WHERE verb = 'unlink'");
	fault("$n->[0] entries tell of taking away") if $n->[0] != 2;
});
finish();

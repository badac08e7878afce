#!/usr/bin/perl
# hostile.pl - what comes over the wire wrongly, while others are served
#
# Each is answered in the reader's language with the right status; nothing
# of it is stored; the same process goes on serving. Then the disk is full,
# and has room again.
use strict;
use warnings;
use utf8;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Walk;

my $site = site();
my $child = $site->child;

sub log_n { return (query('SELECT count(*) FROM log'))[0][0] }
my $entries = log_n();

# The answer has this status, is a page of that language, and the next
# request is answered.
sub answers {
	my ($a, $status, $lang, $what) = @_;
	fault("$what: $a->{status}, not $status")
		unless grep { $_ == $a->{status} } split ' ', $status;
	my $dir = $lang eq 'en' ? 'ltr' : 'rtl';
	fault("$what: not told in $lang: " . substr $a->{body}, 0, 120)
		unless $a->{body} =~ /<html lang="$lang" dir="$dir"/;
	my $next = $site->get('/en/pledges/IQ22-4');
	fault("$what: the next request: $next->{status}")
		if $next->{status} != 200;
}

check('a form with mistakes comes back with them, in three languages', sub {
	my %error = (ar => 'خطأ', ckb => 'هەڵە', en => 'Error');
	for my $lang (languages()) {
		my $a = $site->post("/$lang/pledges/new", ['title:ar',
			'<b>نص "طويل"</b>', 'cycle', 'NOWHERE', 'due_on',
			'31.02.2024', 'number', 'x', 'summary:en', "a\r\nb <i>"]);
		answers($a, '422', $lang, 'mistakes');
		fault("$lang: the title does not begin with $error{$lang}")
			unless $a->{body} =~ /<title>\Q$error{$lang}\E/;
		for my $kept ('value="&lt;b&gt;نص &quot;طويل&quot;&lt;/b&gt;"',
			'value="NOWHERE"', 'value="31.02.2024"',
			'value="x"', "a\r\nb &lt;i&gt;") {
			(my $lines = $a->{body}) =~ s/\r\n/\n/g;
			(my $want = $kept) =~ s/\r\n/\n/g;
			fault("$lang: not kept: $kept")
				if index($lines, $want) < 0;
		}
		for my $field (qw(cycle due_on number)) {
			fault("$lang: the list does not lead to $field")
				unless $a->{body} =~ /href="#$field"/;
			fault("$lang: nothing at $field")
				unless $a->{body} =~
				/name="$field"[^>]*aria-invalid="true"/;
		}
	}
});

check('methods that a page does not know', sub {
	for my $method (qw(PUT DELETE PATCH OPTIONS BREW)) {
		my $a = $site->ask("$method /ckb/pledges/IQ22-4 HTTP/1.1\r\n" .
			'Host: ' . $site->host . "\r\nContent-Length: 0\r\n\r\n");
		answers($a, '405 501', 'ckb', $method)
			if $a->{status} != 501;
	}
});

check('a text of 10 MB is refused, with words', sub {
	my $a = $site->post_bytes('/ar/pledges/new',
		'title:ar=' . 'x' x (10 * 1024 * 1024));
	answers($a, '413', 'ar', '10 MB');
	$site->close;
});
check('a text longer than its field is refused, and kept', sub {
	my $long = 'طويل ' x 5000;
	my $a = $site->post('/ar/pledges/new', ['title:ar', 'عنوان',
		'cycle', 'C-2022', 'summary:ar', $long]);
	answers($a, '422', 'ar', 'long');
	fault('what was typed is lost')
		if index($a->{body}, 'طويل ' x 4990) < 0;
});

check('U+0000 and bytes that are not UTF-8 in a form', sub {
	for my $bytes ('title:ar=a%00b&cycle=C-2022',
		'title:ar=%FF%FE&cycle=C-2022', 'title:ar=%ED%A0%80&cycle=C-2022',
		"title:ar=\xff\xfe&cycle=C-2022", 'title:ar=%C0%80&cycle=C-2022',
		'title:ar=%zz&cycle=C-2022') {
		my $a = $site->post_bytes('/ar/pledges/new', $bytes);
		answers($a, '400 422', 'ar', $bytes);
	}
});

check('marks that turn a line around do not come onto pages', sub {
	my $a = $site->post('/en/terms/new', ['code', 'T-TURN', 'title:en',
		"safe\x{202e}txt.exe\x{202c}", 'aliases', "\x{202d}x"]);
	fault("not saved: $a->{status}") if $a->{status} != 303;
	for ('/en/terms/T-TURN', '/en/terms', '/en/terms/T-TURN/edit',
		'/en/terms/T-TURN?format=json') {
		my $body = $site->get($_)->{body};
		fault("$_ holds one") if $body =~ /[\x{202a}-\x{202e}]/;
	}
	$entries++;
});

check('unknown fields, many of them, and fields given twice', sub {
	my $a = $site->post('/en/pledges/IQ22-1/edit', ['version', 1,
		map { ("f$_", $_) } 1 .. 3000]);
	answers($a, '303 400 413', 'en', 'many') if $a->{status} != 303;
	$entries++ if $a->{status} == 303;
	$a = $site->post('/en/pledges/new', ['title:en', 'one', 'title:en',
		'two', 'cycle', 'NOWHERE', '__proto__', 'x', '', 'y',
		"'; DROP TABLE pledge; --", 'z', '"><script>', '<']);
	answers($a, '422', 'en', 'twice');
	fault('a name of a field came onto the page')
		if $a->{body} =~ /DROP TABLE|"><script>/;
});

check('forms of another kind, and broken ones', sub {
	for (['text/plain', 'title:ar=x'], ['application/json', '{}'],
		['multipart/form-data', 'x'],
		['multipart/form-data; boundary=b', "--b\r\nnonsense"],
		['application/x-www-form-urlencoded', '&&&==&%']) {
		my ($type, $body) = @$_;
		my $a = $site->post_bytes('/ar/themes/new', $body,
			'Content-Type' => $type);
		answers($a, '400 413 415 422', 'ar', $type);
	}
});

check('another site cannot make a browser write here', sub {
	my $a = $site->post('/ar/themes/new', ['title:ar', 'x'],
		Origin => 'https://example.org');
	answers($a, '403', 'ar', 'origin');
	$a = $site->post('/ar/themes/new', ['title:ar', 'x'],
		'Sec-Fetch-Site' => 'cross-site');
	answers($a, '403', 'ar', 'cross-site');
	$a = $site->ask("GET /ar HTTP/1.1\r\nHost: example.org\r\n\r\n");
	fault("another name: $a->{status}") if $a->{status} != 421;
});

check('versions, links and withdrawals that are none', sub {
	for (['/ar/pledges/IQ22-1/edit', ['version', 'x'], '400 422'],
		['/ar/pledges/IQ22-1/edit', [], '400 422'],
		['/ar/pledges/IQ22-1/edit', ['version', '99999999999999999999'],
			'400 409 422'],
		['/ar/pledges/IQ22-1/undo', ['version', '77'], '400 409 422'],
		['/ar/pledges/IQ22-1/undo', ['link', '99999'], '400 404 409 422'],
		['/ar/pledges/IQ22-1/unlink', ['link', '-1'], '400 404 422'],
		['/ar/pledges/IQ22-1/withdraw', ['version', '1'], '409 422'],
		['/ar/pledges/IQ99-9/withdraw', ['version', '1'], '404'],
		['/ar/pledges/IQ22-1/link', ['kind', 'serves:in', 'to',
			'IQ22-1'], '422'],
		['/ar/nowhere', ['a', 'b'], '404 405']) {
		my ($url, $form, $status) = @$_;
		answers($site->post($url, $form), $status, 'ar',
			"$url @$form");
	}
});

check('the same process has answered all, and stored none of it', sub {
	fault('the server died: ' . $site->said)
		if ($site->child // 0) != $child || $site->said =~ /serve\.died/;
	my $now = log_n();
	fault("$entries entries were meant, there are $now")
		if $now != $entries;
	mithaq_ok('verify');
});
$site->stop;

# ---- no space, and space again

sub full {
	my $site = site();
	my $child = $site->child;
	$entries = log_n();
	my $limit = sub {
		system('prlimit', '--pid', $child, '--fsize=' . $_[0]) == 0
			or die "prlimit\n";
	};
	# The journal may hardly grow: the file of the database is larger.
	$limit->(65536 . ':');
	my ($stored, $told) = (0, 0);
	for my $i (1 .. 30) {
		my $a = $site->post('/ar/themes/new', ['code', "TH-FULL-$i",
			'title:ar', "موضوع $i", 'description:ar', 'نص ' x 3000]);
		if ($a->{status} == 303) { $stored++; next }
		$told++;
		fault("no space: $a->{status}") if $a->{status} != 507;
		fault('not told in Arabic')
			unless $a->{body} =~ /<html lang="ar" dir="rtl"/;
		my $page = $site->get('/en/pledges/IQ22-4');
		fault("reading: $page->{status}") if $page->{status} != 200;
		last if $told == 5;
	}
	fault('the disk was never full') unless $told;
	$limit->('unlimited:');
	my $a = $site->post('/ar/themes/new', ['code', 'TH-ROOM',
		'title:ar', 'موضوع']);
	fault("with room again: $a->{status}") if $a->{status} != 303;
	fault('another process: ' . $site->said) if $site->child != $child;
	$site->stop;
	my $now = log_n();
	fault("$entries + $stored + 1 became $now")
		if $now != $entries + $stored + 1;
	my ($n) = query("SELECT count(*) FROM theme WHERE code LIKE 'TH-FULL-%'");
	fault("$stored were acknowledged, $n->[0] are there")
		if $n->[0] != $stored;
	mithaq_ok('verify');
	mithaq_ok('check');
}
if (on_postgres()) {
	skip('a disk without space', 'it is the disk of the database server');
} else {
	check('a disk without space is told, and nothing is half done', \&full);
}
finish();

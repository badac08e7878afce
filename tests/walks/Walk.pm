# Walk.pm - what the walks are written with
#
# A walk goes through everything there is: every page, every record, every
# entity. It is started by a golden test (tests/golden/*.t), which has made
# the database and set MITHAQ and MITHAQ_DB; it prints TAP.
#
#     use lib …; use Walk;
#     my $site = site();                    # mithaq serve, on a free port
#     my $a = $site->get('/ar/pledges');    # {status, head, body}
#     check('the list answers', sub { $a->{status} == 200 or say_not "…" });
#     finish();
#
# Pages are asked over one connection that stays open.
package Walk;
use strict;
use warnings;
use utf8;
use Encode ();
use IO::Socket::INET;
use JSON::PP ();
use Exporter 'import';
our @EXPORT = qw(check fault finish site mithaq mithaq_ok rows languages
	parse plain links attributes slurp spew scratch tree json bytes
	csv csv_line on_postgres query entities skip);

binmode STDOUT, ':encoding(UTF-8)';
binmode STDERR, ':encoding(UTF-8)';
$| = 1;

my ($checks, $failures) = (0, 0);
my @faults;
my @at_end;

sub languages { return qw(ar ckb en) }

sub tree {
	my $here = $0 =~ m{(.*)/} ? $1 : '.';
	return "$here/../..";
}

# ---- checks

# Something that is not as it should be; the check goes on.
sub fault {
	my ($said) = @_;
	push @faults, $said;
	return;
}

# One TAP line; it fails when the body said a fault or died.
sub check {
	my ($title, $body) = @_;
	@faults = ();
	eval { $body->(); 1 } or fault("died: $@");
	$checks++;
	if (!@faults) {
		print "ok $checks - $title\n";
		return 1;
	}
	$failures++;
	print "not ok $checks - $title\n";
	my $shown = 0;
	for my $said (@faults) {
		last if $shown++ == 25;
		$said =~ s/\s+\z//;
		$said = substr($said, 0, 600);
		$said =~ s/\n/\n#     /g;
		print "#   $said\n";
	}
	printf "#   … %d faults in all\n", scalar @faults if @faults > 25;
	return 0;
}

sub skip {
	my ($title, $why) = @_;
	$checks++;
	print "ok $checks - $title # SKIP $why\n";
}

sub finish {
	$_->() for reverse @at_end;
	@at_end = ();
	print "1..$checks\n";
	exit($failures ? 1 : 0);
}

END {
	my $status = $?;
	$_->() for reverse @at_end;
	$? = $status;
}
$SIG{TERM} = $SIG{INT} = sub { exit 130 };
$SIG{PIPE} = 'IGNORE';

# ---- files

sub slurp {
	my ($path) = @_;
	open my $f, '<:raw', $path or die "$path: $!\n";
	local $/;
	my $text = <$f> // '';
	return $text;
}

sub spew {
	my ($path, $text) = @_;
	open my $f, '>:raw', $path or die "$path: $!\n";
	print $f bytes($text);
	close $f or die "$path: $!\n";
	return $path;
}

# UTF-8 bytes of a text, whether its letters are bytes already or not.
sub bytes {
	my ($text) = @_;
	return utf8::is_utf8($text) ? Encode::encode('UTF-8', $text) : $text;
}

my $scratch;
sub scratch {
	return $scratch if $scratch;
	$scratch = $ENV{MITHAQ_DATA} // '/tmp';
	$scratch =~ s{/data\z}{};
	return $scratch;
}

sub json { return JSON::PP->new->utf8->decode($_[0]) }

# One row of a CSV text from its position on; undef at the end.
sub csv_line {
	my ($text) = @_;
	my @row;
	return undef if (pos($$text) // 0) >= length $$text;
	for (;;) {
		if ($$text =~ /\G"((?:[^"]|"")*)"/gc) {
			(my $v = $1) =~ s/""/"/g;
			push @row, $v;
		} else {
			$$text =~ /\G([^,\r\n]*)/gc;
			push @row, $1;
		}
		next if $$text =~ /\G,/gc;
		$$text =~ /\G(?:\r\n|\n|\r|\z)/gc or die "bad CSV";
		return \@row;
	}
}

# A CSV text as a list of rows {column => value}, decoded.
sub csv {
	my ($text) = @_;
	$text = Encode::decode('UTF-8', $text) unless utf8::is_utf8($text);
	$text =~ s/\A\x{feff}//;
	my $head = csv_line(\$text) or return;
	my @rows;
	while ((pos($text) // 0) < length $text) {
		my $row = csv_line(\$text);
		my %row;
		@row{@$head} = @$row;
		push @rows, \%row;
	}
	return @rows;
}

# ---- the program

# Runs mithaq: { exit, out, err }. A last hash may bring {in}, {env}.
sub mithaq {
	my $how = @_ && ref $_[-1] ? pop : {};
	my @words = map { bytes($_) } @_;
	my $mark = scratch() . "/walk.$$";
	my $pid = fork // die "fork: $!";
	if (!$pid) {
		$ENV{$_} = $how->{env}{$_} for keys %{ $how->{env} // {} };
		open STDIN, '<', $how->{in} // '/dev/null' or die;
		open STDOUT, '>', "$mark.out" or die;
		open STDERR, '>', "$mark.err" or die;
		exec { $ENV{MITHAQ} } $ENV{MITHAQ}, @words;
		die "exec: $!";
	}
	waitpid $pid, 0;
	my $said = {
		exit => $? & 127 ? 128 + ($? & 127) : $? >> 8,
		out => Encode::decode('UTF-8', slurp("$mark.out")),
		err => Encode::decode('UTF-8', slurp("$mark.err")),
	};
	unlink "$mark.out", "$mark.err";
	return $said;
}

# The same, and it must go well; gives its output.
sub mithaq_ok {
	my $r = mithaq(@_);
	my @words = grep { !ref } @_;
	fault("mithaq @words: exit $r->{exit}: $r->{err}") if $r->{exit};
	return $r->{out};
}

sub on_postgres { return $ENV{MITHAQ_DB} =~ /^postgres/ }

# Asks the database itself, in its own shell: lines of fields by "\t".
sub query {
	my ($sql) = @_;
	my @ask = on_postgres()
		? ('psql', '-X', '-q', '-A', '-t', '-F', "\t", '-v',
			'ON_ERROR_STOP=1', '-d', $ENV{MITHAQ_DB}, '-c', $sql)
		: ('sqlite3', '-bail', '-separator', "\t",
			$ENV{MITHAQ_DB} =~ s/^sqlite://r, $sql);
	open my $f, '-|:encoding(UTF-8)', @ask or die "@ask: $!";
	my @lines = <$f>;
	close $f or die "failed: $sql\n";
	chomp @lines;
	return map { [split /\t/, $_, -1] } @lines;
}

# What the program says of its entities, in its order: the list of names and
# { name => [ { name, kind, required, values } … ] }.
sub entities {
	my (@order, %fields);
	for (split /\n/, mithaq_ok('describe', '--lang', 'en')) {
		my ($entity, $field, $kind, $rest) =
			/^([a-z_]+)\.([a-z_]+)\s+([a-z]+)\s+(.*)/ or next;
		my $required = $rest =~ s/^required\s+//;
		my ($values) = $kind =~ /^(?:choice|ref)$/
			? $rest =~ /^(\S+)/ : ('');
		push @order, $entity unless $fields{$entity};
		push @{ $fields{$entity} }, { name => $field, kind => $kind,
			required => $required, values => $values };
	}
	return (\@order, \%fields);
}

# ---- a server

sub site {
	my %how = @_;
	my $log = scratch() . "/serve.$$";
	my @words = ('serve', '--port', $how{port} // 0);
	spew($log, '');
	my $pid = fork // die "fork: $!";
	if (!$pid) {
		open STDIN, '<', '/dev/null';
		open STDOUT, '>', "$log.out" or die;
		open STDERR, '>>', $log or die;
		$ENV{$_} = $how{env}{$_} for keys %{ $how{env} // {} };
		exec { $ENV{MITHAQ} } $ENV{MITHAQ}, @words;
		die "exec: $!";
	}
	my $s = bless { pid => $pid, log => $log }, 'Walk::Site';
	push @at_end, sub { $s->stop };
	for (1 .. 600) {
		if (slurp($log) =~ m{https?://[^\s:]+:(\d+)/}) {
			$s->{port} = $1;
			return $s;
		}
		if (waitpid($pid, 1) > 0) {
			$s->{pid} = 0;
			die 'serve ended: ' . slurp($log);
		}
		select undef, undef, undef, 0.05;
	}
	die 'serve does not serve: ' . slurp($log);
}

package Walk::Site;

sub stop {
	my ($s) = @_;
	return unless $s->{pid};
	kill 'TERM', $s->{pid};
	waitpid $s->{pid}, 0;
	my $status = $?;
	$s->{pid} = 0;
	return $status;
}

sub said { return Walk::slurp($_[0]{log}) }

# The process that answers: the child of the one we started.
sub child {
	my ($s) = @_;
	my $list = Walk::slurp("/proc/$s->{pid}/task/$s->{pid}/children");
	return (split ' ', $list)[0];
}

sub connect {
	my ($s) = @_;
	return $s->{socket} if $s->{socket};
	$s->{socket} = IO::Socket::INET->new(PeerAddr => '127.0.0.1',
		PeerPort => $s->{port}, Proto => 'tcp', Timeout => 10)
		or die "connect: $!\n";
	$s->{left} = '';
	return $s->{socket};
}

# Reads until the buffer holds what is asked for; false at the end.
sub more {
	my ($s) = @_;
	my $n = sysread $s->{socket}, $s->{left}, 65536, length $s->{left};
	return $n;
}

sub close {
	my ($s) = @_;
	CORE::close $s->{socket} if $s->{socket};
	$s->{socket} = undef;
}

# Sends bytes as they are and reads one answer; undef when none comes.
sub raw {
	my ($s, $bytes, $head_only) = @_;
	my $c = $s->connect;
	my $at = 0;
	while ($at < length $bytes) {
		my $n = syswrite $c, $bytes, 262144, $at;
		last unless $n;
		$at += $n;
	}
	while ($s->{left} !~ /\r\n\r\n/) {
		if (!$s->more) {
			$s->close;
			return undef;
		}
	}
	$s->{left} =~ s/\A(.*?)\r\n\r\n//s;
	my $top = $1;
	my ($status) = $top =~ m{^HTTP/1\.1 (\d{3})};
	my %head;
	$head{lc $1} = $2 while $top =~ /^([^:\r\n]+):[ \t]*([^\r\n]*)/mg;
	my $body = '';
	if ($head_only || $status == 304 || $status == 204) {
		$body = '';
	} elsif (($head{'transfer-encoding'} // '') =~ /chunked/) {
		for (;;) {
			while ($s->{left} !~ /\A([0-9a-fA-F]+)[^\r\n]*\r\n/) {
				$s->more or die "cut off\n";
			}
			my $n = hex $1;
			my $skip = index($s->{left}, "\r\n") + 2;
			while (length $s->{left} < $skip + $n + 2) {
				$s->more or die "cut off\n";
			}
			$body .= substr $s->{left}, $skip, $n;
			substr $s->{left}, 0, $skip + $n + 2, '';
			last unless $n;
		}
	} elsif (defined $head{'content-length'}) {
		my $n = $head{'content-length'};
		while (length $s->{left} < $n) {
			$s->more or die "cut off\n";
		}
		$body = substr $s->{left}, 0, $n, '';
	} else {
		1 while $s->more;
		$body = $s->{left};
		$s->close;
	}
	$s->close if ($head{connection} // '') =~ /close/i;
	return { status => $status, head => \%head, bytes => $body,
		body => Encode::decode('UTF-8', $body), top => $top };
}

sub host { return "127.0.0.1:$_[0]{port}" }

# A kept connection may be closed by the other side between two requests.
sub ask {
	my ($s, $bytes, $head_only) = @_;
	for my $try (1, 2) {
		my $kept = $s->{socket} ? 1 : 0;
		my $a = $s->raw($bytes, $head_only);
		return $a if $a;
		last unless $kept;
	}
	die "no answer\n";
}

sub get {
	my ($s, $path, %head) = @_;
	my $lines = join '', map { "$_: $head{$_}\r\n" } sort keys %head;
	return $s->ask("GET " . Walk::bytes($path) . " HTTP/1.1\r\nHost: "
		. $s->host . "\r\n$lines\r\n");
}

sub escape {
	my $v = Walk::bytes($_[0] // '');
	$v =~ s/([^A-Za-z0-9._~-])/sprintf '%%%02X', ord $1/ge;
	return $v;
}

# A form, as a browser would send it: [name, value, name, value …].
sub post {
	my ($s, $path, $form, %head) = @_;
	my @parts;
	for (my $i = 0; $i < @$form; $i += 2) {
		push @parts, escape($form->[$i]) . '=' . escape($form->[$i + 1]);
	}
	return $s->post_bytes($path, join('&', @parts), %head);
}

sub post_bytes {
	my ($s, $path, $body, %head) = @_;
	$head{'Content-Type'} //= 'application/x-www-form-urlencoded';
	my $lines = join '', map { "$_: $head{$_}\r\n" } sort keys %head;
	return $s->ask("POST $path HTTP/1.1\r\nHost: " . $s->host .
		"\r\n${lines}Content-Length: " . length($body) .
		"\r\n\r\n$body");
}

package Walk;

# ---- reading HTML

my %empty = map { $_ => 1 } qw(area base br col embed hr img input link meta
	source track wbr);

my %entity = (amp => '&', lt => '<', gt => '>', quot => '"', '#39' => "'");

sub plain {
	my ($text) = @_;
	$text =~ s/&(amp|lt|gt|quot|#39);/$entity{$1}/g;
	return $text;
}

sub attributes {
	my ($text) = @_;
	my %a;
	$a{lc $1} = plain($2 // '')
		while $text =~ /([a-zA-Z:-]+)(?:="([^"]*)")?/g;
	return \%a;
}

# Walks through a page and calls $text->($words, \@open) for every piece of
# text and $tag->($name, \%attributes, \@open) for every opening tag; @open
# is the path of open elements [{name, a}]. Gives the faults of its form.
sub parse {
	my ($html, $tag, $text) = @_;
	my (@open, @bad);
	my $raw;

	$html =~ s/\A<!doctype html>\s*//i or push @bad, 'no doctype';
	while ($html =~ /\G(?:<!--.*?-->|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^">]|"[^"]*")*)>|([^<]+)|(<))/gcs) {
		my ($end, $name, $rest, $words, $stray) = ($1, $2, $3, $4, $5);
		if (defined $stray) {
			push @bad, 'a bare < before: ' .
				substr($html, pos $html, 40);
		} elsif (defined $words) {
			push @bad, "a bare & in: $words"
				if $words =~ /&(?!(?:amp|lt|gt|quot|#39);)/;
			$text->(plain($words), \@open) if $text;
		} elsif (!defined $name) {
			next;
		} elsif ($end) {
			if (!@open || $open[-1]{name} ne $name) {
				push @bad, "</$name> closes " .
					(@open ? "<$open[-1]{name}>" : 'nothing');
				# Up to its own beginning, if there is one.
				if (grep { $_->{name} eq $name } @open) {
					pop @open while $open[-1]{name} ne $name;
					pop @open;
				}
			} else {
				pop @open;
			}
		} else {
			my $closed = $rest =~ s{/\s*\z}{};
			my $a = attributes($rest);
			$tag->($name, $a, \@open) if $tag;
			push @open, { name => $name, a => $a }
				unless $closed || $empty{lc $name};
		}
	}
	push @bad, 'never closed: ' . join ' ', map { $_->{name} } @open
		if @open;
	return @bad;
}

# Every address a page leads to or loads.
sub links {
	my ($html) = @_;
	my @found;
	parse($html, sub {
		my ($name, $a) = @_;
		for my $of (qw(href src xlink:href data-names)) {
			push @found, $a->{$of} if defined $a->{$of};
		}
		push @found, $a->{action} if defined $a->{action} &&
			lc($a->{method} // 'get') eq 'get';
	});
	return @found;
}

1;

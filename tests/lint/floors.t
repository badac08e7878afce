#!/usr/bin/perl
# floors.t - stairs go down only, and every library has one door
use strict;
use warnings;
use lib $0 =~ m{(.*)/} ? $1 : '.';
use Lint;

# Whom a floor may include, besides itself.
my %below = (
	base => [],
	http => [qw(base)],
	lang => [qw(base)],
	model => [qw(lang base)],
	domain => [qw(model lang base)],
	format => [qw(domain model lang base)],
	report => [qw(format domain model lang base)],
	store => [qw(domain model lang base)],
	access => [qw(store domain model lang base)],
	service => [qw(access store format report domain model lang base)],
	api => [qw(http service access store format report domain model lang
		base)],
	ui => [qw(http service access store format report domain model lang
		base)],
	app => [qw(ui api http service access store format report domain model
		lang base)],
);
# Of the floors below, what these may not touch all the same: a page never
# speaks to the database itself.
my %shut = (
	ui => [qw(store/db.h store/sql.h)],
	api => [qw(store/db.h store/sql.h)],
);
# Headers of libraries, by library; each library is included by one file.
my %library = (
	'GNU libmicrohttpd' => qr{^microhttpd\.h$},
	SQLite => qr{^sqlite3\.h$},
	libpq => qr{^libpq(?:-fe\.h|/)},
	ICU => qr{^unicode/},
	OpenSSL => qr{^openssl/},
	cmark => qr{^cmark\.h$},
	iconv => qr{^iconv\.h$},
	jansson => qr{^jansson\.h$},
	libzip => qr{^zip\.h$},
	expat => qr{^expat\.h$},
	libxlsxwriter => qr{^xlsxwriter\.h$},
	'Pango and Cairo' => qr{^(?:pango|cairo|fontconfig)},
	libstemmer => qr{^libstemmer\.h$},
	libsodium => qr{^sodium\.h$},
	libcurl => qr{^curl/},
	libqrencode => qr{^qrencode\.h$},
	libseccomp => qr{^seccomp\.h$},
	zlib => qr{^zlib\.h$},
);
# The headers of C17 and POSIX, and of Linux where it goes beyond.
my $system = qr{^(?:
	(?:assert|ctype|errno|float|inttypes|limits|locale|math|setjmp|signal|
	stdalign|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|stdnoreturn|
	string|strings|time|dirent|fcntl|getopt|grp|netdb|poll|pthread|pwd|
	semaphore|spawn|termios|unistd)\.h |
	(?:sys|netinet|arpa|linux)/\w+\.h )$}x;

sub check {
	my ($root) = @_;
	my (@found, %door);

	for my $file (files($root, qr/\.[ch]$/, 'src')) {
		my ($floor) = $file =~ m{^src/([^/]+)/} or next;
		if (!$below{$floor}) {
			push @found, "$file: $floor is not a floor";
			next;
		}
		my $i = 0;
		for (lines("$root/$file")) {
			$i++;
			next unless /^\s*#\s*include\s*([<"])([^>"]+)[>"]/;
			my ($how, $what) = ($1, $2);
			if ($how eq '<') {
				next if $what =~ $system;
				my ($lib) = grep { $what =~ $library{$_} }
					sort keys %library;
				push @found, "$file:$i: <$what> belongs to no "
					. 'library of the house' unless $lib;
				$door{$lib}{$file} = 1 if $lib;
				next;
			}
			push @found, ours($root, $file, $floor, $what, $i);
		}
	}
	for my $lib (sort keys %door) {
		my @doors = sort keys %{ $door{$lib} };
		push @found, "$lib has more than one door: @doors"
			if @doors > 1;
		push @found, "$lib: its door is a header: $_"
			for grep { /\.h$/ } @doors;
	}
	return @found;
}

sub ours {
	my ($root, $file, $floor, $what, $i) = @_;
	my ($to) = $what =~ m{^([^/]+)/};
	return "$file:$i: \"$what\" does not begin with its floor"
		unless $to && $below{$to};
	return "$file:$i: $floor may not include $to"
		unless grep { $_ eq $to } $floor, @{ $below{$floor} };
	return "$file:$i: $floor may not include $what"
		if grep { $_ eq $what } @{ $shut{$floor} || [] };
	return "$file:$i: there is no $what" unless -e "$root/src/$what";
	return ();
}

my $c = \&check;
planted($c, 'a stair that goes up', qr/base may not include lang/,
	{ 'src/base/a.c' => "#include \"lang/b.h\"\n", 'src/lang/b.h' => '' });
planted($c, 'http using more than base', qr/http may not include model/,
	{ 'src/http/a.c' => "#include \"model/b.h\"\n", 'src/model/b.h' => '' });
planted($c, 'a page that opens the database', qr{ui may not include store/db},
	{ 'src/ui/a.c' => "#include \"store/db.h\"\n", 'src/store/db.h' => '' });
planted($c, 'a second door', qr/SQLite has more than one door/,
	{ 'src/store/a.c' => "#include <sqlite3.h>\n",
	  'src/store/b.c' => "#include <sqlite3.h>\n" });
planted($c, 'a door in a header', qr/ICU: its door is a header/,
	{ 'src/lang/a.h' => "#include <unicode/ucol.h>\n" });
planted($c, 'a library that nobody decided', qr/belongs to no library/,
	{ 'src/base/a.c' => "#include <glib.h>\n" });
planted($c, 'a header that is not there', qr/there is no base/,
	{ 'src/base/a.c' => "#include \"base/b.h\"\n" });
planted($c, 'a floor that does not exist', qr/util is not a floor/,
	{ 'src/util/a.c' => "int a;\n" });
clean($c, 'stairs down, one door, system headers',
	{ 'src/store/a.c' => "#include \"store/a.h\"\n#include <sqlite3.h>\n"
		. "#include <sys/stat.h>\n#include \"base/b.h\"\n",
	  'src/store/a.h' => '', 'src/base/b.h' => '' });
judge($c, 'includes go down only, each library has one door');

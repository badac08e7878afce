/* event_queries.c - what a report of an event is written from */

#include "store/event_queries.h"

#include <stdlib.h>

#include "domain/agenda_item.h"
#include "domain/attendance.h"
#include "domain/organisation.h"
#include "domain/person.h"
#include "domain/quote.h"
#include "store/query_rows.h"

enum { YES = 2 };	/* as a yesno is stored */

/* By the number the source gave, then as recorded. Sorted here: there are
 * few, and the database would build a table for it. */
static int in_order(int64_t number_a, int64_t number_b, int64_t id_a,
		    int64_t id_b)
{
	if (number_a != number_b)
		return number_a < number_b ? -1 : 1;
	return (id_a > id_b) - (id_a < id_b);
}

static int parts_in_order(const void *a, const void *b)
{
	const struct told_part *x = a, *y = b;

	return in_order(x->number, y->number, x->of.id, y->of.id);
}

static int presences_in_order(const void *a, const void *b)
{
	const struct presence *x = a, *y = b;

	return in_order(x->number, y->number, x->id, y->id);
}

static int items_in_order(const void *a, const void *b)
{
	const struct told_item *x = a, *y = b;

	return in_order(x->number, y->number, x->of.id, y->of.id);
}

static int quotes_in_order(const void *a, const void *b)
{
	const struct told_quote *x = a, *y = b;

	return in_order(x->number, y->number, x->id, y->id);
}

static int holdings_in_order(const void *a, const void *b)
{
	const struct told_holding *x = a, *y = b;

	return in_order(x->person, y->person, x->id, y->id);
}

static int ties_in_order(const void *a, const void *b)
{
	const struct told_tie *x = a, *y = b;

	if (x->plan != y->plan)
		return in_order(x->plan, y->plan, 0, 0);
	return in_order(x->tie, y->tie, x->other.id, y->other.id);
}

static struct told_event told_event_read(struct stmt *st, struct arena *mem)
{
	return (struct told_event){
		.of = col_titled(st, 1, mem),
		.kind = col_choice(st, 5, &event_entity, "kind"),
		.from_on = col_date(st, 6), .to_on = col_date(st, 7),
		.place = col_titled(st, 8, mem),
		.document = col_titled(st, 12, mem),
		.cycle = col_int(st, 16) };
}

bool query_told_events(struct db *db, struct arena *mem, struct str code,
		       enum lang l, struct told_events *out)
{
	struct stmt *st = db_stmt(db, SQL(
	"WITH own (id, day) AS ("
	" SELECT e.id, e.from_on_last FROM event e"
	" WHERE e.code = $1 AND e.stage <> 'withdrawn'"
	"), forum (id, day) AS ("
	" SELECT f.id, f.from_on_last FROM event f WHERE f.kind = 'forum'"
	" AND f.stage <> 'withdrawn' AND f.from_on_last = ("
	" SELECT MAX(x.from_on_last) FROM own o JOIN event x"
	" ON x.kind = 'forum' AND x.stage <> 'withdrawn'"
	" AND x.from_on_last <= o.day)"
	"), named (role, id) AS ("
	" SELECT 'own', id FROM own UNION ALL SELECT 'forum', id FROM forum"
	") "
	"SELECT n.role, e.id, h.code, h.body, h.shown_lang, e.kind,"
	" e.from_on, e.to_on, e.place, p.code, p.body, p.shown_lang,"
	" e.document, d.code, d.body, d.shown_lang, e.cycle"
	" FROM named n JOIN event e ON e.id = n.id"
	" JOIN heading h ON h.entity = 'event' AND h.row_id = e.id"
	" AND h.lang = $2"
	" LEFT JOIN heading p ON p.entity = 'place' AND p.row_id = e.place"
	" AND p.lang = $2"
	" LEFT JOIN heading d ON d.entity = 'document'"
	" AND d.row_id = e.document AND d.lang = $2"));

	*out = (struct told_events){ 0 };
	bind_str(st, 1, code);
	bind_lang(st, 2, l);
	while (stmt_step(st)) {
		struct told_event e = told_event_read(st, mem);

		if (str_is(col_str(st, 0), "own"))
			out->event = e;
		else
			out->forum = e;
	}
	return out->event.of.id != 0;
}

size_t query_texts(struct db *db, struct arena *mem, const char *entity,
		   const int64_t ids[2], enum lang l,
		   struct told_text **out)
{
	struct stmt *st = db_stmt(db, SQL(
		"SELECT row_id, field, body FROM text WHERE entity = $1 "
		"AND row_id IN ($2, $3) AND lang = $4"));
	size_t n = 0;

	bind_str(st, 1, str_of(entity));
	bind_int(st, 2, ids[0]);
	bind_int(st, 3, ids[1]);
	bind_lang(st, 4, l);
	*out = NULL;
	while (stmt_step(st)) {
		*out = rows_grown(mem, *out, n, sizeof(**out));
		(*out)[n++] = (struct told_text){
			col_int(st, 0), arena_str(mem, col_str(st, 1)),
			arena_str(mem, col_str(st, 2)) };
	}
	return n;
}

size_t query_parts(struct db *db, struct arena *mem, const int64_t events[2],
		   enum lang l, struct told_part **out)
{
	struct stmt *st = db_stmt(db, SQL(
		"SELECT p.id, h.code, h.body, h.shown_lang, p.event, "
		"p.number, p.list_closed FROM event_part p "
		"JOIN heading h ON h.entity = 'event_part' "
		"AND h.row_id = p.id AND h.lang = $3 "
		"WHERE p.event IN ($1, $2) AND p.stage <> 'withdrawn'"));
	size_t n = 0;

	bind_int(st, 1, events[0]);
	bind_int(st, 2, events[1]);
	bind_lang(st, 3, l);
	*out = NULL;
	while (stmt_step(st)) {
		*out = rows_grown(mem, *out, n, sizeof(**out));
		(*out)[n++] = (struct told_part){
			col_titled(st, 0, mem), col_int(st, 4),
			col_int(st, 5),
			!col_null(st, 6) && col_int(st, 6) != YES };
	}
	if (n)
		qsort(*out, n, sizeof(**out), parts_in_order);
	return n;
}

/* From six columns: a title, an honorific, a gender. */
static struct told_person col_person(struct stmt *st, int at,
				     struct arena *mem)
{
	return (struct told_person){
		col_titled(st, at, mem), arena_str(mem, col_str(st, at + 4)),
		col_choice(st, at + 5, &person_entity, "gender") };
}

static struct presence presence_read(struct stmt *st, struct arena *mem)
{
	return (struct presence){
		.id = col_int(st, 0), .code = arena_str(mem, col_str(st, 1)),
		.event = col_int(st, 2), .part = col_int(st, 3),
		.number = col_int(st, 4),
		.role = col_choice(st, 5, &attendance_entity, "role"),
		.organisation = col_titled(st, 6, mem),
		.kind = col_choice(st, 10, &organisation_entity, "kind"),
		.donor = col_int(st, 11) == YES,
		.behalf = col_titled(st, 12, mem),
		.behalf_donor = col_int(st, 16) == YES,
		.group = col_titled(st, 17, mem),
		.person = col_person(st, 21, mem),
		.seat = col_titled(st, 27, mem) };
}

size_t query_presences(struct db *db, struct arena *mem,
		       const int64_t events[2], enum lang l,
		       struct presence **out)
{
	struct stmt *st = db_stmt(db, SQL(
	"SELECT a.id, a.code, a.event, a.part, a.number, a.role,"
	" a.organisation, o.code, o.body, o.shown_lang, x.kind, x.donor,"
	" a.on_behalf_of, b.code, b.body, b.shown_lang, y.donor,"
	" a.alongside, g.code, g.body, g.shown_lang,"
	" a.person, p.code, p.body, p.shown_lang, t.body, z.gender,"
	" a.seat, s.code, s.body, s.shown_lang"
	" FROM attendance a"
	" LEFT JOIN organisation x ON x.id = a.organisation"
	" LEFT JOIN heading o ON o.entity = 'organisation'"
	" AND o.row_id = a.organisation AND o.lang = $3"
	" LEFT JOIN organisation y ON y.id = a.on_behalf_of"
	" LEFT JOIN heading b ON b.entity = 'organisation'"
	" AND b.row_id = a.on_behalf_of AND b.lang = $3"
	" LEFT JOIN heading g ON g.entity = 'organisation'"
	" AND g.row_id = a.alongside AND g.lang = $3"
	" LEFT JOIN person z ON z.id = a.person"
	" LEFT JOIN heading p ON p.entity = 'person'"
	" AND p.row_id = a.person AND p.lang = $3"
	" LEFT JOIN text t ON t.entity = 'person' AND t.row_id = a.person"
	" AND t.field = 'honorific' AND t.lang = $3"
	" LEFT JOIN heading s ON s.entity = 'seat' AND s.row_id = a.seat"
	" AND s.lang = $3"
	" WHERE a.event IN ($1, $2) AND a.stage <> 'withdrawn'"
	" AND COALESCE(x.stage, '') <> 'withdrawn' LIMIT 1000"));
	size_t n = 0;

	bind_int(st, 1, events[0]);
	bind_int(st, 2, events[1]);
	bind_lang(st, 3, l);
	*out = NULL;
	while (stmt_step(st)) {
		*out = rows_grown(mem, *out, n, sizeof(**out));
		(*out)[n++] = presence_read(st, mem);
	}
	if (n)
		qsort(*out, n, sizeof(**out), presences_in_order);
	return n;
}

size_t query_agenda(struct db *db, struct arena *mem, int64_t event,
		    enum lang l, struct told_item **out)
{
	struct stmt *st = db_stmt(db, SQL(
	"SELECT i.id, h.code, h.body, h.shown_lang, i.part, i.number,"
	" i.kind, i.detailed, i.presenter, o.code, o.body, o.shown_lang,"
	" i.person, p.code, p.body, p.shown_lang, t.body, z.gender,"
	" i.seat, s.code, s.body, s.shown_lang"
	" FROM agenda_item i JOIN heading h ON h.entity = 'agenda_item'"
	" AND h.row_id = i.id AND h.lang = $2"
	" LEFT JOIN heading o ON o.entity = 'organisation'"
	" AND o.row_id = i.presenter AND o.lang = $2"
	" LEFT JOIN person z ON z.id = i.person"
	" LEFT JOIN heading p ON p.entity = 'person'"
	" AND p.row_id = i.person AND p.lang = $2"
	" LEFT JOIN text t ON t.entity = 'person' AND t.row_id = i.person"
	" AND t.field = 'honorific' AND t.lang = $2"
	" LEFT JOIN heading s ON s.entity = 'seat' AND s.row_id = i.seat"
	" AND s.lang = $2"
	" WHERE i.event = $1 AND i.stage <> 'withdrawn' LIMIT 500"));
	size_t n = 0;

	bind_int(st, 1, event);
	bind_lang(st, 2, l);
	*out = NULL;
	while (stmt_step(st)) {
		*out = rows_grown(mem, *out, n, sizeof(**out));
		(*out)[n++] = (struct told_item){
			.of = col_titled(st, 0, mem),
			.part = col_int(st, 4), .number = col_int(st, 5),
			.kind = col_choice(st, 6, &agenda_item_entity,
					   "kind"),
			.detailed = col_int(st, 7) == YES,
			.presenter = col_titled(st, 8, mem),
			.person = col_person(st, 12, mem),
			.seat = col_titled(st, 18, mem) };
	}
	if (n)
		qsort(*out, n, sizeof(**out), items_in_order);
	return n;
}

size_t query_quotes(struct db *db, struct arena *mem, int64_t event,
		    enum lang l, struct told_quote **out)
{
	/* The source's own words are the text whose origin is the source. */
	struct stmt *st = db_stmt(db, SQL(
	"SELECT q.id, q.code, q.number, q.moment, q.continues,"
	" q.person, p.code, p.body, p.shown_lang, t.body, z.gender,"
	" q.seat, s.code, s.body, s.shown_lang,"
	" q.second_seat, r.code, r.body, r.shown_lang,"
	" w.body, w.lang, v.body"
	" FROM quote q JOIN person z ON z.id = q.person"
	" JOIN heading p ON p.entity = 'person'"
	" AND p.row_id = q.person AND p.lang = $2"
	" LEFT JOIN text t ON t.entity = 'person' AND t.row_id = q.person"
	" AND t.field = 'honorific' AND t.lang = $2"
	" LEFT JOIN heading s ON s.entity = 'seat' AND s.row_id = q.seat"
	" AND s.lang = $2"
	" LEFT JOIN heading r ON r.entity = 'seat'"
	" AND r.row_id = q.second_seat AND r.lang = $2"
	" LEFT JOIN text w ON w.entity = 'quote' AND w.row_id = q.id"
	" AND w.field = 'words' AND w.origin = 'source'"
	" LEFT JOIN text v ON v.entity = 'quote' AND v.row_id = q.id"
	" AND v.field = 'reported' AND v.lang = $2"
	" WHERE q.event = $1 AND q.stage <> 'withdrawn'"
	" AND z.stage <> 'withdrawn' LIMIT 100"));
	size_t n = 0;

	bind_int(st, 1, event);
	bind_lang(st, 2, l);
	*out = NULL;
	while (stmt_step(st)) {
		*out = rows_grown(mem, *out, n, sizeof(**out));
		(*out)[n++] = (struct told_quote){
			.id = col_int(st, 0),
			.code = arena_str(mem, col_str(st, 1)),
			.number = col_int(st, 2),
			.moment = col_choice(st, 3, &quote_entity, "moment"),
			.continues = col_int(st, 4),
			.person = col_person(st, 5, mem),
			.seat = col_titled(st, 11, mem),
			.second_seat = col_titled(st, 15, mem),
			.words = arena_str(mem, col_str(st, 19)),
			.words_lang = col_lang(st, 20),
			.reported = arena_str(mem, col_str(st, 21)) };
	}
	if (n)
		qsort(*out, n, sizeof(**out), quotes_in_order);
	return n;
}

size_t query_holdings(struct db *db, struct arena *mem,
		      const struct told_events *of, enum lang l,
		      struct told_holding **out)
{
	const struct told_event *first = of->forum.of.id ? &of->forum
							 : &of->event;
	struct stmt *st = db_stmt(db, SQL(
	"SELECT k.person, k.seat, s.code, s.body, s.shown_lang, k.code, k.id"
	" FROM holding k JOIN heading s ON s.entity = 'seat'"
	" AND s.row_id = k.seat AND s.lang = $5"
	" WHERE k.person IN (SELECT a.person FROM attendance a"
	" WHERE a.event IN ($1, $2) AND a.person IS NOT NULL)"
	" AND k.stage <> 'withdrawn'"
	" AND ((k.attested_on_last >= $3 AND k.attested_on <= $4)"
	" OR (k.from_on <= $4 AND (k.to_on_last = ''"
	" OR k.to_on_last >= $3))) LIMIT 100"));
	char from[DATE_ISO], to[DATE_ISO];
	size_t n = 0;

	bind_int(st, 1, of->event.of.id);
	bind_int(st, 2, of->forum.of.id);
	bind_str(st, 3, date_iso(date_first(first->from_on), from));
	bind_str(st, 4, date_iso(date_last(of->event.from_on), to));
	bind_lang(st, 5, l);
	*out = NULL;
	while (stmt_step(st)) {
		*out = rows_grown(mem, *out, n, sizeof(**out));
		(*out)[n++] = (struct told_holding){
			col_int(st, 0), col_titled(st, 1, mem),
			arena_str(mem, col_str(st, 5)), col_int(st, 6) };
	}
	if (n)
		qsort(*out, n, sizeof(**out), holdings_in_order);
	return n;
}

size_t query_ties(struct db *db, struct arena *mem,
		  const struct told_event *of, struct str state, enum lang l,
		  struct told_tie **out)
{
	struct stmt *st = db_stmt(db, SQL(
	"WITH plans (id) AS ("
	" SELECT p.id FROM link l JOIN plan p ON p.id = l.\"to\""
	" WHERE l.from_entity = 'event' AND l.\"from\" = $1"
	" AND l.kind = 'about' AND l.to_entity = 'plan'"
	" AND l.stage <> 'withdrawn' AND p.stage <> 'withdrawn'"
	"), ties (tie, plan, entity, id, words_entity, words, words_field,"
	" provenance) AS ("
	" SELECT 0, id, 'plan', id, '', 0, '', '' FROM plans"
	" UNION ALL SELECT CASE l.kind WHEN 'leads' THEN 1 ELSE 2 END,"
	" p.id, 'organisation', l.\"from\", '', 0, '', l.provenance"
	" FROM plans p CROSS JOIN link l WHERE l.to_entity = 'plan'"
	" AND l.\"to\" = p.id AND l.kind IN ('leads', 'supports')"
	" AND l.from_entity = 'organisation' AND l.stage <> 'withdrawn'"
	" UNION ALL SELECT 3, p.id, 'statement', s.id, 'statement', s.id,"
	" 'reason', '' FROM plans p CROSS JOIN statement s"
	" WHERE s.about_entity = 'plan' AND s.about = p.id"
	" AND s.voice = 'source' AND s.document = $2"
	" AND s.stage <> 'withdrawn'"
	" UNION ALL SELECT 4, p.id, l.to_entity, l.\"to\", '', 0, '',"
	" l.provenance FROM plans p CROSS JOIN link l"
	" WHERE l.from_entity = 'plan'"
	" AND l.\"from\" = p.id AND l.kind = 'enabled'"
	" AND l.to_entity = 'organisation' AND l.stage <> 'withdrawn'"
	" UNION ALL SELECT 5, p.id, m.to_entity, m.\"to\", 'link', m.id,"
	" 'note', m.provenance FROM plans p CROSS JOIN link l"
	" CROSS JOIN link m"
	" WHERE l.from_entity = 'plan' AND l.\"from\" = p.id"
	" AND l.kind = 'enabled' AND l.to_entity = 'organisation'"
	" AND l.stage <> 'withdrawn' AND m.to_entity = 'organisation'"
	" AND m.\"to\" = l.\"to\" AND m.kind = 'member'"
	" AND m.stage <> 'withdrawn' AND m.from_entity = 'organisation'"
	" AND m.\"from\" = (SELECT row_id FROM code WHERE code = $3)"
	") "
	"SELECT t.tie, t.plan, t.id, h.code, h.body, h.shown_lang, o.kind,"
	" w.body, t.provenance FROM ties t JOIN heading h"
	" ON h.entity = t.entity AND h.row_id = t.id AND h.lang = $4"
	" LEFT JOIN organisation o ON t.entity = 'organisation'"
	" AND o.id = t.id"
	" LEFT JOIN text w ON w.entity = t.words_entity"
	" AND w.row_id = t.words AND w.field = t.words_field"
	" AND w.lang = $4 WHERE COALESCE(o.stage, '') <> 'withdrawn'"
	" LIMIT 200"));
	size_t n = 0;

	bind_int(st, 1, of->of.id);
	bind_int(st, 2, of->document.id);
	bind_str(st, 3, state);
	bind_lang(st, 4, l);
	*out = NULL;
	while (stmt_step(st)) {
		*out = rows_grown(mem, *out, n, sizeof(**out));
		(*out)[n++] = (struct told_tie){
			.tie = (enum tie)col_int(st, 0),
			.plan = col_int(st, 1),
			.other = col_titled(st, 2, mem),
			.kind = col_choice(st, 6, &organisation_entity,
					   "kind"),
			.words = arena_str(mem, col_str(st, 7)),
			.inferred = str_is(col_str(st, 8), "inferred") };
	}
	if (n)
		qsort(*out, n, sizeof(**out), ties_in_order);
	return n;
}

size_t query_pledge_codes(struct db *db, struct arena *mem, int64_t cycle,
			  struct str state, struct str *out, size_t room)
{
	struct stmt *st = db_stmt(db, SQL(
		"SELECT p.code FROM pledge p WHERE p.cycle = $1 "
		"AND p.stage <> 'withdrawn' AND ($2 = '' OR p.pledgor = "
		"(SELECT row_id FROM code WHERE code = $2)) "
		"ORDER BY p.id LIMIT 1001"));
	size_t n = 0;

	bind_int(st, 1, cycle);
	bind_str(st, 2, state);
	while (stmt_step(st)) {
		if (n < room)
			out[n] = arena_str(mem, col_str(st, 0));
		n++;
	}
	return n;
}

size_t query_papers(struct db *db, struct arena *mem, int64_t event,
		    const char *kind, enum lang l, struct titled *out,
		    size_t room)
{
	struct stmt *st = db_stmt(db, SQL(
	"SELECT d.id, h.code, h.body, h.shown_lang FROM document d"
	" JOIN heading h ON h.entity = 'document' AND h.row_id = d.id"
	" AND h.lang = $3 WHERE d.kind = $2 AND d.stage <> 'withdrawn'"
	" AND d.id IN ("
	" SELECT l.\"to\" FROM link l WHERE l.from_entity = 'event'"
	" AND l.\"from\" = $1 AND l.kind = 'cites'"
	" AND l.to_entity = 'document' AND l.stage <> 'withdrawn'"
	" UNION ALL SELECT l.\"from\" FROM link l"
	" WHERE l.to_entity = 'event' AND l.\"to\" = $1"
	" AND l.kind = 'evidences' AND l.from_entity = 'document'"
	" AND l.stage <> 'withdrawn')"));
	size_t n = 0;

	bind_int(st, 1, event);
	bind_str(st, 2, str_of(kind));
	bind_lang(st, 3, l);
	while (stmt_step(st) && n < room)
		out[n++] = col_titled(st, 0, mem);
	return n;
}

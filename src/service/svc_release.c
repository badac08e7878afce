/* svc_release.c - the press release of an event, written from its records */

#include "service/svc_release.h"

#include "domain/agenda_item.h"
#include "domain/attendance.h"
#include "domain/person.h"
#include "domain/quote.h"
#include "service/release_facts.h"

static struct str date_text(struct release *r, struct date from,
			    struct date to)
{
	struct str text;
	struct buf b;

	buf_init(&b);
	date_range_words(&b, r->ctx->lang, from, to);
	if (!date_is_set(to) || date_eq(from, to))
		date_beside(&b, r->ctx->lang, from);
	text = arena_str(r->ctx->mem, buf_str(&b));
	buf_release(&b);
	return text;
}

static struct str party_text(struct release *r, const struct titled *t)
{
	struct named_party p = release_party(r, t, (struct choice){ 0 });

	return phrase_party(r->ctx->mem, r->ctx->lang, &p);
}

static const char *key_of(struct release *r, const char *key,
			  enum agreement a)
{
	return phrase_key(r->ctx->mem, key, a);
}

/* What it is about, and who told whom */

static void write_title(struct release *r)
{
	struct told_event *e = &r->events.event;
	enum agreement agree = AGREE_NONE;
	struct hole h[] = { { .name = "who" }, { .name = "audience" },
			    { .name = "purpose" } };
	struct str text = e->of.title;
	struct doc_node *n;

	for (size_t i = 0; i < r->presences_n; i++)
		if (r->presences[i].event == e->of.id &&
		    r->presences[i].role.v == ATTENDANCE_ROLE_BRIEFS &&
		    !h[0].text.n) {
			h[0].text = r->presences[i].organisation.title;
			agree = phrase_agreement(r->ctx->lang, h[0].text);
		}
	h[1].text = release_text(r, e->of.id, "audience");
	h[2].text = release_text(r, e->of.id, "purpose");
	if (h[0].text.n && h[1].text.n && h[2].text.n)
		text = phrase(r->ctx->mem, r->ctx->lang,
			      key_of(r, "release.title", agree), h,
			      COUNT(h));
	n = doc_add(r->doc, NULL, DOC_TITLE, text);
	if (lang_row(r->ctx->lang)->unreviewed)
		n->marks = DOC_DRAFT;
}

/* A sentence with the place and the day in front of it. */
static void write_behind(struct release *r, struct str dateline,
			 const char *key, const struct hole *holes, size_t n)
{
	struct arena *mem = r->ctx->mem;
	struct str text = release_large(mem, phrase(mem, r->ctx->lang, key,
						    holes, n));

	if (dateline.n)
		text = arena_printf(mem, "%.*s %.*s", STR_ARG(dateline),
				    STR_ARG(text));
	release_say(r, text);
}

static void write_brief(struct release *r)
{
	struct told_event *e = &r->events.event;
	struct hole line[] = {
		{ .name = "place", .text = release_title(r, &e->place) },
		{ .name = "date", .text = date_text(r, e->from_on,
						    e->to_on) },
	};
	struct str dateline = STR("");
	struct hole h[] = { { .name = "who" }, { .name = "with" },
			    { .name = "audience" }, { .name = "purpose" } };
	enum agreement agree = AGREE_NONE;

	if (line[0].text.n && line[1].text.n)
		dateline = phrase(r->ctx->mem, r->ctx->lang,
				  "release.dateline", line, COUNT(line));
	release_cite(r, e->of.code);
	h[0].text = release_who(r, e->of.id, ATTENDANCE_ROLE_BRIEFS, false,
				&agree);
	h[1].text = release_clause(r, "release.with",
				   ATTENDANCE_ROLE_COORDINATES);
	h[2].text = release_text(r, e->of.id, "audience");
	h[3].text = release_text(r, e->of.id, "purpose");
	if (h[0].text.n && h[2].text.n && h[3].text.n) {
		write_behind(r, dateline, key_of(r, "release.brief", agree),
			     h, COUNT(h));
		return;
	}
	struct hole title = { .name = "title", .text = e->of.title };

	release_drop(r);
	release_cite(r, e->of.code);
	release_cite(r, line[0].text.n ? e->place.code : STR(""));
	write_behind(r, dateline, "release.held", &title, 1);
}

static void write_forum_held(struct release *r)
{
	struct told_event *f = &r->events.forum;
	struct hole h[] = {
		{ .name = "forum" },
		{ .name = "place", .text = release_title(r, &f->place) },
		{ .name = "range", .text = date_text(r, f->from_on,
						     f->to_on) },
	};

	if (!f->of.id || f->of.id == r->events.event.of.id ||
	    !h[1].text.n || !h[2].text.n) {
		release_drop(r);
		return;
	}
	h[0].text = party_text(r, &f->of);
	release_write(r, "release.forum_held", h, COUNT(h));
}

static void write_discussed(struct release *r)
{
	struct hole items = { .name = "items",
			      .text = release_discussed(r, 0) };

	if (items.text.n)
		release_write(r, "release.discussed", &items, 1);
}

/* Opening, presentations */

static size_t own_parts(const struct release *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->parts_n; i++)
		if (r->parts[i].event == r->events.event.of.id)
			n++;
	return n;
}

static void write_quotes(struct release *r, uint8_t moment,
			 const struct told_quote *but);

static void write_opening(struct release *r)
{
	enum agreement agree = AGREE_NONE;
	size_t parts = own_parts(r);
	struct hole h[] = { { .name = "who" }, { .name = "event" },
			    { .name = "invited" } };

	h[0].text = release_who(r, r->events.event.of.id,
				ATTENDANCE_ROLE_OPENS, true, &agree);
	if (h[0].text.n) {
		h[1].text = phrase_n(r->ctx->mem, r->ctx->lang,
				     "release.event_of_parts",
				     parts ? (int64_t)parts : 1, NULL, 0);
		for (size_t i = 0; parts > 1 && i < r->parts_n; i++)
			if (r->parts[i].event == r->events.event.of.id)
				release_cite(r, r->parts[i].of.code);
		h[2].text = release_clause(r, "release.invited",
					   ATTENDANCE_ROLE_INVITES);
		release_write(r, key_of(r, "release.opened", agree), h,
			      COUNT(h));
	}
	release_drop(r);
	write_quotes(r, QUOTE_MOMENT_OPENING, NULL);
}

static bool same_presenter(const struct told_item *a,
			   const struct told_item *b)
{
	return a->presenter.id == b->presenter.id &&
	       a->person.of.id == b->person.of.id;
}

static struct str presented_items(struct release *r, size_t at)
{
	const struct told_item *first = &r->agenda[at];
	const struct titled **rest = arena_array(r->ctx->mem, r->agenda_n,
						 sizeof(*rest));
	struct hole h[2] = { { .name = "first" }, { .name = "rest" } };
	size_t n = 0;

	h[0].text = release_title(r, &first->of);
	for (size_t i = at + 1; i < r->agenda_n; i++)
		if (r->agenda[i].kind.v == AGENDA_ITEM_PRESENTATION &&
		    same_presenter(first, &r->agenda[i]))
			rest[n++] = &r->agenda[i].of;
	if (!n)
		return h[0].text;
	h[1].text = release_list(r, rest, n);
	return phrase(r->ctx->mem, r->ctx->lang, "release.besides_items", h,
		      2);
}

static void write_presentations(struct release *r)
{
	for (size_t i = 0; i < r->agenda_n; i++) {
		const struct told_item *it = &r->agenda[i];
		enum agreement agree;
		struct hole h[] = { { .name = "who" }, { .name = "overview" },
				    { .name = "items" } };
		bool said = false;

		for (size_t j = 0; j < i; j++)
			said = said || (r->agenda[j].kind.v ==
				AGENDA_ITEM_PRESENTATION &&
				same_presenter(&r->agenda[j], it));
		if (it->kind.v != AGENDA_ITEM_PRESENTATION || said ||
		    (!it->presenter.id && !it->person.of.id))
			continue;
		if (it->person.of.id) {
			agree = release_agreement(it->person.gender);
			h[0].text = release_person(r, &it->person, &it->seat,
						   NULL, true);
		} else {
			agree = phrase_agreement(r->ctx->lang,
						 it->presenter.title);
			h[0].text = party_text(r, &it->presenter);
		}
		h[1].text = str_of(word(r->ctx->lang, it->detailed
					? "release.overview_detailed"
					: "release.overview"));
		h[2].text = presented_items(r, i);
		release_write(r, key_of(r, "release.presented", agree), h,
			      COUNT(h));
	}
}

/* The forum */

static struct str forum_joined(struct release *r)
{
	struct named_party *list = arena_array(r->ctx->mem,
			r->presences_n + 1, sizeof(*list));
	struct hole parts = { .name = "parts" };
	size_t n = 0;

	for (size_t i = 0; i < r->presences_n; i++) {
		const struct presence *p = &r->presences[i];

		if (p->event != r->events.forum.of.id || !p->part ||
		    p->role.v != ATTENDANCE_ROLE_DELEGATE)
			continue;
		for (size_t j = 0; j < r->parts_n; j++)
			if (r->parts[j].of.id == p->part) {
				release_cite(r, p->code);
				list[n] = release_party(r, &r->parts[j].of,
						(struct choice){ 0 });
				list[n].name = release_small(r->ctx->mem,
							     list[n].name);
				n++;
			}
	}
	if (!n)
		return STR("");
	parts.text = phrase_parties(r->ctx->mem, r->ctx->lang, list, n);
	return phrase(r->ctx->mem, r->ctx->lang, "release.joined", &parts, 1);
}

static void write_delegation(struct release *r)
{
	struct told_event *f = &r->events.forum;
	enum agreement agree = AGREE_NONE;
	struct hole h[] = { { .name = "month" }, { .name = "who" },
			    { .name = "country" }, { .name = "forum" },
			    { .name = "joined" } };

	h[0].text = date_text(r, (struct date){ f->from_on.year,
			      f->from_on.month, 0 }, (struct date){ 0 });
	h[1].text = release_who(r, f->of.id, ATTENDANCE_ROLE_LEADS_DELEGATION,
				true, &agree);
	h[2].text = release_title(r, &r->country);
	if (!h[1].text.n || !h[2].text.n || !h[0].text.n) {
		release_drop(r);
		return;
	}
	h[3].text = party_text(r, &f->of);
	h[4].text = forum_joined(r);
	release_write(r, key_of(r, "release.led", agree), h, COUNT(h));
}

static void write_forum_outcome(struct release *r)
{
	struct told_event *f = &r->events.forum;
	struct hole outcome = { .name = "outcome",
		.text = release_text(r, f->of.id, "outcome") };

	if (!outcome.text.n)
		return;
	release_cite(r, f->of.code);
	release_write(r, "release.forum_outcome", &outcome, 1);
}

static void write_commitments(struct release *r)
{
	struct ctx *ctx = r->ctx;
	struct told_event *f = &r->events.forum;
	struct str codes[PLEDGES_CITED];
	struct titled review = { 0 };
	struct hole h[] = { { .name = "country" }, { .name = "review" } };
	size_t n = query_pledge_codes(ctx->db, ctx->mem, f->cycle,
				      ctx->settings->state, codes,
				      COUNT(codes));
	size_t papers = query_papers(ctx->db, ctx->mem, f->of.id, "review",
				     ctx->lang, &review, 1);

	/* Too many to count while somebody waits: then nothing is said. */
	if (n > PLEDGES_COUNTED)
		n = 0;
	if (!r->country.id || (!n && !papers))
		return;
	h[0].text = release_title(r, &r->country);
	release_cite(r, f->of.code);
	if (papers)
		h[1].text = party_text(r, &review);
	for (size_t i = 0; i < n && i < COUNT(codes); i++)
		release_cite(r, codes[i]);
	if (!n) {
		release_write(r, "release.reviewed", h, COUNT(h));
		return;
	}
	struct str text = phrase_n(ctx->mem, ctx->lang, papers
				   ? "release.reviewed_and_pledged"
				   : "release.pledged", (int64_t)n, h,
				   COUNT(h));
	struct hole whole = { .name = "text", .text = text };

	release_write(r, "release.whole", &whole, 1);
}

static void write_forum(struct release *r)
{
	if (!r->events.forum.of.id)
		return;
	write_delegation(r);
	write_forum_outcome(r);
	write_commitments(r);
}

/* The plan */

static struct str tied(struct release *r, int64_t plan, enum tie tie,
		       enum agreement *agree)
{
	struct named_party *list = arena_array(r->ctx->mem, r->ties_n + 1,
					       sizeof(*list));
	size_t n = 0;

	for (size_t i = 0; i < r->ties_n; i++) {
		const struct told_tie *t = &r->ties[i];

		if (t->plan != plan || t->tie != tie)
			continue;
		if (!n)
			*agree = phrase_agreement(r->ctx->lang,
						  t->other.title);
		if (t->inferred)
			r->marks |= DOC_INFERRED;
		list[n++] = release_party(r, &t->other, t->kind);
	}
	return phrase_parties(r->ctx->mem, r->ctx->lang, list, n);
}

static struct str enabled_clause(struct release *r, int64_t plan)
{
	enum agreement agree = AGREE_NONE;
	struct hole h[] = { { .name = "country" }, { .name = "initiative" },
			    { .name = "role" } };

	h[1].text = tied(r, plan, TIE_ENABLED, &agree);
	if (!h[1].text.n || !r->country.id)
		return STR("");
	h[0].text = release_title(r, &r->country);
	h[2].text = STR("");
	for (size_t i = 0; i < r->ties_n; i++)
		if (r->ties[i].plan == plan &&
		    r->ties[i].tie == TIE_MEMBER)
			h[2].text = r->ties[i].words;
	return phrase(r->ctx->mem, r->ctx->lang, h[2].text.n
		      ? "release.enabled_as" : "release.enabled", h,
		      COUNT(h));
}

static void write_plan(struct release *r, int64_t plan)
{
	enum agreement agree = AGREE_NONE, unused = AGREE_NONE;
	struct hole h[] = { { .name = "supporters" }, { .name = "lead" },
			    { .name = "progress" }, { .name = "enabled" } };

	for (size_t i = 0; i < r->ties_n; i++) {
		const struct told_tie *t = &r->ties[i];

		if (t->plan != plan)
			continue;
		if (t->tie == TIE_PLAN || t->tie == TIE_PROGRESS)
			release_cite(r, t->other.code);
		if (t->tie == TIE_PROGRESS && !h[2].text.n)
			h[2].text = t->words;
	}
	if (!h[2].text.n) {
		release_drop(r);
		return;
	}
	h[0].text = tied(r, plan, TIE_SUPPORTS, &unused);
	h[1].text = tied(r, plan, TIE_LEADS, &agree);
	h[3].text = enabled_clause(r, plan);
	release_write(r, h[0].text.n
		? h[1].text.n ? key_of(r, "release.progressed", agree)
			      : "release.progress_supported"
		: h[1].text.n ? key_of(r, "release.progressed_alone", agree)
			      : "release.progress", h, COUNT(h));
}

static void write_plans(struct release *r)
{
	release_paragraph(r);
	for (size_t i = 0; i < r->ties_n; i++)
		if (r->ties[i].tie == TIE_PLAN)
			write_plan(r, r->ties[i].plan);
}

/* Words that were said */

static const struct told_quote *closing_of(const struct release *r,
					   int64_t person)
{
	for (size_t i = 0; i < r->quotes_n; i++)
		if (r->quotes[i].moment.v == QUOTE_MOMENT_CLOSING &&
		    r->quotes[i].person.of.id == person)
			return &r->quotes[i];
	return NULL;
}

/* To the letter where the reader reads that language, else as reported
 * speech; where we have none of it, in the language it was said in. */
static void write_quote(struct release *r, const struct told_quote *q,
			const char *said, const char *reported)
{
	bool ends = str_ends(str_of(word(r->ctx->lang,
			key_of(r, said, AGREE_NONE))), STR("{who}:"));
	enum agreement agree = release_agreement(q->person.gender);
	bool verbatim = q->words.n && (q->words_lang == r->ctx->lang ||
				       !q->reported.n);
	struct hole h[] = {
		{ .name = "who",
		  .text = release_person(r, &q->person, &q->seat,
					 &q->second_seat,
					 !verbatim || !ends) },
		{ .name = "reported", .text = q->reported },
	};
	struct doc_node *n;

	release_cite(r, q->code);
	if (!verbatim) {
		r->marks |= DOC_RENDERING;
		r->rendered = true;
		release_write(r, key_of(r, reported, agree), h, COUNT(h));
		return;
	}
	release_write(r, key_of(r, said, agree), h, 1);
	struct hole words = { .name = "words", .text = q->words };

	n = doc_add(r->doc, r->paragraph, DOC_QUOTE,
		    phrase(r->ctx->mem, q->words_lang, "release.quoted",
			   &words, 1));
	n->lang = q->words_lang;
}

static void write_quotes(struct release *r, uint8_t moment,
			 const struct told_quote *but)
{
	for (size_t i = 0; i < r->quotes_n; i++)
		if (r->quotes[i].moment.v == moment && &r->quotes[i] != but)
			write_quote(r, &r->quotes[i], "release.said",
				    "release.reported");
}

/* Those that go on from another come after the paragraph between. */
static void write_during(struct release *r, bool continued)
{
	for (size_t i = 0; i < r->quotes_n; i++) {
		const struct told_quote *q = &r->quotes[i];

		if (q->moment.v == QUOTE_MOMENT_OPENING ||
		    q->moment.v == QUOTE_MOMENT_CLOSING ||
		    (q->continues != 0) != continued)
			continue;
		release_paragraph(r);
		write_quote(r, q, continued ? "release.went_on"
					    : "release.said",
			    continued ? "release.added"
				      : "release.reported");
	}
}

/* The end */

static void write_outcome(struct release *r)
{
	struct told_event *e = &r->events.event;
	struct hole outcome = { .name = "outcome",
		.text = release_text(r, e->of.id, "outcome") };
	enum agreement agree = AGREE_NONE;
	struct hole who = { .name = "who" };

	release_paragraph(r);
	release_cite(r, e->of.code);
	who.text = release_who(r, e->of.id, ATTENDANCE_ROLE_THANKS, false,
			       &agree);
	if (outcome.text.n)
		release_write(r, "release.outcome", &outcome, 1);
	else if (who.text.n)
		release_write(r, "release.thanked", &who, 1);
	release_drop(r);
}

static void write_closing(struct release *r)
{
	enum agreement agree = AGREE_NONE;
	struct hole who = { .name = "who" };
	const struct told_quote *q = NULL;

	release_paragraph(r);
	for (size_t i = 0; i < r->presences_n && !q; i++)
		if (r->presences[i].event == r->events.event.of.id &&
		    r->presences[i].role.v == ATTENDANCE_ROLE_CLOSES) {
			q = closing_of(r, r->presences[i].person.of.id);
			release_cite(r, r->presences[i].code);
		}
	if (q) {
		write_quote(r, q, "release.closed_saying",
			    "release.closed_reported");
	} else {
		who.text = release_who(r, r->events.event.of.id,
				       ATTENDANCE_ROLE_CLOSES, true, &agree);
		if (who.text.n)
			release_write(r, key_of(r, "release.closed", agree),
				      &who, 1);
	}
	release_drop(r);
	write_quotes(r, QUOTE_MOMENT_CLOSING, q);
}

static void write_note(struct release *r, const char *key)
{
	doc_add(r->doc, NULL, DOC_NOTE, str_of(word(r->ctx->lang, key)));
}

static void write_notes(struct release *r)
{
	if (r->open_list)
		write_note(r, "release.note_open");
	if (r->rendered)
		write_note(r, "release.note_rendering");
	if (lang_row(r->ctx->lang)->unreviewed)
		write_note(r, "release.note_draft");
	write_note(r, "release.note_made");
}

static void write_attendance(struct release *r, int64_t from, int64_t to)
{
	for (size_t i = 0; i < r->parts_n; i++)
		if (r->parts[i].event == r->events.event.of.id &&
		    r->parts[i].number >= from && r->parts[i].number <= to)
			release_part(r, &r->parts[i]);
}

static void write_all(struct release *r)
{
	const struct told_part whole = { 0 };

	write_title(r);
	write_brief(r);
	write_forum_held(r);
	write_discussed(r);
	release_paragraph(r);
	write_opening(r);
	write_presentations(r);
	release_part(r, &whole);
	write_attendance(r, INT64_MIN, 1);
	release_paragraph(r);
	write_forum(r);
	write_during(r, false);
	write_plans(r);
	write_during(r, true);
	release_paragraph(r);
	write_attendance(r, 2, INT64_MAX);
	write_outcome(r);
	write_closing(r);
	write_notes(r);
}

static void read_all(struct release *r)
{
	struct ctx *ctx = r->ctx;
	struct told_events *ev = &r->events;
	int64_t ids[2] = { ev->event.of.id, ev->forum.of.id };

	r->country = query_titled(ctx->db, ctx->mem, ctx->settings->country,
				  ctx->lang);
	r->texts_n = query_texts(ctx->db, ctx->mem, "event", ids, ctx->lang,
				 &r->texts);
	r->parts_n = query_parts(ctx->db, ctx->mem, ids, ctx->lang,
				 &r->parts);
	r->presences_n = query_presences(ctx->db, ctx->mem, ids, ctx->lang,
					 &r->presences);
	r->agenda_n = query_agenda(ctx->db, ctx->mem, ids[0], ctx->lang,
				   &r->agenda);
	r->quotes_n = query_quotes(ctx->db, ctx->mem, ids[0], ctx->lang,
				   &r->quotes);
	r->holdings_n = query_holdings(ctx->db, ctx->mem, ev, ctx->lang,
				       &r->holdings);
	r->ties_n = query_ties(ctx->db, ctx->mem, &ev->event,
			       ctx->settings->state, ctx->lang, &r->ties);
}

enum err svc_release(struct ctx *ctx, struct str event_code,
		     struct doc **out)
{
	struct release *r = arena_alloc(ctx->mem, sizeof(*r));

	r->ctx = ctx;
	r->doc = doc_new(ctx->mem, ctx->lang);
	if (!query_told_events(ctx->db, ctx->mem, event_code, ctx->lang,
			       &r->events))
		return db_err(ctx->db) ? db_err(ctx->db) : ERR_MISSING;
	read_all(r);
	write_all(r);
	*out = r->doc;
	return db_err(ctx->db);
}

/* release_facts.c - how a sentence of a release is put together */

#include "service/release_facts.h"

#include "domain/attendance.h"
#include "domain/organisation.h"
#include "domain/person.h"

void release_cite(struct release *r, struct str code)
{
	if (str_empty(code))
		return;
	for (size_t i = 0; i < r->cited_n; i++)
		if (str_eq(r->cited[i], code))
			return;
	if (r->cited_n < CITED_MAX)
		r->cited[r->cited_n++] = code;
}

struct str release_title(struct release *r, const struct titled *t)
{
	release_cite(r, t->code);
	return t->id ? t->title : STR("");
}

struct str release_text(const struct release *r, int64_t event,
			const char *field)
{
	for (size_t i = 0; i < r->texts_n; i++)
		if (r->texts[i].row_id == event &&
		    str_is(r->texts[i].field, field))
			return r->texts[i].body;
	return STR("");
}

void release_drop(struct release *r)
{
	r->cited_n = 0;
	r->marks = 0;
}

void release_paragraph(struct release *r)
{
	r->paragraph = NULL;
}

struct doc_node *release_say(struct release *r, struct str text)
{
	struct str *codes = arena_array(r->ctx->mem, r->cited_n + 1,
					sizeof(*codes));
	struct doc_node *n;

	if (!r->paragraph)
		r->paragraph = doc_add(r->doc, NULL, DOC_PARAGRAPH, STR(""));
	n = doc_add(r->doc, r->paragraph, DOC_SENTENCE, text);
	for (size_t i = 0; i < r->cited_n; i++)
		codes[i] = r->cited[i];
	n->records = codes;
	n->records_n = r->cited_n;
	n->marks = r->marks;
	/* Nobody whose language it is has read these patterns yet. */
	if (lang_row(r->ctx->lang)->unreviewed)
		n->marks |= DOC_DRAFT;
	release_drop(r);
	return n;
}

struct str release_large(struct arena *mem, struct str s)
{
	char *p;

	if (!s.n || s.p[0] < 'a' || s.p[0] > 'z')
		return s;
	p = arena_alloc(mem, s.n + 1);
	for (size_t i = 0; i < s.n; i++)
		p[i] = s.p[i];
	p[0] = (char)(p[0] - 'a' + 'A');
	return (struct str){ p, s.n };
}

struct str release_small(struct arena *mem, struct str s)
{
	char *p;

	if (!s.n || s.p[0] < 'A' || s.p[0] > 'Z')
		return s;
	p = arena_alloc(mem, s.n + 1);
	for (size_t i = 0; i < s.n; i++)
		p[i] = s.p[i];
	p[0] = (char)(p[0] - 'A' + 'a');
	return (struct str){ p, s.n };
}

struct doc_node *release_write(struct release *r, const char *key,
			       const struct hole *holes, size_t n)
{
	struct arena *mem = r->ctx->mem;

	return release_say(r, release_large(mem, phrase(mem, r->ctx->lang, key,
							holes, n)));
}

enum agreement release_agreement(struct choice gender)
{
	return gender.v == PERSON_GENDER_WOMAN ? AGREE_WOMAN
	       : gender.v == PERSON_GENDER_MAN ? AGREE_MAN : AGREE_NONE;
}

struct named_party release_party(struct release *r, const struct titled *t,
				 struct choice kind)
{
	return (struct named_party){
		.name = release_title(r, t),
		.bare = kind.v == ORGANISATION_STATE ||
			kind.v == ORGANISATION_CSO ||
			kind.v == ORGANISATION_GROUP,
		.ministry = kind.v == ORGANISATION_MINISTRY,
		.inside = STR("") };
}

/* People */

static bool is_met(struct release *r, int64_t person)
{
	for (size_t i = 0; i < r->met_n; i++)
		if (r->met[i] == person)
			return true;
	if (r->met_n < MET_MAX)
		r->met[r->met_n++] = person;
	return false;
}

/* The title of a seat as it is said of the person in it. */
static struct str seat_title(struct release *r, const struct titled *seat,
			     struct choice gender)
{
	struct str title = release_title(r, seat);

	if (release_agreement(gender) != AGREE_WOMAN)
		return title;
	return phrase_of_woman(r->ctx->mem, r->ctx->lang, title);
}

/* The seats of one person, each once. */
struct seats {
	struct choice gender;
	struct str of[4];
	size_t n;
};

static void seat_add(struct release *r, struct seats *s,
		     const struct titled *seat)
{
	struct str title;

	if (!seat || !seat->id)
		return;
	title = seat_title(r, seat, s->gender);
	for (size_t i = 0; i < s->n; i++)
		if (str_eq(s->of[i], title))
			return;
	if (s->n < COUNT(s->of))
		s->of[s->n++] = title;
}

struct str release_person(struct release *r, const struct told_person *p,
			  const struct titled *seat,
			  const struct titled *second, bool inside)
{
	struct arena *mem = r->ctx->mem;
	enum lang l = r->ctx->lang;
	struct seats seats = { .gender = p->gender };
	const struct hole name[] = {
		{ .name = "honorific", .text = p->honorific },
		{ .name = "name", .text = release_title(r, &p->of) },
	};
	struct str shown = str_empty(p->honorific) ? name[1].text
		: phrase(mem, l, "release.person", name, COUNT(name));

	if (is_met(r, p->of.id))
		return shown;
	seat_add(r, &seats, seat);
	seat_add(r, &seats, second);
	for (size_t i = 0; i < r->holdings_n; i++)
		if (r->holdings[i].person == p->of.id) {
			release_cite(r, r->holdings[i].code);
			seat_add(r, &seats, &r->holdings[i].seat);
		}
	if (!seats.n)
		return shown;
	const struct hole with[] = {
		{ .name = "person", .text = shown },
		{ .name = "seats", .text = phrase_list(mem, l, seats.of, seats.n) },
	};
	return phrase(mem, l, inside ? "release.person_inside"
				     : "release.person_end", with, 2);
}

/* Several people stand in brackets after their names, so that the list can
 * be read. */
static struct str many_people(struct release *r, const struct presence **list,
			      size_t n)
{
	struct str *item = arena_array(r->ctx->mem, n + 1, sizeof(*item));

	for (size_t i = 0; i < n; i++) {
		struct hole h[2] = { { .name = "a" }, { .name = "b" } };
		struct told_person alone = list[i]->person;

		h[1].text = seat_title(r, &list[i]->seat, alone.gender);
		is_met(r, alone.of.id);
		h[0].text = release_person(r, &alone, NULL, NULL, false);
		item[i] = h[1].text.n ? phrase(r->ctx->mem, r->ctx->lang,
					       "list.inside", h, 2)
				      : h[0].text;
	}
	return phrase_list(r->ctx->mem, r->ctx->lang, item, n);
}

static struct str some_parties(struct release *r,
			       const struct presence **list, size_t n)
{
	struct named_party *p = arena_array(r->ctx->mem, n + 1, sizeof(*p));

	for (size_t i = 0; i < n; i++)
		p[i] = release_party(r, &list[i]->organisation,
				     list[i]->kind);
	return phrase_parties(r->ctx->mem, r->ctx->lang, p, n);
}

struct str release_who(struct release *r, int64_t event, uint8_t role,
		       bool inside, enum agreement *agree)
{
	const struct presence **people, **parties;
	size_t people_n = 0, parties_n = 0;

	people = arena_array(r->ctx->mem, r->presences_n + 1,
			     sizeof(*people));
	parties = arena_array(r->ctx->mem, r->presences_n + 1,
			      sizeof(*parties));
	for (size_t i = 0; i < r->presences_n; i++) {
		const struct presence *p = &r->presences[i];

		if (p->event != event || p->role.v != role)
			continue;
		release_cite(r, p->code);
		if (p->person.of.id)
			people[people_n++] = p;
		else if (p->organisation.id)
			parties[parties_n++] = p;
	}
	if (people_n) {
		*agree = release_agreement(people[0]->person.gender);
		if (people_n == 1)
			return release_person(r, &people[0]->person,
					      &people[0]->seat, NULL, inside);
		return many_people(r, people, people_n);
	}
	if (!parties_n)
		return STR("");
	*agree = phrase_agreement(r->ctx->lang,
				  parties[0]->organisation.title);
	return some_parties(r, parties, parties_n);
}

struct str release_clause(struct release *r, const char *key, uint8_t role)
{
	enum agreement agree = AGREE_NONE;
	struct hole who = { .name = "who" };

	who.text = release_who(r, r->events.event.of.id, role, false, &agree);
	if (!who.text.n)
		return STR("");
	return phrase(r->ctx->mem, r->ctx->lang, key, &who, 1);
}

struct str release_list(struct release *r, const struct titled **items,
			size_t n)
{
	struct str *list = arena_array(r->ctx->mem, n + 1, sizeof(*list));

	for (size_t i = 0; i < n; i++)
		list[i] = release_title(r, items[i]);
	return phrase_list(r->ctx->mem, r->ctx->lang, list, n);
}

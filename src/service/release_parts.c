/* release_parts.c - who attended each part of an event, and for what */

#include "domain/agenda_item.h"
#include "domain/attendance.h"
#include "domain/organisation.h"
#include "service/release_facts.h"

/* Those present in a part that go into one list together. */
struct crowd {
	const struct presence **list;
	size_t n;
	struct titled group;		/* they were named with; id 0: none */
};

enum { GROUPS_MAX = 6 };

struct present {
	struct crowd groups[GROUPS_MAX];
	size_t groups_n;
	struct crowd donors, others;
};

static void join_crowd(struct release *r, struct crowd *c,
		       const struct presence *p)
{
	if (!c->list)
		c->list = arena_array(r->ctx->mem, r->presences_n,
				      sizeof(*c->list));
	c->list[c->n++] = p;
}

static struct crowd *group_of(struct present *all, const struct presence *p)
{
	for (size_t i = 0; i < all->groups_n; i++)
		if (all->groups[i].group.id == p->group.id)
			return &all->groups[i];
	if (all->groups_n == GROUPS_MAX)
		return &all->others;
	all->groups[all->groups_n].group = p->group;
	return &all->groups[all->groups_n++];
}

static bool is_donor(const struct presence *p)
{
	return p->donor || p->behalf_donor;
}

static struct present present_in(struct release *r, int64_t part)
{
	struct present all = { 0 };

	for (size_t i = 0; i < r->presences_n; i++) {
		const struct presence *p = &r->presences[i];

		if (p->event != r->events.event.of.id || p->part != part ||
		    p->role.v != ATTENDANCE_ROLE_ATTENDS ||
		    !p->organisation.id)
			continue;
		if (p->group.id)
			join_crowd(r, group_of(&all, p), p);
		else
			join_crowd(r, is_donor(p) ? &all.donors
						  : &all.others, p);
	}
	return all;
}

/* One party: itself, or the larger one that it and others stood for. */
static struct named_party party_at(struct release *r, const struct crowd *c,
				   size_t at)
{
	const struct presence *p = c->list[at];
	struct named_party party, *inside;
	size_t n = 0;

	if (!p->behalf.id) {
		release_cite(r, p->code);
		return release_party(r, &p->organisation, p->kind);
	}
	inside = arena_array(r->ctx->mem, c->n, sizeof(*inside));
	for (size_t i = at; i < c->n; i++)
		if (c->list[i]->behalf.id == p->behalf.id) {
			release_cite(r, c->list[i]->code);
			inside[n++] = release_party(r,
					&c->list[i]->organisation,
					c->list[i]->kind);
		}
	party = release_party(r, &p->behalf, (struct choice){ 0 });
	party.inside = phrase_parties(r->ctx->mem, r->ctx->lang, inside, n);
	return party;
}

static bool is_said(const struct crowd *c, size_t at)
{
	for (size_t i = 0; i < at; i++) {
		const struct presence *p = c->list[i], *q = c->list[at];

		if ((q->behalf.id && (p->behalf.id == q->behalf.id ||
				      p->organisation.id == q->behalf.id)) ||
		    p->organisation.id == q->organisation.id)
			return true;
	}
	return false;
}

static struct str names_of(struct release *r, const struct crowd *c,
			   size_t *n)
{
	struct named_party *list = arena_array(r->ctx->mem, c->n + 1,
					       sizeof(*list));

	*n = 0;
	for (size_t i = 0; i < c->n; i++)
		if (!is_said(c, i))
			list[(*n)++] = party_at(r, c, i);
	return phrase_parties(r->ctx->mem, r->ctx->lang, list, *n);
}

/* What was discussed */

struct str release_discussed(struct release *r, int64_t part)
{
	const struct titled **items = arena_array(r->ctx->mem,
			r->agenda_n + 1, sizeof(*items));
	size_t n = 0;

	for (size_t i = 0; i < r->agenda_n; i++)
		if (r->agenda[i].part == part &&
		    r->agenda[i].kind.v == AGENDA_ITEM_DISCUSSION)
			items[n++] = &r->agenda[i].of;
	return release_list(r, items, n);
}

static struct str where_of(struct release *r, const struct told_part *part)
{
	struct hole h = { .name = "part" };

	if (!part->of.id)
		return str_of(word(r->ctx->lang, "release.where_event"));
	h.text = release_small(r->ctx->mem, release_title(r, &part->of));
	return phrase(r->ctx->mem, r->ctx->lang, "release.where_part", &h, 1);
}

static struct str purpose_of(struct release *r, const struct told_part *part)
{
	struct hole items = { .name = "items" };

	items.text = part->of.id ? release_discussed(r, part->of.id)
				 : STR("");
	if (!items.text.n)
		return STR("");
	return phrase(r->ctx->mem, r->ctx->lang, "release.purpose", &items,
		      1);
}

/* Sentences */

static struct str others_clause(struct release *r, struct crowd *others)
{
	struct hole list = { .name = "list" };
	size_t n;

	if (!others->n)
		return STR("");
	list.text = names_of(r, others, &n);
	others->n = 0;
	return phrase(r->ctx->mem, r->ctx->lang, "release.besides", &list, 1);
}

static void write_counted(struct release *r, const char *key, size_t count,
			  const struct hole *holes, size_t n)
{
	release_say(r, phrase_n(r->ctx->mem, r->ctx->lang, key,
				(int64_t)count, holes, n));
}

static void write_group(struct release *r, const struct told_part *part,
			const struct crowd *c, struct crowd *others,
			bool first)
{
	struct hole h[] = {
		{ .name = "where", .text = where_of(r, part) },
		{ .name = "group" }, { .name = "list" },
		{ .name = "besides" }, { .name = "purpose" },
	};
	struct named_party group = release_party(r, &c->group,
						 (struct choice){ 0 });
	size_t n;

	h[1].text = phrase_party(r->ctx->mem, r->ctx->lang, &group);
	h[2].text = names_of(r, c, &n);
	h[3].text = others_clause(r, others);
	h[4].text = first ? purpose_of(r, part) : STR("");
	if (part->list_open)
		release_write(r, "release.members_open", h, COUNT(h));
	else
		write_counted(r, "release.members", n, h, COUNT(h));
	r->open_list = r->open_list || part->list_open;
}

/* "…, beside members of the Network, among them …" */
static struct str groups_clause(struct release *r,
				const struct told_part *part,
				const struct present *all)
{
	struct str text = STR("");

	for (size_t i = 0; i < all->groups_n; i++) {
		const struct crowd *c = &all->groups[i];
		struct named_party group = release_party(r, &c->group,
						(struct choice){ 0 });
		struct hole h[2] = { { .name = "group" },
				     { .name = "list" } };
		size_t n;

		h[0].text = phrase_party(r->ctx->mem, r->ctx->lang, &group);
		h[1].text = names_of(r, c, &n);
		struct str one = phrase(r->ctx->mem, r->ctx->lang,
					part->list_open
					? "release.beside_open"
					: "release.beside", h, 2);
		text = arena_printf(r->ctx->mem, "%.*s%.*s", STR_ARG(text),
				    STR_ARG(one));
	}
	return text;
}

static void write_donors(struct release *r, const struct told_part *part,
			 struct present *all)
{
	struct hole h[] = {
		{ .name = "where", .text = where_of(r, part) },
		{ .name = "purpose", .text = purpose_of(r, part) },
	};
	struct hole who[3] = { { .name = "list" }, { .name = "beside" },
			       { .name = "besides" } };
	size_t n;

	/* The same records stand behind both sentences. */
	who[0].text = names_of(r, &all->donors, &n);
	if (part->list_open)
		release_write(r, "release.donors_open", h, COUNT(h));
	else
		write_counted(r, "release.donors", n, h, COUNT(h));
	who[0].text = names_of(r, &all->donors, &n);
	who[1].text = groups_clause(r, part, all);
	who[2].text = others_clause(r, &all->others);
	if (part->list_open)
		release_write(r, "release.governments_open", who,
			      COUNT(who));
	else
		write_counted(r, "release.governments", n, who, COUNT(who));
	r->open_list = r->open_list || part->list_open;
}

static void write_others(struct release *r, const struct told_part *part,
			 const struct crowd *others)
{
	struct hole h[] = {
		{ .name = "where", .text = where_of(r, part) },
		{ .name = "list" }, { .name = "purpose" },
	};
	size_t n;

	h[1].text = names_of(r, others, &n);
	h[2].text = purpose_of(r, part);
	release_write(r, part->list_open ? "release.attended_open"
					 : "release.attended", h, COUNT(h));
	r->open_list = r->open_list || part->list_open;
}

static void write_purpose(struct release *r, const struct told_part *part)
{
	struct hole h[] = {
		{ .name = "where", .text = where_of(r, part) },
		{ .name = "items" },
	};

	h[1].text = part->of.id ? release_discussed(r, part->of.id)
				: STR("");
	if (h[1].text.n)
		release_write(r, "release.discussed_in", h, COUNT(h));
	else
		release_drop(r);
}

void release_part(struct release *r, const struct told_part *part)
{
	struct present all = present_in(r, part->of.id);

	if (all.donors.n) {
		write_donors(r, part, &all);
		return;
	}
	for (size_t i = 0; i < all.groups_n; i++)
		write_group(r, part, &all.groups[i], &all.others, i == 0);
	if (all.others.n)
		write_others(r, part, &all.others);
	else if (!all.groups_n)
		write_purpose(r, part);
}

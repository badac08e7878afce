/* svc_overview.c - what the home page and the report-back sheet tell */

#include "service/svc_overview.h"

#include "domain/milestone.h"
#include "store/queries.h"

static const struct event *event_of(struct event *const *list, size_t n,
				    struct str code)
{
	for (size_t i = 0; i < n; i++)
		if (!str_empty(code) && str_eq(list[i]->row.code, code))
			return list[i];
	return NULL;
}

static bool is_on_clock(const struct event *e)
{
	return e->kind.v == EVENT_ADOPTION || e->kind.v == EVENT_FORUM ||
	       e->kind.v == EVENT_REGIONAL_REVIEW;
}

static void sort_clock(struct event **list, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t j = i; j > 0 && date_cmp(list[j]->from_on,
				list[j - 1]->from_on) < 0; j--) {
			struct event *e = list[j];

			list[j] = list[j - 1];
			list[j - 1] = e;
		}
}

static void read_clock(struct ctx *ctx, struct overview *out)
{
	const struct settings *s = ctx->settings;
	struct str codes[3] = { s->forum, s->next_forum, s->featured_event };
	struct event **list;
	size_t n = query_clock(ctx->db, ctx->mem, ctx->lang, codes, &list);

	out->forum = event_of(list, n, s->forum);
	out->next_forum = event_of(list, n, s->next_forum);
	out->featured = event_of(list, n, s->featured_event);
	out->clock = arena_array(ctx->mem, n + 1, sizeof(*out->clock));
	for (size_t i = 0; i < n; i++)
		if (is_on_clock(list[i]))
			out->clock[out->clock_n++] = list[i];
	sort_clock(out->clock, out->clock_n);
}

/* By number as the source counts; those without one behind, by code. */
static bool pledge_before(const struct pledge *a, const struct pledge *b)
{
	if (a->number.set && b->number.set && a->number.n != b->number.n)
		return a->number.n < b->number.n;
	if (a->number.set != b->number.set)
		return a->number.set;
	return str_cmp(a->row.code, b->row.code) < 0;
}

static void sort_pledges(struct pledge **list, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t j = i; j > 0 &&
		     pledge_before(list[j], list[j - 1]); j--) {
			struct pledge *p = list[j];

			list[j] = list[j - 1];
			list[j - 1] = p;
		}
}

/* The later day; on one day an update, which tells more, and then the one
 * recorded last. */
static bool is_newer(const struct heard *a, const struct heard *b)
{
	int days = str_cmp(a->last, b->last);

	if (days)
		return days > 0;
	if (a->entity != b->entity)
		return a->entity == &update_entity;
	return a->of.id > b->of.id;
}

static struct pledge_line line_of(const struct pledge *p,
				  const struct heard *heard, size_t n)
{
	struct pledge_line line = { .pledge = p, .known = KNOWN_TEXT,
				    .code = STR(""), .title = STR("") };
	const struct heard *best = NULL;

	for (size_t i = 0; i < n; i++)
		if (heard[i].pledge == p->row.id &&
		    (!best || is_newer(&heard[i], best)))
			best = &heard[i];
	if (!best) {
		if (text_empty(&p->summary.text))
			line.known = KNOWN_TITLE_ONLY;
		return line;
	}
	line.known = best->entity == &update_entity ? KNOWN_UPDATE
						    : KNOWN_MILESTONE;
	line.entity = best->entity;
	line.code = best->of.code;
	line.title = best->of.title;
	line.title_lang = best->of.lang;
	line.on = best->on;
	line.answer = best->answer;
	return line;
}

static void read_pledges(struct ctx *ctx, struct overview *out)
{
	struct pledge **list;
	struct heard *heard;
	size_t heard_n;

	if (!out->forum || !out->forum->cycle.id)
		return;
	out->pledges_n = query_pledges(ctx->db, ctx->mem,
				       out->forum->cycle.id, ctx->lang,
				       &list, &out->pledges_cut);
	sort_pledges(list, out->pledges_n);
	heard_n = query_heard(ctx->db, ctx->mem, out->forum->cycle.id,
			      ctx->lang, &heard, &out->heard_cut);
	out->pledges = arena_array(ctx->mem, out->pledges_n + 1,
				   sizeof(*out->pledges));
	for (size_t i = 0; i < out->pledges_n; i++)
		out->pledges[i] = line_of(list[i], heard, heard_n);
}

static void sort_objectives(struct objective *list, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t j = i; j > 0 && list[j].place_no <
		     list[j - 1].place_no; j--) {
			struct objective o = list[j];

			list[j] = list[j - 1];
			list[j - 1] = o;
		}
}

static void read_objectives(struct ctx *ctx, struct overview *out)
{
	struct objective *list;
	size_t n = query_objectives(ctx->db, ctx->mem,
				    ctx->settings->framework, ctx->lang,
				    &list);

	sort_objectives(list, n);
	out->objectives = arena_array(ctx->mem, n + 1,
				      sizeof(*out->objectives));
	for (size_t i = 0; i < n; i++) {
		bool has_short = !str_empty(list[i].short_title);

		out->objectives[i] = (struct objective_mark){
			.code = list[i].of.code, .number = list[i].number,
			.title = has_short ? list[i].short_title
					   : list[i].of.title,
			.title_lang = has_short ? ctx->lang
						: list[i].of.lang,
			.round_table = list[i].round_table,
			.answered = list[i].answered };
	}
	out->objectives_n = n;
}

enum err svc_overview_pledges(struct ctx *ctx, struct overview *out)
{
	const struct settings *s = ctx->settings;
	struct titled name;

	*out = (struct overview){ 0 };
	name = query_titled(ctx->db, ctx->mem,
			    str_empty(s->country) ? s->state : s->country,
			    ctx->lang);
	out->state_name = name.id ? name.title : STR("");
	out->state_name_lang = name.lang;
	read_clock(ctx, out);
	read_pledges(ctx, out);
	return db_err(ctx->db);
}

enum err svc_overview(struct ctx *ctx, struct overview *out)
{
	enum err e = svc_overview_pledges(ctx, out);

	if (e)
		return e;
	read_objectives(ctx, out);
	e = svc_gap_counts(ctx, &out->gaps, &out->gaps_n);
	return e ? e : db_err(ctx->db);
}

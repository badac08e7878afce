/* svc_gaps.c - where the chain is broken */

#include "service/svc_gaps.h"

#include "domain/action.h"
#include "domain/plan.h"
#include "domain/pledge.h"
#include "domain/provision.h"
#include "domain/update.h"
#include "store/gaps.h"

/* From the promise downwards: the order of pages and of the command. */
static const struct gap_kind kinds[] = {
	{ "pledge_no_plan", &pledge_entity, false },
	{ "pledge_no_action", &pledge_entity, false },
	{ "pledge_title_only", &pledge_entity, false },
	{ "pledge_no_date", &pledge_entity, false },
	{ "pledge_no_target", &pledge_entity, false },
	{ "pledge_quiet", &pledge_entity, true },
	{ "objective_no_pledge", &provision_entity, false },
	{ "action_no_pledge", &action_entity, false },
	{ "plan_no_goal", &plan_entity, false },
	{ "update_no_answer", &update_entity, false },
};

const struct gap_kind *gap_kind_at(size_t i)
{
	return i < COUNT(kinds) ? &kinds[i] : NULL;
}

const struct gap_kind *gap_kind_find(struct str name)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (str_is(name, kinds[i].name))
			return &kinds[i];
	return NULL;
}

static struct date day_after(struct date d)
{
	if (!date_eq(d, date_last((struct date){ d.year, d.month, 0 }))) {
		d.day++;
		return d;
	}
	d.day = 1;
	d.month++;
	if (d.month > 12) {
		d.month = 1;
		d.year++;
	}
	return d;
}

/* The day that lies GAP_QUIET_DAYS before today: what was last heard of
 * before it has been quiet for longer. */
static struct date quiet_before(struct date today)
{
	struct date d = { (int16_t)(today.year - 1), today.month, today.day };

	if (d.month == 2 && d.day == 29)
		d.day = 28;
	while (date_days_between(d, today) > GAP_QUIET_DAYS)
		d = day_after(d);
	return d;
}

static struct str before_of(struct ctx *ctx, const struct gap_kind *kind)
{
	char iso[DATE_ISO];

	if (!kind->ages)
		return STR("");
	return arena_str(ctx->mem, date_iso(quiet_before(ctx->today), iso));
}

enum err svc_gap_counts(struct ctx *ctx, struct gap_count **out, size_t *n)
{
	struct gap_tally tallies[2 * COUNT(kinds)];
	size_t tallies_n = gaps_all(ctx->db, ctx->mem, tallies,
				    COUNT(tallies));
	struct gap_count *list = arena_array(ctx->mem, COUNT(kinds),
					     sizeof(*list));

	for (size_t i = 0; i < COUNT(kinds); i++) {
		list[i].kind = &kinds[i];
		for (size_t j = 0; j < tallies_n; j++)
			if (str_is(tallies[j].kind, kinds[i].name))
				list[i].n = tallies[j].n;
		if (kinds[i].ages && list[i].n)
			list[i].n = gaps_count(ctx->db,
					       str_of(kinds[i].name),
					       before_of(ctx, &kinds[i]));
	}
	*out = list;
	*n = COUNT(kinds);
	return db_err(ctx->db);
}

enum err svc_gap_list(struct ctx *ctx, const struct gap_kind *kind,
		      struct str after, int limit, struct list_page *out)
{
	struct list_ask ask = {
		.way = list_way_find(kind->entity, STR(""), STR("")),
		.filter_value = STR(""), .gap = kind->name,
		.gap_before = before_of(ctx, kind), .after = after,
		.limit = limit, .lang = ctx->lang,
		.edition = ctx->actor.edition };

	return repo_list(ctx->db, ctx->mem, &ask, out);
}

/* gathering.c - who came together at an event, and as what */

#include "ui/gathering.h"

#include "domain/attendance.h"
#include "domain/organisation.h"
#include "domain/person.h"
#include "domain/seat.h"
#include "lang/words.h"
#include "ui/view.h"

enum err gathering_load(struct ctx *ctx, int64_t event_id,
			struct gathering *out)
{
	const int64_t events[2] = { event_id, event_id };

	out->present_n = query_presences(ctx->db, ctx->mem, events, ctx->lang,
					 &out->present);
	out->parts_n = query_parts(ctx->db, ctx->mem, events, ctx->lang,
				   &out->parts);
	return db_err(ctx->db);
}

static bool counts(const struct presence *a, int role, int64_t part)
{
	return a->role.v == role && a->part == part;
}

static const char *role_words(struct ctx *ctx, struct choice role)
{
	return view_choice(ctx, "attendance",
			   entity_field(&attendance_entity, STR("role")),
			   role);
}

/* A name without a link: for lines that are read in one go. Whoever speaks
 * is named before the house. */
static void plain_name(struct ctx *ctx, struct buf *out,
		       const struct presence *a)
{
	const struct titled *who = a->person.of.id ? &a->person.of
						   : &a->organisation;

	view_text(out, ctx->lang, who->title.n ? who->title : who->code,
		  who->lang);
	if (a->person.of.id && a->seat.id) {
		html(out, " (");
		view_text(out, ctx->lang, a->seat.title, a->seat.lang);
		html(out, ")");
	}
}

static void names(struct ctx *ctx, struct buf *out,
		  const struct gathering *g, int role, int64_t part)
{
	bool some = false;

	for (size_t i = 0; i < g->present_n; i++) {
		const struct presence *a = &g->present[i];

		if (!counts(a, role, part))
			continue;
		if (some)
			html(out, "%s ", word(ctx->lang, "ui.comma"));
		plain_name(ctx, out, a);
		some = true;
	}
}

static bool has_role(const struct gathering *g, int role, int64_t part)
{
	for (size_t i = 0; i < g->present_n; i++)
		if (counts(&g->present[i], role, part))
			return true;
	return false;
}

void gathering_link(struct ctx *ctx, struct buf *out, const struct entity *e,
		    const struct titled *to)
{
	view_record(ctx, out, e, &(struct ref){
		.id = to->id, .code = to->code, .shown = to->title,
		.shown_lang = to->lang });
}

void gathering_open_mark(struct ctx *ctx, struct buf *out,
			 const struct told_part *part)
{
	if (part->list_open)
		view_mark(out, ctx->lang, "event.list_open");
}

void gathering_summary(struct ctx *ctx, struct buf *out,
		       const struct gathering *g)
{
	static const uint8_t roles[] = {
		ATTENDANCE_ROLE_BRIEFS, ATTENDANCE_ROLE_COORDINATES,
		ATTENDANCE_ROLE_INVITES, ATTENDANCE_ROLE_OPENS,
	};

	html(out, "<dl class=\"fact\">\n");
	for (size_t i = 0; i < COUNT(roles); i++) {
		if (!has_role(g, roles[i], 0))
			continue;
		html(out, "<dt>%s</dt><dd>",
		     role_words(ctx, (struct choice){ roles[i] }));
		names(ctx, out, g, roles[i], 0);
		html(out, "</dd>\n");
	}
	for (size_t i = 0; i < g->parts_n; i++) {
		const struct told_part *part = &g->parts[i];

		if (!has_role(g, ATTENDANCE_ROLE_ATTENDS, part->of.id))
			continue;
		html(out, "<dt>");
		view_text(out, ctx->lang, part->of.title, part->of.lang);
		html(out, "</dt><dd>");
		names(ctx, out, g, ATTENDANCE_ROLE_ATTENDS, part->of.id);
		gathering_open_mark(ctx, out, part);
		html(out, "</dd>\n");
	}
	html(out, "</dl>\n");
}

/* One that attended: who, in which seat, for whom. */
static void attendee(struct ctx *ctx, struct buf *out,
		     const struct presence *a)
{
	const char *sep = "";

	if (a->person.of.id) {
		gathering_link(ctx, out, &person_entity, &a->person.of);
		sep = " · ";
	}
	if (a->organisation.id) {
		html(out, "%s", sep);
		gathering_link(ctx, out, &organisation_entity,
			       &a->organisation);
		sep = " · ";
	}
	if (a->behalf.id) {
		html(out, " <span class=\"soft\">%s ",
		     word(ctx->lang, "attendance.on_behalf_of"));
		gathering_link(ctx, out, &organisation_entity, &a->behalf);
		html(out, "</span>");
	}
	if (a->seat.id) {
		html(out, "%s<span class=\"soft\">", sep);
		gathering_link(ctx, out, &seat_entity, &a->seat);
		html(out, "</span>");
	}
	html(out, " <small>");
	view_record(ctx, out, &attendance_entity,
		    &(struct ref){ .code = a->code });
	html(out, "</small>");
}

void gathering_roles(struct ctx *ctx, struct buf *out,
		     const struct gathering *g, int64_t part)
{
	bool some = false;

	for (uint8_t role = 1; role <= ATTENDANCE_ROLE_NAMED; role++) {
		if (!has_role(g, role, part))
			continue;
		if (!some)
			html(out, "<dl class=\"fact links\">\n");
		some = true;
		html(out, "<dt>%s</dt><dd><ul>\n",
		     role_words(ctx, (struct choice){ role }));
		for (size_t i = 0; i < g->present_n; i++) {
			const struct presence *a = &g->present[i];

			if (!counts(a, role, part))
				continue;
			html(out, "<li>");
			attendee(ctx, out, a);
			html(out, "</li>\n");
		}
		html(out, "</ul></dd>\n");
	}
	if (some)
		html(out, "</dl>\n");
}

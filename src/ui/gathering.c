/* gathering.c - who came together at an event, and as what */

#include "ui/gathering.h"

#include "domain/organisation.h"
#include "domain/person.h"
#include "domain/seat.h"
#include "lang/words.h"
#include "store/repo.h"
#include "ui/view.h"

enum err gathering_load(struct ctx *ctx, int64_t event_id,
			struct gathering *out)
{
	void **list;
	size_t n;
	enum err err = repo_children(ctx->db, ctx->mem, &attendance_entity,
				     "event", event_id, ctx->lang, &list, &n);

	if (err)
		return err;
	out->attendances = arena_array(ctx->mem, n + 1,
				       sizeof(*out->attendances));
	for (size_t i = 0; i < n; i++)
		out->attendances[i] = list[i];
	out->attendances_n = n;
	err = repo_children(ctx->db, ctx->mem, &event_part_entity, "event",
			    event_id, ctx->lang, &list, &n);
	if (err)
		return err;
	out->parts = arena_array(ctx->mem, n + 1, sizeof(*out->parts));
	for (size_t i = 0; i < n; i++)
		out->parts[i] = list[i];
	out->parts_n = n;
	return ERR_OK;
}

static bool counts(const struct attendance *a, int role, int64_t part)
{
	return a->row.stage.v != STAGE_WITHDRAWN && a->role.v == role &&
	       a->part.id == part;
}

static const char *role_words(struct ctx *ctx, struct choice role)
{
	return view_choice(ctx, "attendance",
			   entity_field(&attendance_entity, STR("role")),
			   role);
}

/* A name without a link: for lines that are read in one go. */
static void plain_name(struct ctx *ctx, struct buf *out,
		       const struct attendance *a)
{
	const struct ref *who = a->organisation.id ? &a->organisation
						   : &a->person;

	view_text(out, ctx->lang, who->shown.n ? who->shown : who->code,
		  who->shown_lang);
}

static void names(struct ctx *ctx, struct buf *out,
		  const struct gathering *g, int role, int64_t part)
{
	bool some = false;

	for (size_t i = 0; i < g->attendances_n; i++) {
		const struct attendance *a = g->attendances[i];

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
	for (size_t i = 0; i < g->attendances_n; i++)
		if (counts(g->attendances[i], role, part))
			return true;
	return false;
}

void gathering_open_mark(struct ctx *ctx, struct buf *out,
			 const struct event_part *part)
{
	if (part->list_closed.v == 1)
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
		const struct event_part *part = g->parts[i];

		if (!has_role(g, ATTENDANCE_ROLE_ATTENDS, part->row.id))
			continue;
		html(out, "<dt>");
		view_text(out, ctx->lang, part->row.heading,
			  part->row.heading_lang);
		html(out, "</dt><dd>");
		names(ctx, out, g, ATTENDANCE_ROLE_ATTENDS, part->row.id);
		gathering_open_mark(ctx, out, part);
		html(out, "</dd>\n");
	}
	html(out, "</dl>\n");
}

/* One that attended: who, in which seat, for whom, with whom. */
static void attendee(struct ctx *ctx, struct buf *out,
		     const struct attendance *a)
{
	enum lang l = ctx->lang;
	const char *sep = "";

	if (a->person.id) {
		view_record(ctx, out, &person_entity, &a->person);
		sep = " · ";
	}
	if (a->organisation.id) {
		html(out, "%s", sep);
		view_record(ctx, out, &organisation_entity,
			    &a->organisation);
		sep = " · ";
	}
	if (a->on_behalf_of.id) {
		html(out, " <span class=\"soft\">%s ",
		     word(l, "attendance.on_behalf_of"));
		view_record(ctx, out, &organisation_entity,
			    &a->on_behalf_of);
		html(out, "</span>");
	}
	if (a->seat.id) {
		html(out, "%s<span class=\"soft\">", sep);
		view_record(ctx, out, &seat_entity, &a->seat);
		html(out, "</span>");
	}
	html(out, " <small>");
	view_record(ctx, out, &attendance_entity,
		    &(struct ref){ .code = a->row.code });
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
		for (size_t i = 0; i < g->attendances_n; i++) {
			const struct attendance *a = g->attendances[i];

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

/* svc_translation.c - what waits for a translator into one language */

#include "service/svc_translation.h"

#include <string.h>

#include "store/repo.h"

enum err svc_text_waits(struct ctx *ctx, enum lang to,
			struct text_waits *out)
{
	const struct wait_ask ask = { .to = to,
				      .edition = ctx->actor.edition };
	struct wait_count *counts = arena_array(ctx->mem, entities_n,
						sizeof(*counts));
	int64_t *records = arena_array(ctx->mem, entities_n,
				       sizeof(*records));
	enum err err = waits_count(ctx->db, &ask, counts);

	*out = (struct text_waits){
		.list = arena_array(ctx->mem, entities_n, sizeof(*out->list)),
	};
	if (err)
		return err;
	repo_counts(ctx->db, records);
	for (size_t i = 0; i < entities_n; i++) {
		int64_t n = 0;

		for (int s = 0; s < WAIT_STATES; s++) {
			n += counts[i].n[s];
			out->all.n[s] += counts[i].n[s];
		}
		out->cut |= records[i] > WAIT_COUNTED;
		if (n || records[i] > WAIT_COUNTED)
			out->list[out->n++] = (struct text_wait){
				entities[i], counts[i] };
	}
	return db_err(ctx->db);
}

enum err svc_text_list(struct ctx *ctx, struct wait_ask *ask,
		       struct waits_page *out)
{
	ask->reader = ctx->lang;
	ask->edition = ctx->actor.edition;
	return waits_list(ctx->db, ctx->mem, ask, out);
}

int64_t svc_word_count(enum lang to, enum word_state state)
{
	int64_t n = 0;

	for (size_t i = 0; word_key_at(i); i++)
		n += word_state(to, word_key_at(i)) == state;
	return n;
}

const char *svc_word_next(enum lang to, enum word_state state,
			  struct str after)
{
	const char *key;

	for (size_t i = 0; (key = word_key_at(i)); i++)
		if (str_cmp(str_of(key), after) > 0 &&
		    word_state(to, key) == state)
			return key;
	return NULL;
}

/* The first that fits; longer families stand before shorter ones. */
static const struct {
	const char *family;
	struct word_place place;
} places[] = {
	{ "home", { "", NULL } },
	{ "gap", { "gaps", NULL } },
	{ "gaps", { "gaps", NULL } },
	{ "report_back", { "report-back", NULL } },
	{ "release", { "events", NULL } },
	{ "body", { "bodies", NULL } },
	{ "manual", { "manual", NULL } },
	{ "translation", { "translation", NULL } },
	{ "keys", { "keys", NULL } },
	{ "components", { "dev/components", NULL } },
	{ "search", { "search", NULL } },
	{ "ui.find", { "search", NULL } },
	{ "about", { NULL, "translation.place.every" } },
	{ "ui", { NULL, "translation.place.every" } },
	{ "lang", { NULL, "translation.place.every" } },
	{ "row", { NULL, "translation.place.form" } },
	{ "form", { NULL, "translation.place.form" } },
	{ "text", { NULL, "translation.place.form" } },
	{ "link", { NULL, "translation.place.record" } },
	{ "chain", { NULL, "translation.place.record" } },
	{ "log", { NULL, "translation.place.record" } },
	{ "locator", { NULL, "translation.place.record" } },
	{ "problem", { NULL, "translation.place.refused" } },
	{ "err", { NULL, "translation.place.refused" } },
	{ "date", { NULL, "translation.place.date" } },
	{ "month", { NULL, "translation.place.date" } },
	{ "months", { NULL, "translation.place.date" } },
	{ "weekday", { NULL, "translation.place.date" } },
	{ "relative", { NULL, "translation.place.date" } },
	{ "number", { NULL, "translation.place.date" } },
	{ "money", { NULL, "translation.place.date" } },
	{ "cmd", { NULL, "translation.place.command" } },
	{ "cli", { NULL, "translation.place.command" } },
	{ "opt", { NULL, "translation.place.command" } },
	{ "check", { NULL, "translation.place.command" } },
	{ "import", { NULL, "translation.place.command" } },
	{ "list", { NULL, "translation.place.command" } },
	{ "progress", { NULL, "translation.place.command" } },
	{ "verify", { NULL, "translation.place.command" } },
};

static bool is_family(struct str key, const char *family)
{
	struct str f = str_of(family);

	return str_starts(key, f) && (key.n == f.n || key.p[f.n] == '.');
}

struct word_place svc_word_place(const char *key)
{
	struct str k = str_of(key);
	struct str first = str_cut(k, 0, str_find_char(k, '.'));
	const struct entity *e = entity_by_name(first);

	if (e && e->path)
		return (struct word_place){ e->path, NULL };
	for (size_t i = 0; i < COUNT(places); i++)
		if (is_family(k, places[i].family))
			return places[i].place;
	return (struct word_place){ NULL, "translation.place.program" };
}

/* api_translation.c - what waits for a translator, as data */

#include "api/api_record.h"
#include "api/api_special.h"
#include "http/response.h"
#include "lang/words.h"
#include "service/svc_translation.h"

/* CSV and JSON say the same, row by row. */
struct rows {
	struct csv_out csv;
	struct json_out json;
	bool is_csv;
	struct ctx *ctx;
};

static bool asked(struct ctx *ctx, const struct request *rq, struct rows *r,
		  enum lang *to)
{
	struct str format = request_query(rq, "format");
	struct str tag = request_query(rq, "to");

	r->ctx = ctx;
	r->is_csv = str_is(format, "csv");
	*to = ctx->lang;
	return (r->is_csv || str_is(format, "json")) &&
	       (!tag.n || lang_find(tag, to));
}

static void begin(struct rows *r, struct response *rs, const char *name,
		  const char *const *columns, size_t n)
{
	if (!r->is_csv) {
		rs->type = "application/json";
		json_begin(&r->json, &rs->body);
		json_array(&r->json);
		return;
	}
	rs->type = "text/csv; charset=utf-8";
	response_header(rs, "Content-Disposition",
			arena_printf(r->ctx->mem,
				     "attachment; filename=\"%s.csv\"", name));
	csv_begin(&r->csv, &rs->body, true);
	for (size_t i = 0; i < n; i++)
		csv_value(&r->csv, str_of(columns[i]));
	csv_line_end(&r->csv);
}

static void row_put(struct rows *r, const char *const *columns,
		    const struct str *values, size_t n)
{
	if (!r->is_csv)
		json_object(&r->json);
	for (size_t i = 0; i < n; i++) {
		if (r->is_csv)
			csv_value(&r->csv, values[i]);
		else
			json_member(&r->json, columns[i], values[i]);
	}
	if (r->is_csv)
		csv_line_end(&r->csv);
	else
		json_object_end(&r->json);
}

static void end(struct rows *r)
{
	if (r->is_csv)
		return;
	json_array_end(&r->json);
	json_end(&r->json);
}

static const enum word_state states[WAIT_STATES] = {
	[WAIT_MISSING] = WORD_MISSING,
	[WAIT_OUT_OF_DATE] = WORD_OUT_OF_DATE,
	[WAIT_DRAFT] = WORD_UNCHECKED,
};

static struct str printed(struct ctx *ctx, int64_t n)
{
	return arena_printf(ctx->mem, "%lld", (long long)n);
}

static enum err counts_put(struct rows *r, struct response *rs, enum lang to)
{
	static const char *const columns[] = { "of", "to", "state", "n" };
	struct ctx *ctx = r->ctx;
	struct text_waits waits;
	enum err err = svc_text_waits(ctx, to, &waits);

	if (err)
		return err;
	begin(r, rs, "translation", columns, COUNT(columns));
	for (size_t i = 0; i <= waits.n; i++)
		for (int s = 0; s < WAIT_STATES; s++) {
			bool words = i == waits.n;
			struct str values[] = {
				words ? STR("words") :
				str_of(waits.list[i].entity->name),
				str_of(lang_row(to)->tag),
				str_of(wait_states[s]),
				printed(ctx, words ?
					svc_word_count(to, states[s]) :
					waits.list[i].count.n[s]),
			};

			row_put(r, columns, values, COUNT(values));
		}
	end(r);
	return ERR_OK;
}

static enum err words_put(struct rows *r, struct response *rs, enum lang to,
			  enum wait_state state)
{
	static const char *const columns[] = { "key", "ar", "words", "seen" };
	const char *key = "";

	begin(r, rs, "words", columns, COUNT(columns));
	while ((key = svc_word_next(to, states[state], str_of(key)))) {
		struct word_place at = svc_word_place(key);
		struct str values[] = {
			str_of(key), str_of(word(LANG_AR, key)),
			str_of(word_known(to, key) ? word(to, key) : ""),
			at.path ?
			arena_printf(r->ctx->mem, "/%s", at.path) :
			str_of(word(r->ctx->lang, at.key)),
		};

		row_put(r, columns, values, COUNT(values));
	}
	end(r);
	return ERR_OK;
}

static enum err texts_put(struct rows *r, struct response *rs,
			  struct wait_ask *ask)
{
	static const char *const columns[] = {
		"code", "title", "field", "state", "source", "words", "now",
		"since",
	};
	struct waits_page page = { .next = ask->after };
	size_t given = 0;
	char at[32];

	begin(r, rs, ask->entity->name, columns, COUNT(columns));
	ask->limit = API_PAGE;
	do {
		enum err err;

		ask->after = page.next;
		err = svc_text_list(r->ctx, ask, &page);
		if (err)
			return err;
		for (size_t i = 0; i < page.n; i++) {
			const struct waiting *w = &page.list[i];
			struct str values[] = {
				w->code, w->heading, str_of(w->field->name),
				str_of(wait_states[ask->state]),
				str_of((unsigned)w->source < LANG_N ?
				       lang_row(w->source)->tag : ""),
				w->words, w->now, instant_iso(w->since, at),
			};

			row_put(r, columns, values, COUNT(values));
		}
		given += page.n;
	} while (page.next.n && given < API_ROWS_MAX);
	end(r);
	return ERR_OK;
}

enum err api_translation(struct ctx *ctx, const struct request *rq,
			 struct response *rs, const struct match *m)
{
	struct str of = request_query(rq, "of");
	struct str state = request_query(rq, "state");
	struct wait_ask ask = {
		.entity = entity_by_name(of),
		.after = request_query(rq, "after"),
	};
	struct rows r = { 0 };

	(void)m;
	if (!asked(ctx, rq, &r, &ask.to) ||
	    (state.n && !wait_state_find(state, &ask.state)) ||
	    (of.n && !ask.entity && !str_is(of, "words")))
		return ERR_REQUEST;
	if (!of.n)
		return counts_put(&r, rs, ask.to);
	return ask.entity ? texts_put(&r, rs, &ask) :
			    words_put(&r, rs, ask.to, ask.state);
}

/* api_search.c - what was found, as data */

#include "api/api_search.h"

#include "base/url.h"
#include "format/csv_out.h"
#include "format/json_out.h"
#include "http/response.h"
#include "lang/words.h"
#include "service/svc_search.h"
#include "store/repo.h"

static struct str query_of(const void *rq, const char *name)
{
	return request_query(rq, name);
}

static void piece_put(struct json_out *j, const char *name,
		      const struct search_piece *p)
{
	if (!p->text.n)
		return;
	json_name(j, name);
	json_object(j);
	json_member(j, "text", p->text);
	json_member(j, "lang", str_of(lang_row(p->lang)->tag));
	json_name(j, "marks");
	json_array(j);
	for (size_t i = 0; i < p->marks_n; i++) {
		json_array(j);
		json_int(j, (int64_t)p->marks[i].at);
		json_int(j, (int64_t)p->marks[i].n);
		json_array_end(j);
	}
	json_array_end(j);
	json_object_end(j);
}

static void result_put(struct json_out *j, const struct search_result *r)
{
	json_object(j);
	json_member(j, "entity", str_of(r->row.to.entity->name));
	json_member(j, "code", r->row.to.to.code);
	json_member(j, "stage", str_of(choice_name(&stage_choices,
						   r->row.stage)));
	json_name(j, "score");
	json_int(j, r->score);
	piece_put(j, "title", &r->heading);
	piece_put(j, "piece", &r->body);
	json_object_end(j);
}

static void answer_json(struct response *rs, const struct search_wish *w,
			const struct search_answer *a)
{
	struct json_out j;

	rs->type = "application/json";
	json_begin(&j, &rs->body);
	json_object(&j);
	json_member(&j, "words", w->words);
	json_name(&j, "count");
	json_int(&j, a->count);
	json_name(&j, "more");
	json_bool(&j, a->more);
	json_name(&j, "some_words");
	json_bool(&j, a->some_words);
	json_name(&j, "words_left_out");
	json_bool(&j, a->words_left_out);
	json_member(&j, "unknown", a->unknown);
	json_member(&j, "meant", a->meant);
	json_name(&j, "page");
	json_int(&j, a->page);
	json_name(&j, "pages");
	json_int(&j, a->pages);
	json_name(&j, "rows");
	json_array(&j);
	for (size_t i = 0; i < a->n; i++)
		result_put(&j, &a->results[i]);
	json_array_end(&j);
	json_object_end(&j);
	json_end(&j);
}

static void answer_csv(struct response *rs, const struct search_answer *a)
{
	static const char *const head[] = {
		"entity", "code", "stage", "title", "lang", "piece",
		"piece_lang",
	};
	struct csv_out c;

	rs->type = "text/csv; charset=utf-8";
	csv_begin(&c, &rs->body, true);
	for (size_t i = 0; i < COUNT(head); i++)
		csv_value(&c, str_of(head[i]));
	csv_line_end(&c);
	for (size_t i = 0; i < a->n; i++) {
		const struct search_result *r = &a->results[i];

		csv_value(&c, str_of(r->row.to.entity->name));
		csv_value(&c, r->row.to.to.code);
		csv_value(&c, str_of(choice_name(&stage_choices,
						 r->row.stage)));
		csv_value(&c, r->heading.text);
		csv_value(&c, str_of(lang_row(r->heading.lang)->tag));
		csv_value(&c, r->body.text);
		csv_value(&c, r->body.text.n
			  ? str_of(lang_row(r->body.lang)->tag) : STR(""));
		csv_line_end(&c);
	}
}

static void suggestion_put(struct ctx *ctx, struct json_out *j,
			   const struct anyref *to)
{
	json_object(j);
	json_member(j, "code", to->to.code);
	json_member(j, "title", to->to.shown);
	json_member(j, "lang", str_of(lang_row(to->to.shown_lang)->tag));
	json_member(j, "kind", str_of(word(ctx->lang, to->entity->name)));
	json_member(j, "url", url_record(ctx->mem, lang_row(ctx->lang)->tag,
					 to->entity->path, to->to.code,
					 NULL));
	json_object_end(j);
}

enum err api_suggest(struct ctx *ctx, const struct request *rq,
		     struct response *rs, const struct match *m)
{
	enum { MOST = 8 };
	struct str asked = str_trim(request_query(rq, "q"));
	struct named *found = NULL;
	struct json_out j;
	struct buf told;
	size_t n = 0;
	enum err err = ERR_OK;

	(void)m;
	if (asked.n)
		err = repo_names(ctx->db, ctx->mem, asked, ctx->lang, MOST,
				 &found, &n);
	if (err)
		return err;
	rs->type = "application/json";
	buf_init(&told);
	text_word_n(&told, ctx->lang, "search.suggest.count", (int64_t)n,
		    NULL, 0);
	json_begin(&j, &rs->body);
	json_object(&j);
	json_member(&j, "told", buf_str(&told));
	json_name(&j, "rows");
	json_array(&j);
	for (size_t i = 0; i < n; i++)
		if (found[i].to.entity->path)
			suggestion_put(ctx, &j, &found[i].to);
	json_array_end(&j);
	json_object_end(&j);
	json_end(&j);
	buf_release(&told);
	return ERR_OK;
}

enum err api_search(struct ctx *ctx, const struct request *rq,
		    struct response *rs, const struct match *m)
{
	struct search_answer *a = arena_alloc(ctx->mem, sizeof(*a));
	struct str format = request_query(rq, "format");
	struct search_wish w;
	enum err err;

	(void)m;
	svc_search_asked(query_of, rq, &w);
	err = svc_search(ctx, &w, a);
	if (err)
		return err;
	if (str_is(format, "json"))
		answer_json(rs, &w, a);
	else if (str_is(format, "csv"))
		answer_csv(rs, a);
	else
		return ERR_REQUEST;
	return ERR_OK;
}

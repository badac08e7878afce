/* api_record.c - lists and records as data */

#include "api/api_record.h"

#include <string.h>

#include "base/url.h"
#include "domain/fact.h"
#include "domain/link_kinds.h"
#include "http/response.h"
#include "lang/words.h"
#include "service/svc_list.h"
#include "service/svc_record.h"
#include "store/titles.h"

/* ---- values */

static void ref_put(struct json_out *j, const struct entity *e,
		    const struct ref *r)
{
	json_object(j);
	if (e)
		json_member(j, "entity", str_of(e->name));
	json_member(j, "code", r->code);
	json_member(j, "title", r->shown);
	if (r->shown.n)
		json_member(j, "lang", str_of(lang_row(r->shown_lang)->tag));
	json_object_end(j);
}

static void text_put(struct json_out *j, const struct text *t)
{
	json_object(j);
	for (enum lang l = 0; l < LANG_N; l++) {
		const struct text_body *b = &t->in[l];

		if (!b->body.n)
			continue;
		json_name(j, lang_row(l)->tag);
		json_object(j);
		json_member(j, "text", b->body);
		json_member(j, "origin", str_of(text_origin_name(b->origin)));
		json_member(j, "state", str_of(text_state_name(b->state)));
		json_object_end(j);
	}
	json_object_end(j);
}

static void printed_put(struct json_out *j, const struct field *f,
			const void *record)
{
	struct buf b;

	buf_init(&b);
	field_print(f, record, &b);
	json_str(j, buf_str(&b));
	buf_release(&b);
}

/* A field that is not known is null: it is never left out. */
static void value_put(struct json_out *j, const struct field *f,
		      const void *record)
{
	const void *m = field_in(f, record);

	json_name(j, f->name);
	if (field_empty(f, record)) {
		json_null(j);
		return;
	}
	switch (f->kind) {
	case KIND_TEXT:
	case KIND_LONGTEXT:
		text_put(j, field_text_in(f, record));
		return;
	case KIND_REF:
		ref_put(j, f->refers, m);
		return;
	case KIND_ANYREF:
		ref_put(j, ((const struct anyref *)m)->entity,
			&((const struct anyref *)m)->to);
		return;
	case KIND_COUNT:
		json_int(j, ((const struct count *)m)->n);
		return;
	case KIND_YESNO:
		json_bool(j, ((const struct yesno *)m)->v == 2);
		return;
	default:
		printed_put(j, f, record);
	}
}

/* ---- lists */

static struct str query_of(const void *rq, const char *name)
{
	return request_query(rq, name);
}

/* What a list shows: no texts, they are in the heading. */
static bool is_column(const struct field *f)
{
	return f->flags & LISTED && f->kind != KIND_TEXT &&
	       f->kind != KIND_LONGTEXT;
}

void api_row_json(struct json_out *j, const struct entity *e,
		  const void *record)
{
	const struct row *row = record_row_in(record);

	json_object(j);
	json_member(j, "code", row->code);
	json_member(j, "stage", str_of(choice_name(&stage_choices,
						   row->stage)));
	json_member(j, "title", row->heading);
	if (row->heading.n)
		json_member(j, "lang",
			    str_of(lang_row(row->heading_lang)->tag));
	if (row->heading_origin)
		json_member(j, "title_origin", str_of(row->heading_origin));
	for (size_t i = 0; i < e->fields_n; i++)
		if (is_column(&e->fields[i]))
			value_put(j, &e->fields[i], record);
	json_object_end(j);
}

void api_head_csv(struct csv_out *c, const struct entity *e)
{
	csv_value(c, STR("code"));
	csv_value(c, STR("stage"));
	csv_value(c, STR("title"));
	csv_value(c, STR("lang"));
	csv_value(c, STR("title_origin"));
	for (size_t i = 0; i < e->fields_n; i++)
		if (is_column(&e->fields[i]))
			csv_value(c, str_of(e->fields[i].name));
	csv_line_end(c);
}

void api_row_csv(struct csv_out *c, const struct entity *e,
		 const void *record)
{
	const struct row *row = record_row_in(record);
	struct buf cell;

	buf_init(&cell);
	csv_value(c, row->code);
	csv_value(c, str_of(choice_name(&stage_choices, row->stage)));
	csv_value(c, row->heading);
	csv_value(c, row->heading.n ?
		  str_of(lang_row(row->heading_lang)->tag) : STR(""));
	csv_value(c, row->heading_origin ? str_of(row->heading_origin)
					 : STR(""));
	for (size_t i = 0; i < e->fields_n; i++) {
		if (!is_column(&e->fields[i]))
			continue;
		buf_reset(&cell);
		field_print(&e->fields[i], record, &cell);
		csv_value(c, buf_str(&cell));
	}
	csv_line_end(c);
	buf_release(&cell);
}

/* The rows of a list, from one page of the database to the next. */
struct rows {
	struct ctx *ctx;
	const struct entity *entity;
	struct list_ask ask;
	struct list_page page;
	size_t at;			/* in the page */
	size_t given;
	size_t most;
};

/* The next row; NULL at the end, or when as many as allowed were given. */
static enum err row_next(struct rows *r, const void **out)
{
	enum err err = ERR_OK;

	*out = NULL;
	if (r->given == r->most)
		return ERR_OK;
	if (r->at == r->page.n) {
		if (r->given && !r->page.next.n)
			return ERR_OK;
		if (r->given)
			r->ask.after = r->page.next;
		r->at = 0;
		err = svc_list(r->ctx, &r->ask, &r->page);
		if (err || !r->page.n)
			return err;
		title_origins(r->ctx->db, r->entity, r->page.records,
			      r->page.n);
	}
	*out = r->page.records[r->at++];
	r->given++;
	return ERR_OK;
}

static void file_name(struct ctx *ctx, struct response *rs, const char *path,
		      const char *end)
{
	response_header(rs, "Content-Disposition",
			arena_printf(ctx->mem, "attachment; filename=\"%s.%s\"",
				     path, end));
}

/* Where the list goes on, for whoever asks by program (RFC 8288). */
static void next_link(struct rows *r, struct response *rs,
		      const struct match *m, struct str format)
{
	struct arena *mem = r->ctx->mem;
	struct str url = url_page(mem, lang_row(r->ctx->lang)->tag, m->path,
				  NULL);

	if (!r->page.next.n || r->at < r->page.n)
		return;
	if (r->ask.way->filter)
		url = url_with(mem, url, r->ask.way->filter,
			       r->ask.filter_value);
	url = url_with(mem, url, "order", str_of(r->ask.way->order));
	url = url_with(mem, url, "format", format);
	url = url_with(mem, url, "after", r->page.next);
	response_header(rs, "Link", arena_printf(mem, "<%.*s>; rel=\"next\"",
						 STR_ARG(url)));
}

static enum err list_csv(struct rows *r, struct response *rs)
{
	struct csv_out c;
	const void *record;
	enum err err;

	rs->type = "text/csv; charset=utf-8";
	/* Excel takes Arabic without the mark for another encoding. */
	csv_begin(&c, &rs->body, true);
	api_head_csv(&c, r->entity);
	for (;;) {
		err = row_next(r, &record);
		if (err || !record)
			break;
		api_row_csv(&c, r->entity, record);
	}
	return err;
}

static enum err list_json(struct rows *r, struct response *rs)
{
	struct json_out j;
	const void *record;
	enum err err;

	rs->type = "application/json";
	json_begin(&j, &rs->body);
	json_object(&j);
	json_member(&j, "entity", str_of(r->entity->name));
	json_name(&j, "rows");
	json_array(&j);
	for (;;) {
		err = row_next(r, &record);
		if (err || !record)
			break;
		api_row_json(&j, r->entity, record);
	}
	json_array_end(&j);
	if (r->page.next.n && r->at == r->page.n)
		json_member(&j, "next", r->page.next);
	json_object_end(&j);
	json_end(&j);
	return err;
}

enum err api_list(struct ctx *ctx, const struct request *rq,
		  struct response *rs, const struct match *m)
{
	struct str format = request_query(rq, "format");
	struct rows r = { .ctx = ctx, .entity = m->entity,
			  .most = API_ROWS_MAX };
	enum err err = svc_list_asked(m->entity, query_of, rq, &r.ask);

	for (size_t i = 0; i < rq->query.n; i++)
		if (!svc_list_check(ctx, m->entity, rq->query.list[i].name,
				    rq->query.list[i].value)) {
			api_error(ctx, rs, ERR_REQUEST);
			return ERR_OK;
		}
	if (err)
		return err;
	/* Without a limit the whole list is meant, not one page of it. */
	if (request_query(rq, "limit").n)
		r.most = (size_t)r.ask.limit;
	else
		r.ask.limit = API_PAGE;
	if (str_is(format, "csv"))
		err = list_csv(&r, rs);
	else if (str_is(format, "json"))
		err = list_json(&r, rs);
	else
		return ERR_REQUEST;
	if (err)
		return err;
	next_link(&r, rs, m, format);
	if (str_is(format, "csv"))
		file_name(ctx, rs, m->path, "csv");
	return ERR_OK;
}

/* ---- one record */

static void links_put(struct json_out *j, const struct linked *links,
		      size_t n)
{
	json_name(j, "links");
	json_array(j);
	for (size_t i = 0; i < n; i++) {
		const struct linked *k = &links[i];
		char iso[DATE_ISO];

		json_object(j);
		json_member(j, "kind", str_of(link_kind_of(k->kind)->name));
		json_member(j, "direction", k->out ? STR("out") : STR("in"));
		json_member(j, "provenance",
			    str_of(link_provenance_name(k->provenance)));
		json_name(j, "other");
		ref_put(j, k->other.entity, &k->other.to);
		json_member(j, "from_on", date_iso(k->from_on, iso));
		json_member(j, "to_on", date_iso(k->to_on, iso));
		json_member(j, "note", k->note);
		json_member(j, "document", k->document.code);
		json_object_end(j);
	}
	json_array_end(j);
}

static void facts_put(struct json_out *j, void **facts, size_t n)
{
	json_name(j, "facts");
	json_array(j);
	for (size_t i = 0; i < n; i++) {
		const struct fact *fact = facts[i];

		json_object(j);
		json_member(j, "code", fact->row.code);
		for (size_t k = 0; k < fact_entity.fields_n; k++) {
			const struct field *f = &fact_entity.fields[k];

			if (strcmp(f->name, "about") != 0 &&
			    !field_empty(f, fact))
				value_put(j, f, fact);
		}
		json_object_end(j);
	}
	json_array_end(j);
}

static void row_put(struct json_out *j, const struct row *row)
{
	char at[32];

	json_member(j, "code", row->code);
	json_name(j, "version");
	json_int(j, row->version);
	for (size_t i = 0; i < row_fields_n; i++)
		if (!field_empty(&row_fields[i], row))
			value_put(j, &row_fields[i], row);
	json_member(j, "changed_at", instant_iso(row->changed_at, at));
	json_member(j, "changed_by", row->changed_by);
}

enum err api_show(struct ctx *ctx, const struct request *rq,
		  struct response *rs, const struct match *m)
{
	const struct entity *e = m->entity;
	struct linked *links;
	struct json_out j;
	void *record, **facts;
	size_t links_n, facts_n;
	enum err err;

	if (!str_is(request_query(rq, "format"), "json"))
		return ERR_REQUEST;
	err = svc_load(ctx, e, m->code, NULL, &record);
	if (err == ERR_OK)
		err = repo_links(ctx->db, ctx->mem, e,
				 record_row(record)->id, ctx->lang, &links,
				 &links_n);
	if (err == ERR_OK)
		err = repo_facts(ctx->db, ctx->mem, e, record_row(record)->id,
				 ctx->lang, &facts, &facts_n);
	if (err)
		return err;
	if (record_row(record)->stage.v == STAGE_WITHDRAWN)
		rs->status = 410;
	rs->type = "application/json";
	json_begin(&j, &rs->body);
	json_object(&j);
	json_member(&j, "entity", str_of(e->name));
	row_put(&j, record_row(record));
	for (size_t i = 0; i < e->fields_n; i++)
		value_put(&j, &e->fields[i], record);
	links_put(&j, links, links_n);
	facts_put(&j, facts, facts_n);
	json_object_end(&j);
	json_end(&j);
	return ERR_OK;
}

/* ---- suggestions */

enum err api_names(struct ctx *ctx, const struct request *rq,
		   struct response *rs, const struct match *m)
{
	enum { ASKED = 40, GIVEN = 12 };
	struct str asked = str_trim(request_query(rq, "q"));
	struct str entity = request_query(rq, "entity");
	struct named *found = NULL;
	struct json_out j;
	size_t n = 0, given = 0;
	enum err err = ERR_OK;

	(void)m;
	if (asked.n)
		err = repo_names(ctx->db, ctx->mem, asked, ctx->lang, ASKED,
				 &found, &n);
	if (err)
		return err;
	rs->type = "application/json";
	json_begin(&j, &rs->body);
	json_array(&j);
	for (size_t i = 0; i < n && given < GIVEN; i++) {
		const struct anyref *to = &found[i].to;

		if (entity.n && !str_is(entity, to->entity->name))
			continue;
		ref_put(&j, to->entity, &to->to);
		given++;
	}
	json_array_end(&j);
	json_end(&j);
	return ERR_OK;
}

void api_error(struct ctx *ctx, struct response *rs, enum err e)
{
	const struct err_row *row = err_row(e);
	struct json_out j;

	rs->status = row->status;
	rs->type = "application/json";
	json_begin(&j, &rs->body);
	json_object(&j);
	json_member(&j, "error", str_of(row->name));
	json_member(&j, "words",
		    str_of(word(ctx->lang, arena_printf(ctx->mem, "err.%s",
							row->name).p)));
	if (ctx->problems.n)
		json_member(&j, "problem", problem_words(ctx->mem, ctx->lang,
			&ctx->problems.list[0], ctx->problems.list[0].field));
	json_object_end(&j);
	json_end(&j);
}

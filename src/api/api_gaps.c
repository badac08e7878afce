/* api_gaps.c - the gaps as data */

#include "api/api_record.h"
#include "api/api_special.h"
#include "http/response.h"
#include "lang/words.h"
#include "service/svc_gaps.h"
#include "store/titles.h"

static struct str words_of(struct ctx *ctx, const struct gap_kind *kind)
{
	struct str key = arena_printf(ctx->mem, "gap.%s", kind->name);

	return str_of(word(ctx->lang, key.p));
}

static void attach(struct ctx *ctx, struct response *rs, const char *name)
{
	rs->type = "text/csv; charset=utf-8";
	response_header(rs, "Content-Disposition",
			arena_printf(ctx->mem, "attachment; filename=\"%s.csv\"",
				     name));
}

static void counts_csv(struct ctx *ctx, struct buf *out,
		       const struct gap_count *list, size_t n)
{
	struct csv_out c;

	csv_begin(&c, out, true);
	csv_value(&c, STR("kind"));
	csv_value(&c, STR("n"));
	csv_value(&c, STR("title"));
	csv_line_end(&c);
	for (size_t i = 0; i < n; i++) {
		csv_value(&c, str_of(list[i].kind->name));
		csv_value(&c, arena_printf(ctx->mem, "%lld",
					   (long long)list[i].n));
		csv_value(&c, words_of(ctx, list[i].kind));
		csv_line_end(&c);
	}
}

static void counts_json(struct ctx *ctx, struct buf *out,
			const struct gap_count *list, size_t n)
{
	struct json_out j;

	json_begin(&j, out);
	json_array(&j);
	for (size_t i = 0; i < n; i++) {
		json_object(&j);
		json_member(&j, "kind", str_of(list[i].kind->name));
		json_member(&j, "entity", str_of(list[i].kind->entity->name));
		json_name(&j, "n");
		json_int(&j, list[i].n);
		json_member(&j, "title", words_of(ctx, list[i].kind));
		json_object_end(&j);
	}
	json_array_end(&j);
	json_end(&j);
}

enum err api_gaps(struct ctx *ctx, const struct request *rq,
		  struct response *rs, const struct match *m)
{
	struct str format = request_query(rq, "format");
	bool csv = str_is(format, "csv");
	struct gap_count *list;
	size_t n;
	enum err err;

	(void)m;
	if (!csv && !str_is(format, "json"))
		return ERR_REQUEST;
	err = svc_gap_counts(ctx, &list, &n);
	if (err)
		return err;
	if (csv) {
		attach(ctx, rs, "gaps");
		counts_csv(ctx, &rs->body, list, n);
	} else {
		rs->type = "application/json";
		counts_json(ctx, &rs->body, list, n);
	}
	return ERR_OK;
}

/* All rows, page by page; the writer of rows is that of every list. */
struct rows {
	struct csv_out csv;
	struct json_out json;
	bool is_csv;
};

static void page_put(struct rows *r, const struct entity *e,
		     const struct list_page *page)
{
	for (size_t i = 0; i < page->n; i++) {
		if (r->is_csv)
			api_row_csv(&r->csv, e, page->records[i]);
		else
			api_row_json(&r->json, e, page->records[i]);
	}
}

static enum err rows_put(struct ctx *ctx, struct rows *r,
			 const struct gap_kind *kind)
{
	struct list_page page = { .next = STR("") };
	size_t given = 0;

	do {
		enum err err = svc_gap_list(ctx, kind, page.next, API_PAGE,
					    &page);

		if (err)
			return err;
		title_origins(ctx->db, kind->entity, page.records, page.n);
		page_put(r, kind->entity, &page);
		given += page.n;
	} while (page.next.n && given < API_ROWS_MAX);
	return ERR_OK;
}

enum err api_gap(struct ctx *ctx, const struct request *rq,
		 struct response *rs, const struct match *m)
{
	const struct gap_kind *kind = gap_kind_find(m->code);
	struct str format = request_query(rq, "format");
	struct rows r = { .is_csv = str_is(format, "csv") };
	enum err err;

	if (!kind)
		return ERR_MISSING;
	if (!r.is_csv && !str_is(format, "json"))
		return ERR_REQUEST;
	if (r.is_csv) {
		attach(ctx, rs, kind->name);
		csv_begin(&r.csv, &rs->body, true);
		api_head_csv(&r.csv, kind->entity);
		return rows_put(ctx, &r, kind);
	}
	rs->type = "application/json";
	json_begin(&r.json, &rs->body);
	json_object(&r.json);
	json_member(&r.json, "gap", str_of(kind->name));
	json_member(&r.json, "entity", str_of(kind->entity->name));
	json_name(&r.json, "rows");
	json_array(&r.json);
	err = rows_put(ctx, &r, kind);
	if (err)
		return err;
	json_array_end(&r.json);
	json_object_end(&r.json);
	json_end(&r.json);
	return ERR_OK;
}

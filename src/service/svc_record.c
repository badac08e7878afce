/* svc_record.c - the verbs on one record */

#include "service/svc_record.h"

#include "base/log.h"
#include "base/os.h"
#include "domain/link_kinds.h"
#include "lang/fold.h"

enum { HISTORY_MAX = 500, TREE_DEPTH_MAX = 50 };

struct save svc_how(const struct ctx *ctx, const char *verb)
{
	return (struct save){
		.verb = verb,
		.actor = ctx->actor.name,
		.at = { os_now_ms() },
		.log = true,
		.known = ctx->known,
	};
}

/*
 * A verb is one transaction. In a write batch the transaction is already
 * open (ctx->in_batch) and the verb is a savepoint in it: it fails alone.
 */
enum err svc_begin(struct ctx *ctx)
{
	if (ctx->refused)
		return ctx->refused;
	if (!ctx->in_batch)
		return db_begin(ctx->db, DB_WRITE);
	db_savepoint(ctx->db);
	return db_err(ctx->db);
}

enum err svc_end(struct ctx *ctx, enum err err)
{
	if (err == ERR_OK)
		err = db_err(ctx->db);
	if (ctx->in_batch) {
		db_savepoint_end(ctx->db, err == ERR_OK);
		return err;
	}
	if (err == ERR_OK)
		return db_commit(ctx->db);
	db_rollback(ctx->db);
	return err;
}

/* True when the reader's edition reaches the record's. */
static bool readable(const struct ctx *ctx, const struct row *row)
{
	return row->edition.v <= ctx->actor.edition;
}

static enum err place_of(struct ctx *ctx, const struct entity *e,
			 struct str code, struct anyref *at)
{
	enum err err = repo_find_code(ctx->db, fold_code(ctx->mem, code), at);

	if (err == ERR_OK && e && at->entity != e)
		err = ERR_MISSING;
	return err;
}

enum err svc_load(struct ctx *ctx, const struct entity *e, struct str code,
		  const struct entity **found, void **out)
{
	struct anyref at;
	enum err err = place_of(ctx, e, code, &at);

	if (err == ERR_OK)
		err = repo_load(ctx->db, ctx->mem, at.entity, at.to.id,
				ctx->lang, out);
	/* What somebody may not read does not exist for them. */
	if (err == ERR_OK && !readable(ctx, record_row_in(*out)))
		err = ERR_MISSING;
	if (err == ERR_OK && found)
		*found = at.entity;
	return err;
}

enum err svc_load_at(struct ctx *ctx, const struct entity *e,
		     struct str code, struct instant when, void **out)
{
	struct anyref at;
	enum err err = place_of(ctx, e, code, &at);

	if (err == ERR_OK)
		err = repo_load_at(ctx->db, ctx->mem, at.entity, at.to.id,
				   ctx->lang, when, out);
	if (err == ERR_OK && !readable(ctx, record_row_in(*out)))
		err = ERR_MISSING;
	return err;
}

enum err svc_list(struct ctx *ctx, struct list_ask *ask,
		  struct list_page *out)
{
	const struct list_way *w = ask->way;
	const struct field *f;
	struct anyref at;

	ask->lang = ctx->lang;
	ask->edition = ctx->actor.edition;
	*out = (struct list_page){ .next = STR("") };
	if (w->filter) {
		f = entity_field(w->entity, str_of(w->filter));
		if (f->kind == KIND_REF) {
			enum err err = place_of(ctx, f->refers,
						ask->filter_value, &at);

			if (err)
				return err;
			ask->filter_id = at.to.id;
		}
	}
	return repo_list(ctx->db, ctx->mem, ask, out);
}

static void ref_resolve(struct ctx *ctx, const struct field *f,
			const struct entity *wanted, struct ref *r,
			const struct entity **found)
{
	struct anyref at;

	if (r->id || !r->code.n)
		return;
	if (repo_find_code(ctx->db, r->code, &at)) {
		problem_add_value(&ctx->problems, f->name, "no_such_record",
				  r->code, STR(""));
	} else if (wanted && at.entity != wanted) {
		problem_add_value(&ctx->problems, f->name, "wrong_entity",
				  r->code, str_of(wanted->name));
	} else {
		r->id = at.to.id;
		if (found)
			*found = at.entity;
	}
}

static void field_resolve(struct ctx *ctx, const struct field *f,
			  void *record)
{
	if (f->kind == KIND_REF)
		ref_resolve(ctx, f, f->refers, field_of(f, record), NULL);
	if (f->kind == KIND_ANYREF) {
		struct anyref *a = field_of(f, record);

		ref_resolve(ctx, f, NULL, &a->to, &a->entity);
	}
}

/* A tree must not bite its tail: walks up from the new parent. */
void svc_tree_check(struct ctx *ctx, const struct entity *e,
		    const struct field *f, const void *record)
{
	int64_t self = record_row_in(record)->id;
	int64_t up = ((const struct ref *)field_in(f, record))->id;

	for (int depth = 0; self && up && depth < TREE_DEPTH_MAX; depth++) {
		void *parent;

		if (up == self) {
			problem_add(&ctx->problems, f->name, "cycle");
			return;
		}
		if (repo_load(ctx->db, ctx->mem, e, up, ctx->lang, &parent))
			return;
		up = ((const struct ref *)field_in(f, parent))->id;
	}
}

/* Codes: letters, digits and - . _ so that they can stand in an address. */
bool svc_code_well_formed(struct str code)
{
	if (code.n > 40)
		return false;
	for (size_t i = 0; i < code.n; i++) {
		char c = code.p[i];

		if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
		      (c >= '0' && c <= '9') || c == '-' || c == '.' ||
		      c == '_'))
			return false;
	}
	/* "new" is a page of its own beside the records. */
	return code.n && code.p[0] != '.' && !str_is(code, "new");
}

static void code_check(struct ctx *ctx, const struct entity *e,
		       const void *record, const void *was)
{
	struct str code = record_row_in(record)->code;
	struct anyref at;

	if (e->flags & ENTITY_NO_CODE)
		return;
	if (was) {
		if (!str_eq(code, record_row_in(was)->code))
			problem_add(&ctx->problems, "code", "fixed");
		return;
	}
	if (!code.n) {
		if (e->flags & ENTITY_SOURCED_CODE)
			problem_add(&ctx->problems, "code", "code_missing");
		return;
	}
	if (!svc_code_well_formed(code))
		problem_add_value(&ctx->problems, "code", "code_format",
				  code, STR("A-Z a-z 0-9 - . _"));
	else if (repo_find_code(ctx->db, code, &at) == ERR_OK)
		problem_add_value(&ctx->problems, "code", "duplicate_code",
				  code, STR(""));
}

/* A link joins what its kind allows, once, and never a record to itself. */
static void link_check(struct ctx *ctx, const struct link *k,
		       const void *was)
{
	const struct link_kind *kind = link_kind_of(k->kind);
	struct linked *list;
	size_t n;

	if (!kind || !k->from.to.id || !k->to.to.id || was)
		return;
	if (k->from.entity == k->to.entity && k->from.to.id == k->to.to.id)
		problem_add(&ctx->problems, "to", "self_link");
	else if (!link_allowed(kind, k->from.entity, k->to.entity))
		problem_add(&ctx->problems, "kind", "link_not_allowed");
	if (repo_links(ctx->db, ctx->mem, k->from.entity, k->from.to.id,
		       ctx->lang, &list, &n))
		return;
	for (size_t i = 0; i < n; i++)
		if (list[i].out && list[i].kind.v == k->kind.v &&
		    list[i].other.entity == k->to.entity &&
		    list[i].other.to.id == k->to.to.id)
			problem_add(&ctx->problems, "to", "link_exists");
}

enum err svc_resolve(struct ctx *ctx, const struct entity *e, void *record,
		     const void *was)
{
	for (size_t i = 0; i < row_fields_n; i++)
		field_resolve(ctx, &row_fields[i], record);
	for (size_t i = 0; i < e->fields_n; i++) {
		const struct field *f = &e->fields[i];

		field_resolve(ctx, f, record);
		if (f->kind == KIND_REF && f->refers == e)
			svc_tree_check(ctx, e, f, record);
	}
	code_check(ctx, e, record, was);
	record_validate(e, record, was, &ctx->problems);
	if (e == &link_entity)
		link_check(ctx, record, was);
	if (db_err(ctx->db))
		return db_err(ctx->db);
	return ctx->problems.n ? ERR_PROBLEMS : ERR_OK;
}

/* Who publishes a record has read the words it has of its own: they are a
 * draft no longer. Renderings stay what they were said to be. */
static void publish(const struct entity *e, void *record, const void *was)
{
	if (record_row(record)->stage.v != STAGE_PUBLISHED ||
	    (was && record_row_in(was)->stage.v != STAGE_DRAFT))
		return;
	for (size_t i = 0; i < e->fields_n; i++) {
		struct text *t = field_text(&e->fields[i], record);

		for (enum lang l = 0; t && l < LANG_N; l++)
			if (t->in[l].body.n && t->in[l].origin == TEXT_SOURCE)
				t->in[l].state = TEXT_CHECKED;
	}
}

static enum err save_as(struct ctx *ctx, const struct entity *e,
			void *record, const void *was, const char *verb)
{
	struct save how = svc_how(ctx, verb);
	enum err err = svc_begin(ctx);

	if (err)
		return err;
	/* Inside the transaction, so that what is checked stays true. */
	err = svc_resolve(ctx, e, record, was);
	if (err == ERR_OK)
		err = repo_save(ctx->db, ctx->mem, e, record, &how);
	if (err == ERR_CONFLICT && db_err_is_duplicate(ctx->db)) {
		problem_add_value(&ctx->problems, "code", "duplicate_code",
				  record_row(record)->code, STR(""));
		err = ERR_PROBLEMS;
	}
	return svc_end(ctx, err);
}

enum err svc_save(struct ctx *ctx, const struct entity *e, void *record,
		  const void *was)
{
	publish(e, record, was);
	return save_as(ctx, e, record, was, was ? "change" : "create");
}

enum err svc_withdraw(struct ctx *ctx, const struct entity *e,
		      struct str code, int64_t version, struct str reason)
{
	void *was, *record;
	enum err err = svc_load(ctx, e, code, &e, &was);
	const struct field *f = row_fields;

	/* Not the reason that an entity may have of its own. */
	while (!str_is(STR("reason"), f->name))
		f++;
	if (err)
		return err;
	record = record_copy(e, ctx->mem, was);
	record_row(record)->version = version;
	record_row(record)->stage.v = STAGE_WITHDRAWN;
	field_read(f, ctx->mem, reason, record, &ctx->problems);
	return save_as(ctx, e, record, was, "withdraw");
}

bool svc_was_undone(const struct row *row)
{
	return row->stage.v == STAGE_WITHDRAWN &&
	       str_is(row->reason.s, "undo");
}

enum err svc_undo(struct ctx *ctx, const struct entity *e, struct str code,
		  int64_t version)
{
	struct instant before;
	void *now, *then;
	enum err err = svc_load(ctx, e, code, &e, &now);

	if (err)
		return err;
	if (record_row(now)->version == 1) {
		then = record_copy(e, ctx->mem, now);
		record_row(then)->stage.v = STAGE_WITHDRAWN;
		record_row(then)->reason.s = STR("undo");
	} else {
		before.ms = record_row(now)->changed_at.ms - 1;
		err = repo_load_at(ctx->db, ctx->mem, e,
				   record_row(now)->id, ctx->lang, before,
				   &then);
		if (err)
			return err;
	}
	record_row(then)->version = version;
	return save_as(ctx, e, then, now, "undo");
}

enum err svc_link(struct ctx *ctx, const struct link_ask *ask,
		  int64_t *link_id)
{
	const struct entity *e = &link_entity;
	struct link *k = record_new(e, ctx->mem);
	struct problems *ps = &ctx->problems;
	const struct {
		const char *field;
		struct str value;
	} given[] = {
		{ "kind", ask->kind }, { "from", ask->from },
		{ "to", ask->to }, { "provenance", ask->provenance },
		{ "document", ask->document },
	};
	enum err err;

	k->row.stage.v = STAGE_PUBLISHED;
	for (size_t i = 0; i < COUNT(given); i++)
		field_read(entity_field(e, str_of(given[i].field)),
			   ctx->mem, given[i].value, k, ps);
	field_read_text(entity_field(e, STR("note")), ctx->mem, ctx->lang,
			ask->note, k, ps);
	err = save_as(ctx, e, k, NULL, "link");
	*link_id = k->row.id;
	return err;
}

enum err svc_unlink(struct ctx *ctx, int64_t link_id)
{
	struct save how = svc_how(ctx, "unlink");
	enum err err = svc_begin(ctx);

	if (err)
		return err;
	return svc_end(ctx, repo_unlink(ctx->db, ctx->mem, link_id, &how));
}

enum err svc_unlink_by(struct ctx *ctx, const struct link_ask *ask)
{
	const struct link_kind *kind = link_kind_by_name(ask->kind);
	struct anyref from, to;
	struct linked *list;
	size_t n;
	enum err err;

	if (!kind) {
		problem_add_value(&ctx->problems, "kind", "not_a_choice",
				  ask->kind, STR(""));
		return ERR_PROBLEMS;
	}
	err = repo_find_code(ctx->db, fold_code(ctx->mem, ask->from), &from);
	if (err == ERR_OK)
		err = repo_find_code(ctx->db, fold_code(ctx->mem, ask->to),
				     &to);
	if (err == ERR_OK)
		err = repo_links(ctx->db, ctx->mem, from.entity, from.to.id,
				 ctx->lang, &list, &n);
	for (size_t i = 0; err == ERR_OK && i < n; i++)
		if (list[i].out && list[i].kind.v == (uint8_t)kind->kind &&
		    list[i].other.entity == to.entity &&
		    list[i].other.to.id == to.to.id)
			return svc_unlink(ctx, list[i].link_id);
	return err ? err : ERR_MISSING;
}

static bool link_joins(const struct link *k, const struct anyref *at)
{
	return (k->from.entity == at->entity && k->from.to.id == at->to.id) ||
	       (k->to.entity == at->entity && k->to.to.id == at->to.id);
}

enum err svc_relink(struct ctx *ctx, const struct entity *e, struct str code,
		    int64_t link_id)
{
	struct anyref at;
	struct link *k;
	enum err err = place_of(ctx, e, code, &at);

	if (err == ERR_OK)
		err = repo_link_gone(ctx->db, ctx->mem, link_id, ctx->lang,
				     (void **)&k);
	if (err == ERR_OK && !link_joins(k, &at))
		err = ERR_MISSING;
	if (err)
		return err;
	k->row.id = 0;
	return save_as(ctx, &link_entity, k, NULL, "undo");
}

enum err svc_history(struct ctx *ctx, const struct entity *e,
		     struct str code, struct log_entry **out, size_t *n)
{
	void *record;
	enum err err = svc_load(ctx, e, code, &e, &record);

	if (err)
		return err;
	return log_of(ctx->db, ctx->mem, e, record_row(record)->id,
		      HISTORY_MAX, out, n);
}

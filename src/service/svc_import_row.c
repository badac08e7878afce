/* svc_import_row.c - one row of a file into one record */

#include "service/svc_import_parts.h"

#include "domain/link_kinds.h"
#include "lang/fold.h"
#include "store/log_chain.h"

/* A row being done. */
struct doing {
	struct import_sheet *sheet;
	const struct entity *e;
	struct import_code *code;	/* NULL: is given one */
	const void *was;		/* NULL: a new record */
	void *stored;			/* what is known of it already */
	void *record;
	bool waits;			/* names a record to come */
	bool blocked;			/* names one that was refused */
	bool again;			/* was saved without its refs */
};

static struct str cell(const struct doing *d, size_t at)
{
	return at < d->sheet->csv.cells_n ? d->sheet->csv.cells[at]
					  : STR("");
}

static struct problems *problems_of(struct import *im)
{
	return &im->ctx.problems;
}

/* Problems found since `from` belong to the column at hand. */
static void problems_place(struct import *im, size_t from, size_t column)
{
	for (size_t i = from; i < problems_of(im)->n; i++)
		im->problem_column[i] = column;
}

/* The value of a column of that field, of a row not yet read as a record. */
static struct str cell_of(const struct doing *d, const char *field)
{
	for (size_t i = 0; i < d->sheet->columns_n; i++)
		if (d->sheet->columns[i].field &&
		    str_is(str_of(field), d->sheet->columns[i].field->name))
			return str_trim(cell(d, i));
	return STR("");
}

static void width_check(struct import *im, const struct doing *d)
{
	const struct csv_in *csv = &d->sheet->csv;
	size_t n = csv->cells_n;

	while (n > d->sheet->columns_n && !str_trim(csv->cells[n - 1]).n)
		n--;
	if (n == d->sheet->columns_n)
		return;
	/* The first cell that is missing, or the first too many. */
	import_fault(im,
		     import_at((n < d->sheet->columns_n ? n :
				d->sheet->columns_n) + 1, ""),
		     "row_width", arena_printf(&im->row_mem, "%zu", n),
		     arena_printf(&im->row_mem, "%zu",
				  d->sheet->columns_n));
}

/* The record that the code of the row names. */
static void code_find(struct import *im, struct doing *d)
{
	struct str code = fold_code(&im->row_mem,
				    str_trim(cell(d, d->sheet->code_at)));
	size_t at = d->sheet->code_at + 1;

	if (d->sheet->code_at == d->sheet->columns_n || !code.n) {
		if (d->e->flags & ENTITY_SOURCED_CODE)
			import_fault(im, import_at(at, "code"), "code_missing",
				     STR(""), STR(""));
		return;
	}
	if (!svc_code_well_formed(code)) {
		import_fault(im, import_at(at, "code"), "code_format", code,
			     STR("A-Z a-z 0-9 - . _"));
		return;
	}
	d->code = import_code_of(im, code);
	if (d->code->entity && d->code->entity != d->e) {
		import_fault(im, import_at(at, "code"), "duplicate_code", code,
			     STR(""));
		d->code = NULL;
	} else if (d->code->sheet != d->sheet ||
		   d->code->row != d->sheet->csv.row) {
		import_fault(im, import_at(at, "code"), "duplicate_row", code,
			     STR(""));
		d->code = NULL;
	}
}

static int64_t link_id(struct import *im, const struct link *k)
{
	struct stmt *st = db_stmt(im->ctx.db, SQL("SELECT id FROM link "
		"WHERE kind = $1 AND from_entity = $2 AND \"from\" = $3 AND "
		"to_entity = $4 AND \"to\" = $5"));
	int64_t id = 0;

	bind_str(st, 1, str_of(link_kind_of(k->kind)->name));
	bind_str(st, 2, str_of(k->from.entity->name));
	bind_int(st, 3, k->from.to.id);
	bind_str(st, 4, str_of(k->to.entity->name));
	bind_int(st, 5, k->to.to.id);
	if (stmt_step(st))
		id = col_int(st, 0);
	stmt_run(st);
	return id;
}

/* A link is named by its kind and its ends. */
static void link_find(struct import *im, struct doing *d)
{
	struct str kind = cell_of(d, "kind");
	struct str from = fold_code(&im->row_mem, cell_of(d, "from"));
	struct str to = fold_code(&im->row_mem, cell_of(d, "to"));
	const struct link_kind *k = link_kind_by_name(kind);
	const struct import_code *a, *b;
	struct str name;

	if (!k || !from.n || !to.n)
		return;		/* said when the cells are read */
	a = import_code_of(im, from);
	b = import_code_of(im, to);
	if (a->where != CODE_THERE || b->where != CODE_THERE)
		return;
	/* Codes hold no blanks, so this is no code. */
	name = arena_printf(&im->row_mem, "%.*s %.*s %.*s", STR_ARG(kind),
			    STR_ARG(from), STR_ARG(to));
	d->code = import_code_put(im, name);
	if (d->code->sheet && (d->code->sheet != d->sheet ||
			       d->code->row != d->sheet->csv.row)) {
		import_fault(im, import_at(0, ""), "duplicate_row", name,
			     STR(""));
		d->code = NULL;
		return;
	}
	d->code->sheet = d->sheet;
	d->code->row = d->sheet->csv.row;
	d->code->entity = d->e;
	/* What has just been made has no links but those of this file. */
	if (!a->made && !b->made) {
		struct link ends = {
			.kind = { (uint8_t)k->kind },
			.from = { .entity = a->entity, .to.id = a->id },
			.to = { .entity = b->entity, .to.id = b->id },
		};

		d->stored = import_window_link(im, d->sheet, &ends);
		d->code->id = d->stored ? record_row(d->stored)->id
					: link_id(im, &ends);
	}
	if (d->code->id)
		d->code->where = CODE_THERE;
}

static void body_read(struct import *im, struct doing *d,
		      const struct import_column *c, struct str s)
{
	struct text_body *b = &field_text(c->field, d->record)->in[c->lang];
	bool was_there = b->body.n != 0;

	field_read_text(c->field, &im->row_mem, c->lang, s, d->record,
			problems_of(im));
	if (!b->body.n)
		*b = (struct text_body){ .body = STR("") };
	else if (!was_there)
		*b = (struct text_body){
			.body = b->body, .state = TEXT_CHECKED,
			.origin = TEXT_SOURCE,
		};
}

/* What stands beside the words of a language; an empty cell is the usual. */
static void beside_read(struct import *im, struct doing *d,
			const struct import_column *c, size_t at)
{
	struct text_body *b = &field_text(c->field, d->record)->in[c->lang];
	struct str s = str_trim(cell(d, at)), right = STR("earlier");
	bool known = !s.n;

	if (!b->body.n)
		return;
	if (c->part == PART_STATE) {
		right = STR("draft, checked");
		b->state = TEXT_CHECKED;
		known |= text_state_find(s, &b->state);
	} else if (c->part == PART_ORIGIN) {
		right = STR("source, official, rendering, machine");
		b->origin = TEXT_SOURCE;
		known |= text_origin_find(s, &b->origin);
	} else {
		known |= str_eq(s, right);
		b->made_from = s.n ? TEXT_FROM_EARLIER : TEXT_FROM_NOW;
	}
	if (!known)
		import_fault(im, import_at(at + 1, c->field->name),
			     "not_a_choice", s, right);
}

static bool has_stage(const struct import_sheet *s)
{
	for (size_t i = 0; i < s->columns_n; i++)
		if (s->columns[i].field == &row_fields[0])
			return true;
	return false;
}

/* The batch of a record's last change; *at of the last one by an import. */
static bool last_by_import(struct import *im, const struct doing *d,
			   struct instant *at)
{
	struct stmt *st = db_stmt(im->ctx.db, SQL("SELECT batch, at FROM log "
		"WHERE entity = $1 AND row_id = $2 ORDER BY seq DESC"));
	bool first = true, ours = false;

	at->ms = 0;
	bind_str(st, 1, str_of(d->e->name));
	bind_int(st, 2, record_row_in(d->was)->id);
	while (!at->ms && stmt_step(st)) {
		if (col_int(st, 0))
			at->ms = col_int(st, 1);
		ours = first && at->ms;
		first = false;
	}
	stmt_run(st);
	return ours;
}

/* Was the record withdrawn because its import was undone? In a pack it
 * returns anyhow, unless it is kept as people left it. */
static bool returns(struct import *im, const struct doing *d)
{
	struct instant at;

	return d->was &&
	       record_row_in(d->was)->stage.v == STAGE_WITHDRAWN &&
	       (im->ask->pack || last_by_import(im, d, &at));
}

/* What stage, edition and track are when a file says nothing. */
static void defaults_fill(struct import *im, struct doing *d)
{
	struct row *row = record_row(d->record);

	if (!has_stage(d->sheet) && returns(im, d)) {
		row->reason.s = STR("");
		row->stage.v = STAGE_PUBLISHED;
	}
	if (!row->stage.v)
		row->stage.v = STAGE_PUBLISHED;
	if (!row->edition.v)
		row->edition.v = EDITION_PUBLIC;
	if (!row->track.v)
		row->track.v = TRACK_NONE;
}

static void cells_read(struct import *im, struct doing *d)
{
	const struct import_sheet *s = d->sheet;

	for (size_t i = 0; i < s->columns_n; i++) {
		const struct import_column *c = &s->columns[i];
		size_t before = problems_of(im)->n;
		struct str given = cell(d, i);

		/* Nothing to clear in a new record. */
		if (!given.n && !d->was)
			continue;
		if (c->part == PART_VALUE)
			field_read(c->field, &im->row_mem, given, d->record,
				   problems_of(im));
		if (c->part == PART_BODY)
			body_read(im, d, c, given);
		problems_place(im, before, i + 1);
	}
	for (size_t i = 0; i < s->columns_n; i++)
		if (s->columns[i].part > PART_BODY)
			beside_read(im, d, &s->columns[i], i);
	/* What could not be read has its problem and is not "missing" too. */
	defaults_fill(im, d);
}

static size_t column_of(const struct import_sheet *s, const char *field)
{
	for (size_t i = 0; i < s->columns_n; i++)
		if (s->columns[i].field &&
		    str_is(str_of(field), s->columns[i].field->name))
			return i + 1;
	return 0;
}

static void ref_resolve(struct import *im, struct doing *d,
			const struct field *f, struct ref *r,
			const struct entity **found)
{
	size_t column = column_of(d->sheet, f->name);
	struct import_code *c;

	if (r->id || !r->code.n)
		return;
	c = import_code_of(im, r->code);
	if (c->where == CODE_NOWHERE) {
		import_fault(im, import_at(column, f->name), "no_such_record",
			     r->code, STR(""));
		return;
	}
	if (f->kind == KIND_REF && c->entity != f->refers) {
		import_fault(im, import_at(column, f->name), "wrong_entity",
			     r->code, str_of(f->refers->name));
		return;
	}
	d->waits |= c->where == CODE_COMING;
	d->blocked |= c->where == CODE_REFUSED;
	if (c->where != CODE_THERE)
		return;
	r->id = c->id;
	if (found)
		*found = c->entity;
}

static void refs_resolve(struct import *im, struct doing *d)
{
	const struct entity *e = d->e;

	for (size_t i = 0; i < row_fields_n + e->fields_n; i++) {
		const struct field *f = i < row_fields_n ? &row_fields[i] :
					&e->fields[i - row_fields_n];
		void *m = field_of(f, d->record);
		struct anyref *any = m;

		if (f->kind == KIND_REF)
			ref_resolve(im, d, f, m, NULL);
		if (f->kind == KIND_ANYREF)
			ref_resolve(im, d, f, &any->to, &any->entity);
	}
}

static struct str ends_list(struct arena *mem,
			    const struct entity *const *ends)
{
	struct str s = STR("");

	for (; *ends; ends++)
		s = arena_printf(mem, "%.*s%s%s", STR_ARG(s),
				 s.n ? ", " : "", (*ends)->name);
	return s.n ? s : STR("*");
}

/* "plan, goal, action → pledge, goal, plan"; "*" for any entity. */
static struct str link_right(struct arena *mem, const struct link_kind *k)
{
	struct str from = ends_list(mem, k->from);
	struct str to = ends_list(mem, k->to);

	return arena_printf(mem, "%.*s → %.*s", STR_ARG(from), STR_ARG(to));
}

static void link_validate(struct import *im, struct doing *d)
{
	const struct link *k = d->record;
	const struct link_kind *kind = link_kind_of(k->kind);

	if (!kind || !k->from.to.id || !k->to.to.id)
		return;
	if (k->from.entity == k->to.entity && k->from.to.id == k->to.to.id)
		import_fault(im, import_at(column_of(d->sheet, "to"), "to"),
			     "self_link", k->to.to.code, STR(""));
	else if (!link_allowed(kind, k->from.entity, k->to.entity))
		import_fault(im, import_at(column_of(d->sheet, "kind"), "kind"),
			     "link_not_allowed", str_of(kind->name),
			     link_right(&im->row_mem, kind));
}

static void validate(struct import *im, struct doing *d)
{
	size_t before = problems_of(im)->n;

	for (size_t i = 0; i < d->e->fields_n; i++) {
		const struct field *f = &d->e->fields[i];

		/* Where a record hangs as before no ring is closed. */
		if (f->kind == KIND_REF && f->refers == d->e &&
		    !(d->was && field_eq(f, d->was, d->record)))
			svc_tree_check(&im->ctx, d->e, f, d->record);
	}
	/* What is set once may still be set by the row that made it. */
	record_validate(d->e, d->record, d->again ? NULL : d->was,
			problems_of(im));
	for (size_t i = before; i < problems_of(im)->n; i++)
		im->problem_column[i] = column_of(d->sheet,
					problems_of(im)->list[i].field);
	if (d->e == &link_entity)
		link_validate(im, d);
}

/* Did people change the record since an import left it? */
static bool was_touched(struct import *im, const struct doing *d)
{
	struct difference *list;
	struct instant at;
	void *left;

	if (last_by_import(im, d, &at))
		return false;
	/* Changed and changed back is not changed. */
	return !at.ms ||
	       repo_load_at(im->ctx.db, &im->row_mem, d->e,
			    record_row_in(d->was)->id, im->ctx.lang, at,
			    &left) ||
	       record_differences(d->e, &im->row_mem, left, d->was, &list);
}

/* Was this link taken away by people after it was loaded? */
static bool was_unlinked(struct import *im, const struct doing *d)
{
	const struct link *k = d->record;
	struct stmt *st = db_stmt(im->ctx.db, SQL("SELECT l.batch FROM "
		"link_was w JOIN log l ON l.entity = 'link' AND "
		"l.row_id = w.id AND l.verb = 'unlink' WHERE "
		"w.from_entity = $1 AND w.\"from\" = $2 AND w.kind = $3 AND "
		"w.to_entity = $4 AND w.\"to\" = $5 "
		"ORDER BY l.seq DESC LIMIT 1"));
	bool found = false;

	bind_str(st, 1, str_of(k->from.entity->name));
	bind_int(st, 2, k->from.to.id);
	bind_str(st, 3, str_of(link_kind_of(k->kind)->name));
	bind_str(st, 4, str_of(k->to.entity->name));
	bind_int(st, 5, k->to.to.id);
	if (stmt_step(st))
		found = col_int(st, 0) == 0;
	stmt_run(st);
	return found;
}

static bool is_kept(struct import *im, const struct doing *d)
{
	if (!im->ask->pack)
		return false;
	if (d->was)
		return was_touched(im, d);
	return d->e == &link_entity && !d->blocked && was_unlinked(im, d);
}

static struct str name_of(struct import *im, const struct doing *d)
{
	if (d->e == &link_entity)
		return arena_printf(&im->row_mem, "%.*s %.*s %.*s",
				    STR_ARG(cell_of(d, "kind")),
				    STR_ARG(cell_of(d, "from")),
				    STR_ARG(cell_of(d, "to")));
	return record_row_in(d->record)->code;
}

static void save(struct import *im, struct doing *d)
{
	struct row *row = record_row(d->record);

	import_batch_begin(im);
	repo_save(im->ctx.db, &im->row_mem, d->e, d->record, &im->how);
	if (d->code && !db_err(im->ctx.db)) {
		d->code->made |= !d->was;
		d->code->where = CODE_THERE;
		d->code->id = row->id;
	}
}

static void record_find(struct import *im, struct doing *d,
			const struct import_place *place)
{
	int64_t id = place->id;
	void *was;

	if (d->e == &link_entity && !id)
		link_find(im, d);
	else if (!id)
		code_find(im, d);
	if (!id && d->code && d->code->where == CODE_THERE) {
		id = d->code->id;
		if (d->e != &link_entity)
			d->stored = import_window_record(im, d->sheet,
							 d->code->code);
	}
	was = d->stored;
	if (was || (id && repo_load(im->ctx.db, &im->row_mem, d->e, id,
				    im->ctx.lang, &was) == ERR_OK)) {
		d->was = was;
		d->record = record_copy(d->e, &im->row_mem, was);
		return;
	}
	d->record = record_new(d->e, &im->row_mem);
	record_row(d->record)->stage.v = STAGE_PUBLISHED;
	if (d->code && d->e != &link_entity)
		record_row(d->record)->code = d->code->code;
}

/* Reads and checks; true when it may be saved. */
static bool row_check(struct import *im, struct doing *d,
		      const struct import_place *place)
{
	width_check(im, d);
	record_find(im, d, place);
	if (problems_of(im)->n)
		return false;
	cells_read(im, d);
	refs_resolve(im, d);
	if (d->waits && !im->ring && !problems_of(im)->n)
		return false;
	validate(im, d);
	return !problems_of(im)->n;
}

static void fate_find(struct import *im, struct doing *d,
		      struct import_row *row)
{
	struct difference *list;

	row->differences_n = record_differences(d->e, &im->row_mem, d->was,
						d->record, &list);
	row->differences = list;
	row->fate = !d->was ? IMPORT_NEW : row->differences_n || d->waits
		  ? IMPORT_CHANGED : IMPORT_SAME;
	if (row->fate != IMPORT_SAME && is_kept(im, d))
		row->fate = IMPORT_KEPT;
}

bool import_row_do(struct import *im, const struct import_place *place,
		   struct import_places *again)
{
	struct doing d = { .sheet = place->sheet, .e = place->sheet->entity };
	struct import_row row = {
		.file = d.sheet->name, .entity = d.e, .code = STR(""),
	};
	bool fine;

	d.again = place->id != 0;
	arena_reset(&im->row_mem);
	problems_init(problems_of(im), &im->row_mem);
	csv_seek(&d.sheet->csv, place->at, place->row);
	if (!csv_next(&d.sheet->csv, &im->row_mem))
		return true;
	row.row = problems_of(im)->row = d.sheet->csv.row;
	fine = row_check(im, &d, place);
	if (!fine && !problems_of(im)->n)
		return false;
	row.code = name_of(im, &d);
	if (fine)
		fate_find(im, &d, &row);
	else
		row.fate = IMPORT_REFUSED;
	if (d.code && (!fine || d.blocked) && d.code->where == CODE_COMING)
		d.code->where = CODE_REFUSED;
	else if (fine && !d.blocked && row.fate != IMPORT_SAME &&
		 row.fate != IMPORT_KEPT)
		save(im, &d);
	if (place->id) {
		/* Told before; only a problem is news. */
		if (fine)
			return true;
		im->out->n[place->told]--;
	} else if (fine && d.waits && !d.blocked &&
		   row.fate != IMPORT_KEPT) {
		struct import_place once_more = *place;

		once_more.id = record_row(d.record)->id;
		once_more.told = row.fate;
		import_place_add(im, again, once_more);
	}
	im->out->n[row.fate]++;
	import_tell(im, &row);
	return true;
}

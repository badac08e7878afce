/* svc_import_plan.c - headers, and which codes are coming */

#include "service/svc_import_parts.h"

#include "base/utf8.h"
#include "lang/fold.h"
#include "store/repo_page.h"

enum { NEAR = 3, NAME_MAX_BYTES = 60, PLANNED_MAX = 50 };

struct import_code *import_code_put(struct import *im, struct str code)
{
	size_t at = (size_t)(str_hash(code) % IMPORT_BUCKETS);
	struct import_code *c = im->codes[at];

	while (c && !str_eq(c->code, code))
		c = c->next;
	if (c)
		return c;
	c = arena_alloc(&im->mem, sizeof(*c));
	c->code = arena_str(&im->mem, code);
	c->next = im->codes[at];
	im->codes[at] = c;
	return c;
}

static void code_found(struct import_code *c, const struct anyref *at)
{
	c->asked = true;
	if (!at->entity)
		return;
	c->where = CODE_THERE;
	c->entity = at->entity;
	c->id = at->to.id;
}

struct import_code *import_code_of(struct import *im, struct str code)
{
	struct import_code *c = import_code_put(im, code);
	struct anyref found;

	if (c->asked)
		return c;
	repo_page_codes(im->ctx.db, &c->code, 1, &found);
	code_found(c, &found);
	return c;
}

void import_place_add(struct import *im, struct import_places *to,
		      struct import_place place)
{
	if (to->n == to->room) {
		struct import_place *more;

		to->room = to->room ? to->room * 2 : 1024;
		more = arena_array(&im->mem, to->room, sizeof(*more));
		for (size_t i = 0; i < to->n; i++)
			more[i] = to->list[i];
		to->list = more;
	}
	to->list[to->n++] = place;
}

bool svc_row_field_hidden(const struct entity *e, const struct field *f)
{
	return entity_field(e, str_of(f->name)) != f;
}

/* "stage", or "row.reason" where the entity has a reason of its own. */
static const struct field *field_named(const struct entity *e,
				       struct str name)
{
	struct str prefix = STR("row.");

	if (!str_starts(name, prefix))
		return entity_field(e, name);
	name = str_cut(name, prefix.n, name.n);
	for (size_t i = 0; i < row_fields_n; i++)
		if (str_is(name, row_fields[i].name))
			return &row_fields[i];
	return NULL;
}

/* What may stand beside the words of a language. */
static const struct {
	const char *name;
	enum import_part part;
} besides[] = {
	{ "", PART_BODY },
	{ ":origin", PART_ORIGIN },
	{ ":state", PART_STATE },
	{ ":made_from", PART_MADE_FROM },
};

static bool beside_find(struct str name, enum import_part *out)
{
	for (size_t i = 1; i < COUNT(besides); i++)
		if (str_is(name, besides[i].name + 1)) {
			*out = besides[i].part;
			return true;
		}
	return false;
}

static bool column_read(const struct entity *e, struct str name,
			struct import_column *out)
{
	struct str part, field;

	*out = (struct import_column){ .part = PART_CODE };
	if (str_is(name, "code"))
		return !(e->flags & ENTITY_NO_CODE);
	if (!str_split(&name, ':', &field))
		return false;
	out->field = field_named(e, field);
	if (!out->field)
		return false;
	out->part = PART_VALUE;
	if (out->field->kind != KIND_TEXT &&
	    out->field->kind != KIND_LONGTEXT)
		return !str_split(&name, ':', &part);
	if (!str_split(&name, ':', &part) || !lang_find(part, &out->lang))
		return false;
	out->part = PART_BODY;
	if (!str_split(&name, ':', &part))
		return true;
	return beside_find(part, &out->part) && !str_split(&name, ':', &part);
}

/* The columns that may be, in their order: code, stage …, the fields. */
static struct str column_name(struct arena *mem, const struct entity *e,
			      size_t no)
{
	if (!(e->flags & ENTITY_NO_CODE) && no-- == 0)
		return STR("code");
	if (no < row_fields_n)
		return arena_printf(mem, "%s%s",
				    svc_row_field_hidden(e, &row_fields[no])
				    ? "row." : "", row_fields[no].name);
	no -= row_fields_n;
	for (size_t i = 0; i < e->fields_n; i++) {
		const struct field *f = &e->fields[i];
		bool text = f->kind == KIND_TEXT || f->kind == KIND_LONGTEXT;

		if (!text && no-- == 0)
			return str_of(f->name);
		for (size_t k = 0; text && k < LANG_N * COUNT(besides); k++)
			if (no-- == 0)
				return arena_printf(mem, "%s:%s%s", f->name,
					lang_row((enum lang)(k /
						COUNT(besides)))->tag,
					besides[k % COUNT(besides)].name);
	}
	return STR("");
}

static size_t smallest(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

/* Levenshtein's distance in bytes; names are short. */
static size_t distance(struct str a, struct str b)
{
	size_t row[NAME_MAX_BYTES + 1];

	if (a.n > NAME_MAX_BYTES || b.n > NAME_MAX_BYTES)
		return SIZE_MAX;
	for (size_t k = 0; k <= b.n; k++)
		row[k] = k;
	for (size_t i = 1; i <= a.n; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t k = 1; k <= b.n; k++) {
			size_t above = row[k];

			row[k] = smallest(above + 1, row[k - 1] + 1, corner +
					  (a.p[i - 1] != b.p[k - 1]));
			corner = above;
		}
	}
	return row[b.n];
}

/* The known name that was probably meant, or else all of them. */
static struct str names_near(struct arena *mem, const struct entity *e,
			     struct str name)
{
	struct str best = STR(""), all = STR(""), known;
	size_t least = NEAR + 1;

	for (size_t no = 0; (known = column_name(mem, e, no)).n; no++) {
		size_t far = distance(name, known);
		struct str head = known;

		if (far < least) {
			least = far;
			best = known;
		}
		/* "title" without a language is the likeliest mistake. */
		head.n = str_find_char(known, ':');
		if (head.n < known.n && str_eq(head, name) && least) {
			least = 0;
			best = known;
		}
		if (str_find(known, STR(":origin")) == known.n &&
		    str_find(known, STR(":state")) == known.n &&
		    str_find(known, STR(":made_from")) == known.n)
			all = arena_printf(mem, "%.*s%s%.*s", STR_ARG(all),
					   all.n ? ", " : "",
					   STR_ARG(known));
	}
	return best.n ? best : all;
}

/* The usual place of a column: code first, fields in order of the table,
 * whatever their languages. 0: this one has none. */
static size_t usual_place(const struct entity *e,
			  const struct import_column *c)
{
	if (c->part == PART_CODE)
		return 1;
	for (size_t i = 0; i < e->fields_n; i++)
		if (c->field == &e->fields[i])
			return i + 2;
	return 0;
}

/* Columns are found by name wherever they stand; the first that is not in
 * its usual place is named all the same, as a note. */
static void moved_note(struct import *im, const struct import_sheet *s)
{
	const struct entity *e = s->entity;
	struct import_row row = {
		.file = s->name, .entity = e, .row = 1,
		.fate = IMPORT_SAME, .code = STR(""),
	};

	for (size_t i = 0; i < s->columns_n; i++) {
		size_t least = i;

		if (!usual_place(e, &s->columns[i]))
			continue;
		for (size_t k = i + 1; k < s->columns_n; k++) {
			size_t place = usual_place(e, &s->columns[k]);

			if (place && place < usual_place(e,
						&s->columns[least]))
				least = k;
		}
		if (least == i)
			continue;
		import_fault(im, import_at(i + 1, ""), "moved_column",
			     s->csv.cells[i], s->csv.cells[least]);
		import_tell(im, &row);
		return;
	}
}

static bool is_twice(const struct import_sheet *s, size_t at)
{
	const struct import_column *c = &s->columns[at];

	for (size_t i = 0; i < at; i++)
		if (s->columns[i].part == c->part &&
		    s->columns[i].field == c->field &&
		    s->columns[i].lang == c->lang)
			return true;
	return false;
}

void import_csv_fault(struct import *im, const struct csv_in *csv)
{
	import_fault(im, import_at(csv->cells_n + 1, ""),
		     csv_fault_key(csv->fault), STR(""),
		     csv_fault_limit(&im->row_mem, csv->fault));
}

bool import_header(struct import *im, struct import_sheet *s)
{
	const struct entity *e = s->entity;
	size_t known = 0, n;

	if (!csv_next(&s->csv, &im->mem)) {
		if (s->csv.fault)
			import_csv_fault(im, &s->csv);
		else
			import_fault(im, import_at(0, ""), "empty_file",
				     STR(""), STR(""));
		import_file_refuse(im, s->name, e, 0);
		return false;
	}
	n = s->csv.cells_n;
	/* Spreadsheets leave empty columns behind what was deleted. */
	while (n && !str_trim(s->csv.cells[n - 1]).n)
		n--;
	s->columns_n = s->code_at = n;
	s->columns = arena_array(&im->mem, n, sizeof(*s->columns));
	for (size_t i = 0; i < n; i++) {
		struct str name = str_trim(s->csv.cells[i]);

		if (!column_read(e, name, &s->columns[i])) {
			import_fault(im, import_at(i + 1, ""), "unknown_column",
				     name, names_near(&im->row_mem, e, name));
			continue;
		}
		known++;
		if (is_twice(s, i))
			import_fault(im, import_at(i + 1, ""),
				     "duplicate_column", name, STR(""));
		if (s->columns[i].part == PART_CODE)
			s->code_at = i;
	}
	if (!known) {
		problems_init(&im->ctx.problems, &im->row_mem);
		import_fault(im, import_at(0, ""), "no_columns",
			     s->csv.cells[0],
			     names_near(&im->row_mem, e, STR("?")));
	}
	if (im->ctx.problems.n) {
		import_file_refuse(im, s->name, e, 1);
		return false;
	}
	moved_note(im, s);
	return true;
}

static bool has_column(const struct import_sheet *s, const struct field *f)
{
	for (size_t i = 0; i < s->columns_n; i++)
		if (s->columns[i].field == f &&
		    (s->columns[i].part == PART_VALUE ||
		     s->columns[i].part == PART_BODY))
			return true;
	return false;
}

/* Named once for the file, not once for each row. */
static bool required_there(struct import *im, const struct import_sheet *s)
{
	const struct entity *e = s->entity;

	if ((e->flags & ENTITY_SOURCED_CODE) && s->code_at == s->columns_n)
		import_fault(im, import_at(0, "code"), "missing_column",
			     STR(""), STR("code"));
	for (size_t i = 0; i < e->fields_n; i++) {
		const struct field *f = &e->fields[i];
		bool text = f->kind == KIND_TEXT || f->kind == KIND_LONGTEXT;

		if ((f->flags & REQUIRED) && !has_column(s, f))
			import_fault(
				im, import_at(0, f->name), "missing_column",
				STR(""),
				arena_printf(&im->row_mem, "%s%s%s", f->name,
					     text ? ":" : "",
					     text ? lang_row(im->ctx.lang)->tag
						  : ""));
	}
	return !im->ctx.problems.n;
}

/* Codes of rows, until there are enough to ask where they lead. */
struct planned {
	struct import_code *codes[PLANNED_MAX];
	int64_t rows[PLANNED_MAX];
	size_t n;
};

static void planned_end(struct import *im, struct import_sheet *s,
			struct planned *p)
{
	struct import_code *unasked[PLANNED_MAX];
	struct anyref found[PLANNED_MAX];
	struct str codes[PLANNED_MAX] = { { 0 } };
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		if (!p->codes[i]->asked) {
			codes[n] = p->codes[i]->code;
			unasked[n++] = p->codes[i];
		}
	repo_page_codes(im->ctx.db, codes, n, found);
	for (size_t i = 0; i < n; i++)
		code_found(unasked[i], &found[i]);
	for (size_t i = 0; i < p->n; i++) {
		struct import_code *c = p->codes[i];

		if (!c->sheet) {
			c->sheet = s;
			c->row = p->rows[i];
		}
		s->there += c->where == CODE_THERE;
		if (c->where == CODE_NOWHERE) {
			c->where = CODE_COMING;
			c->entity = s->entity;
			s->brings_new = true;
		}
	}
	p->n = 0;
}

static void code_plan(struct import *im, struct import_sheet *s,
		      struct planned *p, struct str code)
{
	code = fold_code(&im->row_mem, code);
	if (!code.n || !svc_code_well_formed(code)) {
		s->brings_new |= !code.n;
		return;
	}
	p->codes[p->n] = import_code_put(im, code);
	p->rows[p->n++] = s->csv.row;
	if (p->n == PLANNED_MAX)
		planned_end(im, s, p);
}

/* None of its rows will come: nobody waits for them. */
static void rows_drop(struct import *im, const struct import_sheet *s,
		      size_t first)
{
	im->work.n = first;
	for (size_t i = 0; i < IMPORT_BUCKETS; i++)
		for (struct import_code *c = im->codes[i]; c; c = c->next)
			if (c->sheet == s && c->where == CODE_COMING)
				c->where = CODE_REFUSED;
}

void import_rows_plan(struct import *im, struct import_sheet *s)
{
	size_t first = im->work.n;
	struct import_place place = { .sheet = s };
	struct planned planned = { .n = 0 };

	for (;;) {
		place.at = s->csv.at;
		place.row = s->csv.row + 1;
		if (!csv_next(&s->csv, &im->row_mem))
			break;
		/* Blank rows before it were passed over. */
		import_place_add(im, &im->work, place);
		if (s->code_at < s->csv.cells_n && s->code_at < s->columns_n)
			code_plan(im, s, &planned,
				  str_trim(s->csv.cells[s->code_at]));
		else if (s->code_at == s->columns_n)
			s->brings_new = true;
		s->there += (s->entity->flags & ENTITY_NO_CODE) != 0;
		arena_reset(&im->row_mem);
	}
	planned_end(im, s, &planned);
	problems_init(&im->ctx.problems, &im->row_mem);
	if (s->csv.fault) {
		import_csv_fault(im, &s->csv);
		import_file_refuse(im, s->name, s->entity, s->csv.row);
		rows_drop(im, s, first);
	} else if (s->brings_new && !required_there(im, s)) {
		import_file_refuse(im, s->name, s->entity, 1);
		rows_drop(im, s, first);
	}
}

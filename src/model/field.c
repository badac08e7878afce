/* field.c - reading, printing and comparing one member */

#include "model/field.h"

#include <assert.h>

#include "base/log.h"
#include "base/url.h"
#include "base/utf8.h"
#include "lang/fold.h"
#include "lang/icu.h"
#include "lang/number.h"

static const struct choice_row yesno_rows[] = {
	{ 1, "no" },
	{ 2, "yes" },
};
static const struct choices yesno_choices = {
	yesno_rows, COUNT(yesno_rows)
};

void *field_of(const struct field *f, void *record)
{
	return (char *)record + f->at;
}

const void *field_in(const struct field *f, const void *record)
{
	return (const char *)record + f->at;
}

struct text *field_text(const struct field *f, void *record)
{
	if (f->kind == KIND_LONGTEXT)
		return &((struct longtext *)field_of(f, record))->text;
	return f->kind == KIND_TEXT ? field_of(f, record) : NULL;
}

const struct text *field_text_in(const struct field *f, const void *record)
{
	if (f->kind == KIND_LONGTEXT)
		return &((const struct longtext *)
			 field_in(f, record))->text;
	return f->kind == KIND_TEXT ? field_in(f, record) : NULL;
}

/* A ref counts as given when it is resolved or at least named. */
static bool ref_empty(const struct ref *r)
{
	return r->id == 0 && r->code.n == 0;
}

bool field_empty(const struct field *f, const void *record)
{
	const void *m = field_in(f, record);

	switch (f->kind) {
	case KIND_TEXT:
	case KIND_LONGTEXT:
		return text_empty(field_text_in(f, record));
	case KIND_LINE:
		return ((const struct line *)m)->s.n == 0;
	case KIND_URL:
		return ((const struct url *)m)->s.n == 0;
	case KIND_DATE:
		return !date_is_set(*(const struct date *)m);
	case KIND_INSTANT:
		return ((const struct instant *)m)->ms == 0;
	case KIND_COUNT:
		return !((const struct count *)m)->set;
	case KIND_YESNO:
		return ((const struct yesno *)m)->v == 0;
	case KIND_CHOICE:
		return ((const struct choice *)m)->v == 0;
	case KIND_REF:
		return ref_empty(m);
	case KIND_ANYREF:
		return ref_empty(&((const struct anyref *)m)->to);
	case KIND_N:
		break;
	}
	BUG("a field of no kind");
}

static bool text_eq(const struct text *a, const struct text *b)
{
	for (enum lang l = 0; l < LANG_N; l++)
		if (!text_body_eq(&a->in[l], &b->in[l]))
			return false;
	return true;
}

bool field_eq(const struct field *f, const void *a, const void *b)
{
	const void *x = field_in(f, a), *y = field_in(f, b);

	switch (f->kind) {
	case KIND_TEXT:
	case KIND_LONGTEXT:
		return text_eq(field_text_in(f, a), field_text_in(f, b));
	case KIND_LINE:
		return str_eq(((const struct line *)x)->s,
			      ((const struct line *)y)->s);
	case KIND_URL:
		return str_eq(((const struct url *)x)->s,
			      ((const struct url *)y)->s);
	case KIND_DATE:
		return date_eq(*(const struct date *)x,
			       *(const struct date *)y);
	case KIND_INSTANT:
		return ((const struct instant *)x)->ms ==
		       ((const struct instant *)y)->ms;
	case KIND_COUNT: {
		const struct count *m = x, *n = y;

		return m->set == n->set && m->n == n->n;
	}
	case KIND_YESNO:
		return ((const struct yesno *)x)->v ==
		       ((const struct yesno *)y)->v;
	case KIND_CHOICE:
		return ((const struct choice *)x)->v ==
		       ((const struct choice *)y)->v;
	case KIND_REF:
		return ((const struct ref *)x)->id ==
		       ((const struct ref *)y)->id;
	case KIND_ANYREF: {
		const struct anyref *m = x, *n = y;

		return m->to.id == n->to.id &&
		       (m->to.id == 0 || m->entity == n->entity);
	}
	case KIND_N:
		break;
	}
	BUG("a field of no kind");
}

const char *choice_name(const struct choices *c, struct choice v)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->rows[i].v == v.v)
			return c->rows[i].name;
	return "";
}

bool choice_find(const struct choices *c, struct str name,
		 struct choice *out)
{
	for (size_t i = 0; i < c->n; i++) {
		if (str_is(name, c->rows[i].name)) {
			out->v = c->rows[i].v;
			return true;
		}
	}
	return false;
}

/* The names of a closed list, for "what would be right". */
static struct str choice_list(struct arena *mem, const struct choices *c)
{
	struct str s = STR("");

	for (size_t i = 0; i < c->n; i++)
		s = arena_printf(mem, "%.*s%s%s", STR_ARG(s),
				 i ? ", " : "", c->rows[i].name);
	return s;
}

static struct str max_list(struct arena *mem, int max)
{
	return arena_printf(mem, "%d", max);
}

/*
 * Words as they are stored: NFC, without bidirectional controls that could
 * turn the rest of a page around, at most max characters. Line ends only
 * where the text is long. Returns false after a problem.
 */
static bool words_read(const struct field *f, struct arena *mem,
		       struct str typed, struct str *out,
		       struct problems *ps)
{
	bool clean = true;
	size_t at = 0, kept = 0;
	char *p;

	if (utf8_check(typed) != typed.n) {
		problem_add(ps, f->name, "bad_utf8");
		return false;
	}
	typed = str_trim(typed);
	p = arena_alloc(mem, typed.n + 1);
	while (at < typed.n) {
		size_t from = at;
		uint32_t c = utf8_next(typed, &at);
		bool line_end = c == '\n' || c == '\r' || c == '\t';

		if (line_end && f->kind != KIND_LONGTEXT) {
			p[kept++] = ' ';
			continue;
		}
		if (c == '\r' || (c >= 0x202a && c <= 0x202e))
			continue;
		if (utf8_is_control(c) && !utf8_is_bidi(c) && !line_end)
			clean = false;
		for (; from < at; from++)
			p[kept++] = typed.p[from];
	}
	if (!clean) {
		problem_add(ps, f->name, "control_character");
		return false;
	}
	*out = normalise_nfc(mem, (struct str){ p, kept });
	if (f->max && utf8_count(*out) > (size_t)f->max) {
		problem_add_value(ps, f->name, "too_long", *out,
				  max_list(mem, f->max));
		return false;
	}
	return true;
}

static void date_field_read(const struct field *f, struct str typed,
			    struct date *out, struct problems *ps)
{
	static const char *const keys[] = {
		[DATE_UNREADABLE] = "not_a_date",
		[DATE_NO_SUCH_DAY] = "no_such_day",
		[DATE_AMBIGUOUS] = "ambiguous_date",
		[DATE_OUT_OF_RANGE] = "date_out_of_range",
	};
	struct date d = { 0 };
	enum date_fault fault = date_read(typed, &d);

	if (fault == DATE_FINE)
		*out = d;
	else
		problem_add_value(ps, f->name, keys[fault], typed,
				  STR("2022-05-10"));
}

static void choice_field_read(const struct field *f, struct arena *mem,
			      const struct choices *c, struct str typed,
			      struct problems *ps, uint8_t *out)
{
	struct choice v = { 0 };

	if (typed.n && !choice_find(c, typed, &v)) {
		problem_add_value(ps, f->name, "not_a_choice", typed,
				  choice_list(mem, c));
		return;
	}
	*out = v.v;
}

static void count_field_read(const struct field *f, struct str typed,
			     struct count *out, struct problems *ps)
{
	int64_t n = 0;

	if (number_read(typed, &n) && n >= 0)
		*out = (struct count){ .n = n, .set = true };
	else if (typed.n)
		problem_add_value(ps, f->name, "not_a_number", typed,
				  STR("12"));
}

static void instant_field_read(const struct field *f, struct str typed,
			       struct instant *out, struct problems *ps)
{
	if (typed.n && !instant_from_iso(typed, out))
		problem_add_value(ps, f->name, "not_a_date", typed,
				  STR("2022-05-10T09:30:00Z"));
}

void field_read(const struct field *f, struct arena *mem, struct str typed,
		void *record, struct problems *ps)
{
	void *m = field_of(f, record);
	struct str s = STR("");

	if (!words_read(f, mem, typed, &s, ps))
		return;
	switch (f->kind) {
	case KIND_LINE:
		((struct line *)m)->s = s;
		return;
	case KIND_URL:
		((struct url *)m)->s = STR("");
		if (s.n && !url_outside(s).n)
			problem_add_value(ps, f->name, "not_an_address", s,
					  STR("https://…"));
		else
			((struct url *)m)->s = s;
		return;
	case KIND_DATE:
		*(struct date *)m = (struct date){ 0 };
		date_field_read(f, s, m, ps);
		return;
	case KIND_INSTANT:
		*(struct instant *)m = (struct instant){ 0 };
		instant_field_read(f, s, m, ps);
		return;
	case KIND_COUNT:
		*(struct count *)m = (struct count){ 0 };
		count_field_read(f, s, m, ps);
		return;
	case KIND_YESNO:
		((struct yesno *)m)->v = 0;
		choice_field_read(f, mem, &yesno_choices, s, ps,
				  &((struct yesno *)m)->v);
		return;
	case KIND_CHOICE:
		((struct choice *)m)->v = 0;
		choice_field_read(f, mem, f->choices, s, ps,
				  &((struct choice *)m)->v);
		return;
	case KIND_REF:
		*(struct ref *)m = (struct ref){ .code = fold_code(mem, s) };
		return;
	case KIND_ANYREF:
		*(struct anyref *)m = (struct anyref){
			.to = { .code = fold_code(mem, s) },
		};
		return;
	case KIND_TEXT:
	case KIND_LONGTEXT:
	case KIND_N:
		break;
	}
	BUG("a text is read one language at a time");
}

void field_read_text(const struct field *f, struct arena *mem, enum lang l,
		     struct str typed, void *record, struct problems *ps)
{
	struct text_body *b = &field_text(f, record)->in[l];
	struct str s = STR("");

	if (words_read(f, mem, typed, &s, ps))
		b->body = s;
}

void field_print(const struct field *f, const void *record, struct buf *out)
{
	const void *m = field_in(f, record);
	char iso[32];

	switch (f->kind) {
	case KIND_LINE:
		buf_add(out, ((const struct line *)m)->s);
		return;
	case KIND_URL:
		buf_add(out, ((const struct url *)m)->s);
		return;
	case KIND_DATE:
		buf_add(out, date_iso(*(const struct date *)m, iso));
		return;
	case KIND_INSTANT:
		if (((const struct instant *)m)->ms)
			buf_add(out, instant_iso(*(const struct instant *)m,
						 iso));
		return;
	case KIND_COUNT:
		if (((const struct count *)m)->set)
			buf_add_int(out, ((const struct count *)m)->n);
		return;
	case KIND_YESNO:
		buf_add_cstr(out, choice_name(&yesno_choices, (struct choice){
				((const struct yesno *)m)->v }));
		return;
	case KIND_CHOICE:
		buf_add_cstr(out, choice_name(f->choices,
					      *(const struct choice *)m));
		return;
	case KIND_REF:
		buf_add(out, ((const struct ref *)m)->code);
		return;
	case KIND_ANYREF:
		buf_add(out, ((const struct anyref *)m)->to.code);
		return;
	case KIND_TEXT:
	case KIND_LONGTEXT:
	case KIND_N:
		break;
	}
	BUG("a text is printed one language at a time");
}

struct str field_printed(const struct field *f, struct arena *mem,
			 const void *record)
{
	struct buf b;
	struct str s;

	buf_init(&b);
	field_print(f, record, &b);
	s = arena_str(mem, buf_str(&b));
	buf_release(&b);
	return s;
}

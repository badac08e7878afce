/* cmd_write.c - add, set, link, unlink, withdraw, undo */

#include "app/cmd.h"

#include "service/svc_import.h"
#include "service/svc_record.h"

/* "title:ar=…" and "due_on=…" into a record; false after a problem. */
static void value_take(struct cli *c, const struct entity *e, struct str word,
		       void *record)
{
	struct problems *ps = &c->ctx.problems;
	size_t eq = str_find_char(word, '=');
	struct str name = str_cut(word, 0, eq);
	struct str value = str_cut(word, eq + 1, word.n);
	size_t colon = str_find_char(name, ':');
	const struct field *f = entity_field(e, str_cut(name, 0, colon));
	enum lang l = c->ctx.lang;

	if (str_is(name, "code")) {
		record_row(record)->code = str_trim(value);
	} else if (!f || eq == word.n ||
		   (colon < name.n &&
		    !lang_find(str_cut(name, colon + 1, name.n), &l))) {
		problem_add_value(ps, "", "unknown_column", name,
				  STR("mithaq describe"));
	} else if (field_text(f, record)) {
		field_read_text(f, &c->mem, l, value, record, ps);
		/* Who changes words by hand has read them; those of a new
		 * record are a draft until it is published. */
		if (record_row(record)->id)
			field_text(f, record)->in[l].state = TEXT_CHECKED;
	} else {
		field_read(f, &c->mem, value, record, ps);
	}
}

static int saved(struct cli *c, enum err err, const struct row *row)
{
	if (err)
		return cli_fail(c, err);
	buf_addf(&c->out, "%.*s %lld\n", STR_ARG(row->code),
		 (long long)row->version);
	return 0;
}

int cmd_add(struct cli *c)
{
	const struct entity *e;
	void *record;

	e = entity_by_name(c->args[0]);
	if (!e)
		return cli_wrong(c, "no_such_entity", c->args[0]);
	record = record_new(e, &c->mem);
	for (size_t i = 1; i < c->args_n; i++)
		value_take(c, e, c->args[i], record);
	return saved(c, svc_save(&c->ctx, e, record, NULL),
		     record_row(record));
}

int cmd_set(struct cli *c)
{
	const struct entity *e;
	void *was, *record;
	enum err err;

	err = svc_load(&c->ctx, NULL, c->args[0], &e, &was);
	if (err)
		return cli_fail_at(c, err, c->args[0]);
	record = record_copy(e, &c->mem, was);
	for (size_t i = 1; i < c->args_n; i++)
		value_take(c, e, c->args[i], record);
	return saved(c, svc_save(&c->ctx, e, record, was),
		     record_row(record));
}

static struct link_ask link_words(struct cli *c)
{
	return (struct link_ask){
		.from = c->args[0], .kind = c->args[1], .to = c->args[2],
		.note = cli_option(c, "note"),
		.provenance = cli_option(c, "provenance"),
		.document = cli_option(c, "document"),
	};
}

int cmd_link(struct cli *c)
{
	struct link_ask ask = link_words(c);
	int64_t id;
	enum err err;

	err = svc_link(&c->ctx, &ask, &id);
	return err ? cli_fail(c, err) : 0;
}

int cmd_unlink(struct cli *c)
{
	struct link_ask ask = link_words(c);
	enum err err;

	err = svc_unlink_by(&c->ctx, &ask);
	return err ? cli_fail(c, err) : 0;
}

int cmd_withdraw(struct cli *c)
{
	const struct entity *e;
	void *record;
	enum err err;

	err = svc_load(&c->ctx, NULL, c->args[0], &e, &record);
	if (err == ERR_OK)
		err = svc_withdraw(&c->ctx, e, c->args[0],
				   record_row(record)->version,
				   cli_option(c, "reason"));
	return err ? cli_fail_at(c, err, c->args[0]) : 0;
}

int cmd_undo(struct cli *c)
{
	const struct entity *e;
	void *record;
	enum err err;

	if (cli_flag(c, "import")) {
		struct import_undone undone = { 0 };

		err = svc_import_undo(&c->ctx, cli_number(c, "import", 0),
				      &undone);
		for (size_t i = 0; i < undone.conflicts_n; i++)
			buf_addf(&c->out, "%.*s\n",
				 STR_ARG(undone.conflicts[i]));
		return err ? cli_fail_at(c, err, cli_option(c, "import")) : 0;
	}
	if (c->args_n == 0)
		return cli_misused(c);
	err = svc_load(&c->ctx, NULL, c->args[0], &e, &record);
	if (err == ERR_OK)
		err = svc_undo(&c->ctx, e, c->args[0],
			       record_row(record)->version);
	return err ? cli_fail_at(c, err, c->args[0]) : 0;
}

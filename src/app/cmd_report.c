/* cmd_report.c - chain, gaps, report */

#include "app/cmd.h"

#include "app/ask.h"
#include "domain/link.h"
#include "lang/words.h"
#include "report/doc.h"
#include "service/svc_chain.h"
#include "service/svc_gaps.h"
#include "service/svc_record.h"
#include "service/svc_release.h"

enum { GAP_ROWS = 50 };

static void chain_line(struct cli *c, const struct chain_node *n)
{
	for (size_t i = 0; i < n->depth; i++)
		buf_add_cstr(&c->out, "  ");
	if (n->gap) {
		buf_addf(&c->out, "○ %s\n", word(c->ctx.lang, n->gap));
		return;
	}
	buf_addf(&c->out, "%s %s: %.*s %.*s", n->self ? "●" : "•",
		 word(c->ctx.lang, n->entity->name), STR_ARG(n->code),
		 STR_ARG(n->title));
	if (date_is_set(n->on)) {
		buf_add_cstr(&c->out, " · ");
		date_words(&c->out, c->ctx.lang, n->on);
	}
	if (n->provenance.v == LINK_PROVENANCE_INFERRED)
		buf_addf(&c->out, " [%s]",
			 word(c->ctx.lang, "ui.mark.inferred"));
	if (n->draft)
		buf_addf(&c->out, " [%s]",
			 word(c->ctx.lang, "row.stage.draft"));
	buf_add_char(&c->out, '\n');
}

int cmd_chain(struct cli *c)
{
	const struct entity *e;
	struct chain chain;
	void *record;
	enum err err;

	err = svc_load(&c->ctx, NULL, c->args[0], &e, &record);
	if (err == ERR_OK && cli_format(c) == CLI_JSON)
		return ask_print(c, url_record(&c->mem,
				lang_row(c->ctx.lang)->tag, e->path,
				record_row(record)->code, "chain"));
	if (err == ERR_OK)
		err = svc_chain(&c->ctx, e, record_row(record)->id, &chain);
	if (err)
		return cli_fail_at(c, err, c->args[0]);
	for (size_t i = 0; i < chain.n; i++)
		chain_line(c, &chain.nodes[i]);
	return 0;
}

static int gap_counts(struct cli *c)
{
	struct table *t = table_new(&c->mem, 3);
	struct gap_count *list;
	size_t n;
	enum err err = svc_gap_counts(&c->ctx, &list, &n);

	if (err)
		return cli_fail(c, err);
	for (size_t i = 0; i < n; i++) {
		struct str key = arena_printf(&c->mem, "gap.%s",
					      list[i].kind->name);

		table_cell(t, arena_printf(&c->mem, "%lld",
					   (long long)list[i].n));
		table_cell(t, str_of(list[i].kind->name));
		table_cell(t, str_of(word(c->ctx.lang, key.p)));
	}
	table_print(t, &c->out);
	return 0;
}

int cmd_gaps(struct cli *c)
{
	struct table *t = table_new(&c->mem, 2);
	const struct gap_kind *kind;
	struct list_page page;
	enum err err;

	if (c->args_n == 0 && cli_format(c) != CLI_TABLE)
		return ask_print(c, url_page(&c->mem,
			lang_row(c->ctx.lang)->tag, "gaps", NULL));
	if (c->args_n == 0)
		return gap_counts(c);
	kind = gap_kind_find(c->args[0]);
	if (!kind)
		return cli_wrong(c, "no_such_gap", c->args[0]);
	if (cli_format(c) != CLI_TABLE)
		return ask_print(c, url_page(&c->mem,
			lang_row(c->ctx.lang)->tag, "gaps", kind->name));
	err = svc_gap_list(&c->ctx, kind, STR(""),
			   (int)cli_number(c, "limit", GAP_ROWS), &page);
	if (err)
		return cli_fail(c, err);
	for (size_t i = 0; i < page.n; i++) {
		table_cell(t, record_row(page.records[i])->code);
		table_cell(t, record_row(page.records[i])->heading);
	}
	table_print(t, &c->out);
	return 0;
}

int cmd_report(struct cli *c)
{
	struct doc *doc;
	enum err err;

	if (!str_is(c->args[0], "press-release"))
		return cli_misused(c);
	err = svc_release(&c->ctx, c->args[1], &doc);
	if (err)
		return cli_fail_at(c, err, c->args[1]);
	if (cli_format(c) == CLI_HTML)
		doc_html(doc, &c->out);
	else
		doc_text(doc, &c->out);
	return 0;
}

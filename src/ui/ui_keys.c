/* ui_keys.c - which keys lead where
 *
 * The script shows the same page as a dialog when "?" is pressed, and offers
 * to switch the keys off, as WCAG 2.1.4 asks. Keys are those of the keyboard's
 * places, so that they work on an Arabic layout too.
 */

#include "lang/words.h"
#include "ui/page.h"
#include "ui/ui_special.h"

/* The letters are also in assets/mithaq.js. */
static const struct {
	const char *key;
	const char *then;
	const char *words;
} keys[] = {
	{ "?", NULL, "keys.show" },
	{ "/", NULL, "keys.find" },
	{ "G", "H", "ui.nav.home" },
	{ "G", "P", "pledge.many" },
	{ "G", "L", "plan.many" },
	{ "G", "B", "body.many" },
	{ "G", "E", "event.many" },
	{ "G", "G", "ui.nav.gaps" },
	{ "G", "R", "ui.nav.report_back" },
	{ "Tab", NULL, "keys.next" },
	{ "Enter", NULL, "keys.follow" },
	{ "Esc", NULL, "keys.close" },
};

enum err ui_keys(struct ctx *ctx, const struct request *rq,
		 struct response *rs, const struct match *m)
{
	enum lang l = ctx->lang;
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs,
			  .title = str_of(word(l, "keys.title")) };

	(void)m;
	page_begin(&p);
	html(p.out, "<h1>%s</h1>\n<p>%s</p>\n<table class=\"keys\"><thead><tr>"
	     "<th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>"
	     "<tbody>\n", word(l, "keys.title"), word(l, "keys.intro"),
	     word(l, "keys.key"), word(l, "keys.what"));
	for (size_t i = 0; i < COUNT(keys); i++) {
		html(p.out, "<tr><th scope=\"row\"><kbd>%s</kbd>",
		     keys[i].key);
		if (keys[i].then)
			html(p.out, " %s <kbd>%s</kbd>", word(l, "keys.then"),
			     keys[i].then);
		html(p.out, "</th><td>%s</td></tr>\n",
		     word(l, keys[i].words));
	}
	/* Both are shown by the script, which alone can do what they say. */
	html(p.out, "</tbody></table>\n<p class=\"keys-off\" hidden><label>"
	     "<input type=\"checkbox\" id=\"keys-off\"> %s</label></p>\n"
	     "<form method=\"dialog\" class=\"keys-close\" hidden>"
	     "<button>%s</button></form>\n", word(l, "keys.off"),
	     word(l, "keys.dismiss"));
	page_end(&p);
	return ERR_OK;
}

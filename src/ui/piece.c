/* piece.c - markup made aside, to go into the hole of a pattern */

#include "ui/piece.h"

#include "base/url.h"
#include "ui/view.h"

struct safe piece_made(struct ctx *ctx, struct buf *b)
{
	struct safe made = html_safe(b, 0);

	made.html = arena_str(ctx->mem, made.html);
	buf_release(b);
	return made;
}

struct str piece_plain(struct ctx *ctx, struct buf *b)
{
	struct str s = arena_str(ctx->mem, buf_str(b));

	buf_release(b);
	return s;
}

struct str piece_url(struct ctx *ctx, const char *path, const char *rest)
{
	return url_page(ctx->mem, lang_row(ctx->lang)->tag, path, rest);
}

struct str piece_record_url(struct ctx *ctx, const struct entity *e,
			    struct str code, const char *verb)
{
	if (!e || !e->path || !code.n)
		return STR("");
	return url_record(ctx->mem, lang_row(ctx->lang)->tag, e->path, code,
			  verb);
}

struct safe piece_text(struct ctx *ctx, struct str url, struct str text,
		       enum lang of)
{
	struct buf b;

	buf_init(&b);
	if (url.n)
		html(&b, "<a href=\"%.*s\">", STR_ARG(url));
	view_text(&b, ctx->lang, text, of);
	if (url.n)
		html(&b, "</a>");
	return piece_made(ctx, &b);
}

struct safe piece_count(struct ctx *ctx, struct str url, const char *key,
			int64_t n)
{
	struct buf b;

	buf_init(&b);
	html(&b, "<a href=\"%.*s\">", STR_ARG(url));
	html_word_n(&b, ctx->lang, key, n, NULL, 0);
	html(&b, "</a>");
	return piece_made(ctx, &b);
}

struct safe piece_list(struct ctx *ctx, const struct safe *item, size_t n)
{
	struct safe all = n ? item[0] : (struct safe){ STR("") };

	for (size_t i = 1; i < n; i++) {
		const struct hole holes[] = {
			{ .name = "a", .markup = all },
			{ .name = "b", .markup = item[i] },
		};
		struct buf b;

		buf_init(&b);
		html_word(&b, ctx->lang, n == 2 ? "ui.list.two"
			  : i + 1 < n ? "ui.list.middle" : "ui.list.end",
			  holes, COUNT(holes));
		all = piece_made(ctx, &b);
	}
	return all;
}

struct safe piece_dates(struct ctx *ctx, struct date from, struct date to)
{
	struct buf b;
	char iso[DATE_ISO];

	buf_init(&b);
	if (!date_is_set(to) || date_eq(from, to)) {
		view_date(&b, ctx->lang, from);
		return piece_made(ctx, &b);
	}
	html(&b, "<time datetime=\"%.*s\">",
	     STR_ARG(date_iso(from, iso)));
	date_range_words(&b, ctx->lang, from, to);
	html(&b, "</time>");
	return piece_made(ctx, &b);
}

/*
 * svc_overview.h - what the home page and the report-back sheet tell
 */
#ifndef SERVICE_SVC_OVERVIEW_H
#define SERVICE_SVC_OVERVIEW_H

#include "access/ctx.h"
#include "domain/event.h"
#include "domain/fact.h"
#include "domain/pledge.h"
#include "domain/provision.h"
#include "domain/update.h"
#include "service/svc_gaps.h"
#include "store/queries.h"

/* The last thing known of a pledge: an update, a milestone reached, or
 * nothing beyond its text, or not even a text. */
enum known { KNOWN_TITLE_ONLY, KNOWN_TEXT, KNOWN_MILESTONE, KNOWN_UPDATE };

struct pledge_line {
	const struct pledge *pledge;	/* whole */
	enum known known;
	struct str code;		/* of the update or milestone */
	const struct entity *entity;
	struct str title;
	enum lang title_lang;
	struct date on;
	struct choice answer;		/* enum update_answer of an update */
};

/* An objective of the framework in the picture by round tables. */
struct objective_mark {
	struct str code, number, title;	/* title: the short one if any */
	enum lang title_lang;
	int64_t round_table;		/* 0: none given */
	enum answered answered;		/* by a pledge */
};

struct overview {
	struct str state_name;		/* the short name of its country */
	enum lang state_name_lang;
	/* Events come with title, kind, days, place and standing only. */
	const struct event *forum;	/* the forum pledged at, or NULL */
	const struct event *next_forum;
	const struct event *featured;
	struct pledge_line *pledges;	/* of the forum's cycle, by number */
	size_t pledges_n;
	bool pledges_cut;		/* there are more: the first recorded */
	bool heard_cut;			/* and more was heard than looked at */
	struct event **clock;		/* forums, reviews, adoption by date */
	size_t clock_n;
	struct objective_mark *objectives;
	size_t objectives_n;
	struct gap_count *gaps;
	size_t gaps_n;
};
enum err svc_overview(struct ctx *ctx, struct overview *out);
/* The same without objectives and gaps. */
enum err svc_overview_pledges(struct ctx *ctx, struct overview *out);

#endif

/*
 * ui_special.h - pages that are drawn by hand
 *
 * They arrange what the services tell: every number on them is a link to
 * exactly the rows it counts.
 */
#ifndef UI_UI_SPECIAL_H
#define UI_UI_SPECIAL_H

#include "access/match.h"

page_fn ui_home;		/* GET /ar */
page_fn ui_gaps;		/* GET /gaps: every kind, with its count */
page_fn ui_gap;			/* GET /gaps/{code}: the rows of one kind */
page_fn ui_report_back;		/* GET /report-back: one printable sheet */
page_fn ui_release;		/* GET /events/{code}/release */
page_fn ui_manual;		/* GET /manual: the chapters */
page_fn ui_chapter;		/* GET /manual/{code} */
page_fn ui_translation;		/* GET /translation: what waits for it, counted,
				 * and with ?of= a list of it */
page_fn ui_keys;		/* GET /keys: which keys lead where */
page_fn ui_components;		/* GET /dev/components: each part of a page, in
				 * each of its states */
page_fn ui_chain;		/* GET /pledges/{code}/chain, and others */

#endif

/*
 * ui_record.h - the pages every entity has
 *
 * List, one record, its history, and the forms that add, change, link,
 * withdraw and undo. They are the same for all entities: tables say what a
 * field is, extras.h what one entity shows beyond that.
 */
#ifndef UI_UI_RECORD_H
#define UI_UI_RECORD_H

#include "access/match.h"

page_fn ui_list;		/* GET /pledges */
page_fn ui_bodies;		/* GET /bodies */
page_fn ui_records;		/* GET /records: every kind, with its count */
page_fn ui_show;		/* GET /pledges/IQ22-4, ?at=INSTANT */
page_fn ui_history;		/* GET …/history */
page_fn ui_search;		/* GET /search?q= */

page_fn ui_new;			/* GET, POST /pledges/new */
page_fn ui_edit;		/* GET, POST …/edit */
page_fn ui_link;		/* GET, POST …/link */
page_fn ui_unlink;		/* POST …/unlink */
page_fn ui_withdraw;		/* GET, POST …/withdraw */
page_fn ui_undo;		/* POST …/undo */

#endif

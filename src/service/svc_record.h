/*
 * svc_record.h - the verbs on one record: load, list, save, withdraw, undo
 *
 * A record above the reader's edition is missing for them; further rights
 * come with accounts. A verb collects problems in ctx->problems, works in one
 * transaction of its own (or in the savepoint of a write batch) and writes
 * the log. Reads assume that the caller's request holds a read transaction.
 */
#ifndef SERVICE_SVC_RECORD_H
#define SERVICE_SVC_RECORD_H

#include "access/ctx.h"
#include "store/log_chain.h"
#include "store/repo.h"

/* By code; e may be NULL (any entity) and is then told in *found. */
enum err svc_load(struct ctx *ctx, const struct entity *e, struct str code,
		  const struct entity **found, void **out);
enum err svc_load_at(struct ctx *ctx, const struct entity *e,
		     struct str code, struct instant at, void **out);
enum err svc_list(struct ctx *ctx, struct list_ask *ask,
		  struct list_page *out);

/*
 * Turns codes of refs and anyrefs into ids; unknown codes and wrong entities
 * become problems. Then validates. ERR_PROBLEMS when any.
 */
enum err svc_resolve(struct ctx *ctx, const struct entity *e, void *record,
		     const void *was);
/* Stores a new record or a change; the record holds its new code, version
 * and id afterwards. Where a draft is published, its texts of origin "source"
 * count as checked from then on. ERR_PROBLEMS, ERR_CONFLICT (load again and show both). */
enum err svc_save(struct ctx *ctx, const struct entity *e, void *record,
		  const void *was);
/* Takes a record out of use, with a reason people can read. */
enum err svc_withdraw(struct ctx *ctx, const struct entity *e,
		      struct str code, int64_t version, struct str reason);
/* True when undo withdrew the record: its reason is no words of a person. */
bool svc_was_undone(const struct row *row);
/* Saves the state before the newest version as the next version; a record
 * that has but one version is withdrawn. */
enum err svc_undo(struct ctx *ctx, const struct entity *e, struct str code,
		  int64_t version);

/* A link by kind name and codes. Problems: link_not_allowed, link_exists,
 * self_link, no_such_record. */
struct link_ask {
	struct str kind;
	struct str from, to;
	struct str note;
	struct str provenance;
	struct str document;
};
enum err svc_link(struct ctx *ctx, const struct link_ask *ask,
		  int64_t *link_id);
enum err svc_unlink(struct ctx *ctx, int64_t link_id);
/* By what it joins; ERR_MISSING. */
enum err svc_unlink_by(struct ctx *ctx, const struct link_ask *ask);
/* Puts back a link that was removed, as a new one. ERR_MISSING, also when
 * it did not join the record of that code. */
enum err svc_relink(struct ctx *ctx, const struct entity *e, struct str code,
		    int64_t link_id);

enum err svc_history(struct ctx *ctx, const struct entity *e,
		     struct str code, struct log_entry **out, size_t *n);

/* For the verbs of other files. A verb is one transaction, or a savepoint
 * where ctx is in a write batch; svc_end keeps it when err is ERR_OK. */
enum err svc_begin(struct ctx *ctx);
enum err svc_end(struct ctx *ctx, enum err err);
/* By the actor, now, with a log entry. */
struct save svc_how(const struct ctx *ctx, const char *verb);
/* Letters, digits and - . _ so that a code can stand in an address. */
bool svc_code_well_formed(struct str code);
/* Problem "cycle" when the parent in f leads back to the record. */
void svc_tree_check(struct ctx *ctx, const struct entity *e,
		    const struct field *f, const void *record);

#endif

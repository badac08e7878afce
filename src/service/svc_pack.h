/*
 * svc_pack.h - what a country or a framework brings
 *
 * A pack is a folder of import files with a manifest that names it (key
 * pack), says which packs it needs (needs) and which settings it brings.
 * Those inside the program are found by name. Loading one again changes
 * only what still equals what was loaded.
 */
#ifndef SERVICE_SVC_PACK_H
#define SERVICE_SVC_PACK_H

#include "service/svc_import.h"

/* The pack NAME inside the program and, before it, the packs it needs, each
 * a batch of its own. out sums all of them up. ERR_MISSING: no such pack;
 * ctx->problems says which. */
enum err svc_pack_load(struct ctx *ctx, struct str name,
		       struct import_result *out);
/* The names of the packs inside the program, in order of the alphabet. */
size_t svc_pack_names(struct arena *mem, struct str **out);

#endif

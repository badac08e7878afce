/*
 * settings.h - what an installation is about
 *
 * Set by a pack's manifest or by the operator: whose commitments these are,
 * which framework and forum, whether it is a demonstration. Kept in the
 * table `setting`, read once and again when it changes.
 */
#ifndef STORE_SETTINGS_H
#define STORE_SETTINGS_H

#include "lang/manner.h"
#include "store/db.h"

enum demo { DEMO_NONE, DEMO_SOURCES, DEMO_FICTIONAL };

struct settings {
	struct str state;		/* code of the organisation that pledges */
	struct str country;		/* code of its place */
	struct str framework;		/* code, as GCM */
	struct str forum;		/* event: the forum last pledged at */
	struct str next_forum;		/* event, perhaps far ahead */
	struct str featured_event;	/* event shown on the home page */
	struct str twg;			/* organisation: the national body */
	struct str network;		/* organisation: the UN network there */
	enum demo demo;
	int zone_minutes;		/* east of UTC: 180 for UTC+3 */
	struct manner manner;		/* of writing dates and numbers */
};

/* Reads all; strings live in mem. Empty where nothing is set. */
enum err settings_load(struct db *db, struct arena *mem,
		       struct settings *out);
enum err setting_put(struct db *db, struct str key, struct str value);
bool setting_known(struct str key);
/* Does the value mean something? Where any text does, yes. */
bool setting_fits(struct str key, struct str value);

#endif

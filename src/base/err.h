/*
 * err.h - what can fail through no fault of ours
 *
 * Three ways to be wrong are kept apart: bugs of ours stop the worker (BUG,
 * log.h); mistakes of people become a list of problems (model/problems.h);
 * failures of the world are one of these. One table gives each its HTTP
 * status, its exit code and the key of its words.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

enum err {
	ERR_OK,
	ERR_REQUEST,	/* the request or command itself is malformed */
	ERR_DENIED,	/* this actor may not do that */
	ERR_MISSING,	/* no such page, record or file */
	ERR_METHOD,	/* the page exists, not for this method */
	ERR_CONFLICT,	/* somebody else saved first */
	ERR_TOO_LARGE,	/* more than a limit allows */
	ERR_PROBLEMS,	/* see the list of problems */
	ERR_GONE,	/* withdrawn, or an old form of the record */
	ERR_BUSY,	/* queue full or database locked: try again */
	ERR_AWAY,	/* the database does not answer: try again */
	ERR_READ_ONLY,	/* the database file cannot be written */
	ERR_FULL,	/* no space left */
	ERR_NEWER,	/* the database is newer than this program */
	ERR_CORRUPT,	/* stored data is not what it must be */
	ERR_SYSTEM,	/* the operating system said no */
	ERR_N
};

struct err_row {
	enum err err;
	int status;		/* HTTP */
	int exit;		/* process, after sysexits(3) where one fits */
	const char *name;	/* words key is "err.NAME" */
};

const struct err_row *err_row(enum err e);

#endif

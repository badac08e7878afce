/*
 * release_facts.h - the records a release is written from, and its sentences
 *
 * Private to svc_release.c and release_parts.c. Everything is read once;
 * then each function writes one sentence or leaves it out, when a record
 * that it needs is not there. While a sentence is put together, the codes of
 * the records it uses are noted down (release_cite); release_say() ties them
 * to it.
 */
#ifndef SERVICE_RELEASE_FACTS_H
#define SERVICE_RELEASE_FACTS_H

#include "access/ctx.h"
#include "report/doc.h"
#include "report/phrase.h"
#include "store/event_queries.h"

enum { CITED_MAX = 200, MET_MAX = 60, PLEDGES_CITED = 50 };

struct release {
	struct ctx *ctx;
	struct doc *doc;
	struct doc_node *paragraph;	/* where sentences go; NULL: none yet */

	struct told_events events;
	struct titled country;
	struct told_text *texts;	/* of the event and the forum */
	size_t texts_n;
	struct told_part *parts;	/* of both */
	size_t parts_n;
	struct presence *presences;	/* of both */
	size_t presences_n;
	struct told_item *agenda;
	size_t agenda_n;
	struct told_quote *quotes;
	size_t quotes_n;
	struct told_holding *holdings;
	size_t holdings_n;
	struct told_tie *ties;
	size_t ties_n;

	struct str cited[CITED_MAX];	/* by the sentence at hand */
	size_t cited_n;
	int64_t met[MET_MAX];		/* people named with their seats */
	size_t met_n;
	unsigned marks;			/* of the sentence at hand */
	bool open_list, rendered;	/* a note at the end says so */
};

void release_cite(struct release *r, struct str code);
/* Cites the record and gives its title. */
struct str release_title(struct release *r, const struct titled *t);
/* The text of the event or of the forum; empty when there is none. */
struct str release_text(const struct release *r, int64_t event,
			const char *field);

/* Drops what was noted for a sentence that is not written after all. */
void release_drop(struct release *r);
/* Puts the sentence into the paragraph, beginning one when needed. */
struct doc_node *release_say(struct release *r, struct str text);
/* The same by a pattern: holes are filled, and the first letter is made
 * large where the language has large letters. */
struct doc_node *release_write(struct release *r, const char *key,
			       const struct hole *holes, size_t n);
/* A title that begins a line, as it stands inside one: its first letter made
 * small where the language has small letters. */
struct str release_small(struct arena *mem, struct str s);
/* The other way round. */
struct str release_large(struct arena *mem, struct str s);
void release_paragraph(struct release *r);

/* A person with the seats sources attest, or by name alone when met before.
 * inside: something follows in the same clause. */
struct str release_person(struct release *r, const struct told_person *p,
			  const struct titled *seat,
			  const struct titled *second, bool inside);
enum agreement release_agreement(struct choice gender);
/* Those who were there in a role, organisations and people, as one phrase;
 * *agree is that of the first. Empty when nobody. */
struct str release_who(struct release *r, int64_t event, uint8_t role,
		       bool inside, enum agreement *agree);
struct named_party release_party(struct release *r, const struct titled *t,
				 struct choice kind);
/* A clause with {who}, or empty when nobody was there in that role. */
struct str release_clause(struct release *r, const char *key, uint8_t role);
struct str release_list(struct release *r, const struct titled **items,
			size_t n);

/* release_parts.c: who attended each part, and what was discussed there. */
void release_part(struct release *r, const struct told_part *part);
/* What was on the agenda of a part, or of the event as a whole (0). */
struct str release_discussed(struct release *r, int64_t part);

#endif

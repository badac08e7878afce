/*
 * event_queries.h - what a report of an event is written from
 *
 * The event itself and the forum it looks back on; who was there as what, in
 * which seat; what was on the agenda; the words that
 * were said; the plans it was about and who supports them. Each is one
 * statement, with names in the reader's language or, where there is none,
 * in the one that `lang` says. What is withdrawn is left out. Strings live
 * in mem; a failure sticks to db.
 */
#ifndef STORE_EVENT_QUERIES_H
#define STORE_EVENT_QUERIES_H

#include "store/queries.h"

struct told_event {
	struct titled of;
	struct choice kind;		/* enum event_kind */
	struct date from_on, to_on;
	struct titled place;
	struct titled document;
	int64_t cycle;
};
/* The event, and the last forum before it (itself, if it is one); id 0 where
 * there is none. */
struct told_events {
	struct told_event event, forum;
};
bool query_told_events(struct db *db, struct arena *mem, struct str code,
		       enum lang l, struct told_events *out);

/* A text of a record in the reader's language; empty where there is none. */
struct told_text {
	int64_t row_id;
	struct str field, body;
};
size_t query_texts(struct db *db, struct arena *mem, const char *entity,
		   const int64_t ids[2], enum lang l,
		   struct told_text **out);

struct told_part {
	struct titled of;
	int64_t event;
	int64_t number;
	bool list_open;			/* the source said "including" */
};
size_t query_parts(struct db *db, struct arena *mem, const int64_t events[2],
		   enum lang l, struct told_part **out);

/* A person as a sentence names one. */
struct told_person {
	struct titled of;
	struct str honorific;
	struct choice gender;		/* enum person_gender */
};

/* An attendance with all that it refers to. */
struct presence {
	int64_t id;
	struct str code;
	int64_t event, part, number;
	struct choice role;		/* enum attendance_role */
	struct titled organisation;
	struct choice kind;		/* enum organisation_kind */
	bool donor;
	struct titled behalf;		/* the larger one it stood for */
	bool behalf_donor;
	struct titled group;		/* it was named with */
	struct told_person person;
	struct titled seat;
};
size_t query_presences(struct db *db, struct arena *mem,
		       const int64_t events[2], enum lang l,
		       struct presence **out);

struct told_item {
	struct titled of;
	int64_t part, number;
	struct choice kind;		/* enum agenda_item_kind */
	bool detailed;
	struct titled presenter;
	struct told_person person;
	struct titled seat;
};
size_t query_agenda(struct db *db, struct arena *mem, int64_t event,
		    enum lang l, struct told_item **out);

struct told_quote {
	int64_t id;
	struct str code;
	int64_t number;
	struct choice moment;		/* enum quote_moment */
	int64_t continues;
	struct told_person person;
	struct titled seat, second_seat;
	struct str words;		/* of the source, to the letter */
	enum lang words_lang;
	struct str reported;		/* in the reader's language, or empty */
};
size_t query_quotes(struct db *db, struct arena *mem, int64_t event,
		    enum lang l, struct told_quote **out);

/* Seats that sources attest for people of these events, in the days from
 * the forum to the event. */
struct told_holding {
	int64_t person;
	struct titled seat;
	struct str code;
	int64_t id;
};
size_t query_holdings(struct db *db, struct arena *mem,
		      const struct told_events *of, enum lang l,
		      struct told_holding **out);

/* What ties a plan of the event to others. */
enum tie {
	TIE_PLAN,			/* the plan itself: other = plan */
	TIE_LEADS, TIE_SUPPORTS,	/* an organisation */
	TIE_PROGRESS,			/* words: what a source says of it */
	TIE_ENABLED,			/* an initiative it led into */
	TIE_MEMBER			/* words: as what the State is there */
};
struct told_tie {
	enum tie tie;
	int64_t plan;
	struct titled other;
	struct choice kind;		/* of an organisation */
	struct str words;
	bool inferred;
};
size_t query_ties(struct db *db, struct arena *mem,
		  const struct told_event *of, struct str state, enum lang l,
		  struct told_tie **out);

/* Pledges of a cycle: how many there are, at most PLEDGES_COUNTED + 1, and
 * the codes of the first. */
enum { PLEDGES_COUNTED = 1000 };
size_t query_pledge_codes(struct db *db, struct arena *mem, int64_t cycle,
			  struct str state, struct str *out, size_t room);
/* Documents of a kind that an event cites or that are evidence of it. */
size_t query_papers(struct db *db, struct arena *mem, int64_t event,
		    const char *kind, enum lang l, struct titled *out,
		    size_t room);

#endif

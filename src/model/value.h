/*
 * value.h - the kinds of value a field can hold
 *
 * Each kind is a C type of its own, so that a field table cannot disagree
 * with its struct (see FIELD in model/field.h). Every kind has a "not set",
 * which is all zero bytes: what is not known stays empty and is shown as
 * "not known", never as zero.
 */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include "base/str.h"
#include "lang/date.h"
#include "lang/lang.h"

struct entity;

enum text_state { TEXT_DRAFT, TEXT_CHECKED };

enum text_origin {
	TEXT_SOURCE,		/* the words of the source itself */
	TEXT_OFFICIAL,		/* an official translation */
	TEXT_RENDERING,		/* put into this language by us */
	TEXT_MACHINE		/* by a machine, not yet read */
};

enum { TEXT_STATES = TEXT_CHECKED + 1, TEXT_ORIGINS = TEXT_MACHINE + 1 };

/* As they are stored, sent and exported: "draft", "rendering" … A name that
 * is not among them is not found, and leaves *out as it was. */
extern const char *const text_states[TEXT_STATES];
extern const char *const text_origins[TEXT_ORIGINS];
const char *text_state_name(enum text_state s);
const char *text_origin_name(enum text_origin o);
bool text_state_find(struct str name, enum text_state *out);
bool text_origin_find(struct str name, enum text_origin *out);

/* One language of a text. An empty body: there is no text in it. */
struct text_body {
	struct str body;
	enum text_state state;
	enum text_origin origin;
	int64_t made_from;	/* version of the source text it renders */
};

/* What made_from may be told to be when a text is saved whose versions are
 * not known: 0 is stored for an earlier wording of the source. */
enum { TEXT_FROM_EARLIER = -1, TEXT_FROM_NOW = -2 };

/* Words in several languages: a title, a name. One line. */
struct text {
	struct text_body in[LANG_N];
};

/* The same, long and in Markdown. */
struct longtext {
	struct text text;
};

/* Words in no particular language: a symbol, spellings, a code of others. */
struct line {
	struct str s;
};

struct url {
	struct str s;
};

/* A number of things. */
struct count {
	int64_t n;
	bool set;
};

struct yesno {
	uint8_t v;		/* 0 not known, 1 no, 2 yes */
};

/* One of a closed list; v is the enumerator, 0 is "not set". */
struct choice {
	uint8_t v;
};

/* Another record of a given entity. */
struct ref {
	int64_t id;		/* 0: not set */
	struct str code;	/* filled when loaded */
	struct str shown;	/* its heading in the reader's language */
	enum lang shown_lang;
};

/* Another record of any entity. */
struct anyref {
	const struct entity *entity;
	struct ref to;
};

/* The text to show to a reader of l: l itself, else the source's language,
 * else any. NULL when there is none at all. *shown says which it is. */
const struct text_body *text_for(const struct text *t, enum lang l,
				 enum lang *shown);
bool text_empty(const struct text *t);
/* The same words in the same standing. State and origin of words that are
 * not there mean nothing. */
bool text_body_eq(const struct text_body *a, const struct text_body *b);
/* The language whose origin is TEXT_SOURCE, or the first that has words. */
enum lang text_source(const struct text *t);
/* A translation of words that have changed since. */
bool text_out_of_date(const struct text *t, enum lang l);

#endif

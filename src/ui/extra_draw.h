/*
 * extra_draw.h - the functions behind extras[]
 *
 * One file an entity, or one for entities that are drawn alike.
 */
#ifndef UI_EXTRA_DRAW_H
#define UI_EXTRA_DRAW_H

#include "ui/extras.h"

/* Of pledges, plans, goals and actions: the chain, drawn and as a list. */
enum err extra_chain(const struct extra_ask *a);
/* Who says what of a pledge, plan, goal or action, voice by voice. */
enum err extra_voices(const struct extra_ask *a);

enum err extra_event_above(const struct extra_ask *a);
enum err extra_event_below(const struct extra_ask *a);

enum err extra_organisation_below(const struct extra_ask *a);
enum err extra_document_below(const struct extra_ask *a);
enum err extra_person_below(const struct extra_ask *a);

/* Of provisions, places and themes: links by what stands at their end. */
void extra_concern_links(const struct extra_ask *a);
/* The official term in every language, and where it is not known; then its
 * links. */
void extra_term_links(const struct extra_ask *a);

#endif

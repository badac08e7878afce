/*
 * picture_clock.h - the years from forum to forum as a line
 *
 * Adoption, forums and regional reviews stand where their days are, today
 * among them; in Arabic time runs from right to left. What was held is
 * filled, what is only announced or expected is empty.
 */
#ifndef REPORT_PICTURE_CLOCK_H
#define REPORT_PICTURE_CLOCK_H

#include "report/picture.h"

struct clock_event {
	struct str title;
	enum lang lang;
	struct date on;
	struct str url;
	struct str note;	/* said below it, in the sheet's language */
	bool held;
	bool main;		/* a forum; others are smaller */
};

struct clock {
	const struct clock_event *events;	/* by date; with a date each */
	size_t n;
	struct date today;
	struct str today_words;
};

/* Sets the height. p is an empty sheet. */
void picture_clock(struct picture *p, const struct clock *c);

#endif

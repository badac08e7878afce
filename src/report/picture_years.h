/*
 * picture_years.h - how much was under way, year by year
 *
 * One column a year, from the axis up: what began in that year, what had
 * begun before and is known to have run in it, and what had begun before
 * with an end that is not known. The last is hatched: it may have ended. Time
 * runs as the reader reads.
 */
#ifndef REPORT_PICTURE_YEARS_H
#define REPORT_PICTURE_YEARS_H

#include "report/picture.h"

struct year_bar {
	int year;
	int begun, running, unsure;
};

enum { YEARS_MAX = 16 };

/* Sets width and height. At most YEARS_MAX bars are drawn. */
void picture_years(struct picture *p, const struct year_bar *bars, size_t n);

#endif

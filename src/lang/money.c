/* money.c - amounts, as people read them */

#include "lang/money.h"

#include "lang/isolate.h"
#include "lang/number.h"
#include "lang/words.h"

/* Those of CLDR 42 that do not have two. */
static const char three[] = " BHD JOD KWD LYD OMR TND ";
static const char none[] = " AFN ALL BIF CLP COP DJF GNF IDR IQD IRR ISK JPY "
	"KMF KPW KRW LAK LBP MGA MMK PKR PYG RWF SOS SYP TZS UGX UYI VND VUV "
	"XAF XOF XPF YER ZMK ZWD ";

static bool stands_in(const char *list, struct str currency)
{
	struct str rest = str_of(list);
	struct str one;

	while (str_split(&rest, ' ', &one))
		if (one.n && str_eq(one, currency))
			return true;
	return false;
}

int money_decimals(struct str currency)
{
	if (stands_in(three, currency))
		return 3;
	return stands_in(none, currency) ? 0 : 2;
}

static const char *key_of(struct str currency)
{
	if (str_is(currency, "IQD"))
		return "money.iqd";
	if (str_is(currency, "USD"))
		return "money.usd";
	if (str_is(currency, "EUR"))
		return "money.eur";
	return "money.other";
}

void money_words(struct buf *out, enum lang l, int64_t amount,
		 struct str currency)
{
	char room[NUMBER_ROOM];
	struct hole holes[] = {
		{ .name = "n", .text = number_decimal(l, amount,
				money_decimals(currency), room) },
		{ .name = "code", .text = currency },
	};

	isolate_open(out, l);
	text_word(out, l, key_of(currency), holes, COUNT(holes));
	isolate_close(out);
}

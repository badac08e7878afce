// floors: service access store format report domain model lang base
/*
 * test_release.c - the release follows its records, and its grammar holds
 *
 * On the pack of the story, on SQLite and, when MITHAQ_TEST_PG names one, on
 * PostgreSQL.
 */
#include "domain/attendance.h"
#include "domain/event_part.h"
#include "domain/organisation.h"
#include "domain/person.h"
#include "pack_place.h"
#include "report/phrase.h"
#include "service/svc_release.h"

/* What people read of a release; without notes and codes. */
static struct str release(struct place *p, enum lang l, struct doc **doc)
{
	struct buf b;
	struct str text;
	struct doc *d;

	p->ctx.lang = l;
	assert_int_equal(svc_release(&p->ctx, STR("EV-2022-07-21"), &d),
			 ERR_OK);
	buf_init(&b);
	for (struct doc_node *n = d->first; n; n = n->next) {
		if (n->kind == DOC_NOTE)
			continue;
		buf_add(&b, n->text);
		for (struct doc_node *c = n->first; c; c = c->next)
			buf_addf(&b, " %.*s", STR_ARG(c->text));
		buf_add_char(&b, '\n');
	}
	text = arena_str(&p->mem, buf_str(&b));
	buf_release(&b);
	if (doc)
		*doc = d;
	return text;
}

static bool holds(struct str text, const char *words)
{
	return str_find(text, str_of(words)) < text.n;
}

static void check_holds(struct str text, const char *words, bool wanted,
			int line)
{
	if (holds(text, words) == wanted)
		return;
	/* Longer than what cmocka prints. */
	fprintf(stderr, "%s:%d: the release %s \"%s\":\n%.*s\n", __FILE__,
		line, wanted ? "lacks" : "has", words, STR_ARG(text));
	_fail(__FILE__, line);
}
#define assert_holds(text, words) check_holds(text, words, true, __LINE__)
#define assert_lacks(text, words) check_holds(text, words, false, __LINE__)

static void withdraw_all(struct place *p, const char *const *codes)
{
	for (; *codes; codes++)
		withdraw(p, *codes);
}

static void close_list(struct place *p, const char *code)
{
	struct event_part *part = load(p, code);

	part->list_closed.v = 2;
	save(p, &event_part_entity, part);
}

static void rename_to(struct place *p, const char *code, const char *name)
{
	struct organisation *o = load(p, code);

	o->name.in[LANG_AR].body = str_of(name);
	save(p, &organisation_entity, o);
}

/* Those who were there on behalf of a donor, by the codes of the pack. */
static const char *const governments[] = {
	"AT-106", "AT-107", "AT-110", "AT-111", "AT-112", "AT-113", "AT-114",
	"AT-115", NULL
};
static const char *const union_offices[] = { "AT-108", "AT-109", NULL };
static const char *const members[] = { "AT-116", "AT-117", "AT-118", NULL };
static const char *const ministries[] = {
	"AT-099", "AT-100", "AT-101", "AT-102", "AT-103", "AT-104", NULL
};

/* Tests */

static void the_facts_of_the_briefing_are_told(void **state)
{
	struct place *p = begin(state);
	struct str t = release(p, LANG_AR, NULL);

	assert_holds(t, "أطلعت شبكة الأمم المتحدة للهجرة في العراق، بالتنسيق "
		     "مع وزارة الهجرة والمهجرين، الشركاء على ");
	assert_holds(t, "بغداد – 21 تموز 2022");
	assert_holds(t, "افتتح الدكتور كريم النوري، نائب وزير وزارة الهجرة "
		     "والمهجرين، الحدث المكوّن من جزأين، بدعوة من مجموعة "
		     "العمل التقنية الوزارية المعنية بالهجرة.");
	assert_holds(t, "وقدمت مجموعة العمل التقنية الوزارية المعنية "
		     "بالهجرة نظرة عامة مفصلة عن ");
	assert_holds(t, "الذين يمثلون وزارات الهجرة والمهجرين والداخلية "
		     "والخارجية والعدل والعمل والشؤون الاجتماعية والتخطيط، "
		     "وكذلك ممثلون عن حكومة إقليم كوردستان.");
	assert_holds(t, "وكان من بين الحكومات الممثلة أستراليا وكندا "
		     "والاتحاد الأوروبي (وفد الاتحاد الأوروبي في العراق "
		     "والمديرية العامة للشراكات الدولية) والدانمرك وألمانيا "
		     "وفنلندا وهولندا وسويسرا والسويد، إلى جانب أعضاء ");
	assert_holds(t, "ترأس السيد أحمد رحيم، رئيس مجموعة العمل التقنية "
		     "الوزارية المعنية بالهجرة والمدير العام لشؤون الهجرة");
	assert_holds(t, "، وفد العراق إلى ");
	assert_holds(t, "وأُعلنت باسم العراق 7 تعهدات.");
	assert_holds(t, "وتابع السيد جيورجي جيغاوري: «بالنظر إلى ");
	assert_holds(t, "واختتم الدكتور كريم النوري الحدث بالقول: «مرت "
		     "أربع سنوات تقريبًا ");
}

static void a_donor_that_is_removed_is_not_told(void **state)
{
	struct place *p = begin(state);
	struct str t;

	withdraw(p, "AT-106");
	t = release(p, LANG_AR, NULL);
	assert_lacks(t, "أستراليا");
	assert_holds(t, "وكان من بين الحكومات الممثلة كندا والاتحاد ");
	withdraw(p, "AT-109");
	t = release(p, LANG_AR, NULL);
	assert_holds(t, "الاتحاد الأوروبي (وفد الاتحاد الأوروبي في العراق) "
		     "والدانمرك");
	withdraw(p, "AT-108");
	t = release(p, LANG_AR, NULL);
	assert_holds(t, "الممثلة كندا والدانمرك وألمانيا");
	assert_lacks(t, "الاتحاد الأوروبي");
}

static void few_governments_are_spoken_of_by_number(void **state)
{
	struct place *p = begin(state);
	struct str t;

	close_list(p, "EVP-2022-07-21-2");
	t = release(p, LANG_AR, NULL);
	assert_holds(t, "حضر ممثلو 9 حكومات مانحة الجزء الثاني");
	withdraw_all(p, governments + 2);
	withdraw_all(p, union_offices);
	t = release(p, LANG_AR, NULL);
	assert_holds(t, "حضر ممثلو حكومتين مانحتين الجزء الثاني");
	assert_holds(t, "والحكومتان الممثلتان هما أستراليا وكندا، إلى جانب");
	t = release(p, LANG_EN, NULL);
	assert_holds(t, "Representatives of 2 donor governments attended");
	assert_holds(t, "The governments represented were Australia and "
		     "Canada, alongside");
	withdraw(p, "AT-107");
	t = release(p, LANG_AR, NULL);
	assert_holds(t, "حضر ممثلو حكومة مانحة واحدة الجزء الثاني");
	assert_holds(t, "والحكومة الممثلة هي أستراليا، إلى جانب");
	t = release(p, LANG_EN, NULL);
	assert_holds(t, "The government represented was Australia, ");
	withdraw(p, "AT-106");
	t = release(p, LANG_AR, NULL);
	assert_lacks(t, "مانحة");
	assert_lacks(t, "الممثلة");
	assert_holds(t, "الجزء الثاني من الحدث أعضاء شبكة الأمم المتحدة "
		     "للهجرة في العراق الذين يمثلون برنامج");
	withdraw_all(p, members);
	t = release(p, LANG_AR, NULL);
	assert_lacks(t, "أعضاء شبكة");
	assert_holds(t, "وتناول الجزء الثاني من الحدث دور شبكة");
}

static void ministries_stand_under_one_word(void **state)
{
	struct place *p = begin(state);
	struct str t;

	withdraw_all(p, ministries + 2);
	t = release(p, LANG_AR, NULL);
	assert_holds(t, "ممثلون عن وزارتي الهجرة والمهجرين والداخلية، "
		     "وكذلك");
	t = release(p, LANG_EN, NULL);
	assert_holds(t, "the Ministries of Migration and Displaced, and "
		     "Interior attended");
	withdraw(p, "AT-099");
	t = release(p, LANG_AR, NULL);
	assert_holds(t, "ممثلون عن وزارة الداخلية، وكذلك ممثلون عن حكومة");
	withdraw(p, "AT-105");
	t = release(p, LANG_AR, NULL);
	assert_holds(t, "ممثلون عن وزارة الداخلية.");
	withdraw(p, "AT-100");
	t = release(p, LANG_AR, NULL);
	assert_lacks(t, "الجزء الأول");
}

static void a_ministry_is_called_what_it_is_called_now(void **state)
{
	struct place *p = begin(state);
	struct str t;

	rename_to(p, "MOJ", "وزارة العدل وحقوق الإنسان");
	t = release(p, LANG_AR, NULL);
	assert_holds(t, "والخارجية والعدل وحقوق الإنسان والعمل");
	rename_to(p, "MOJ", "هيئة العدل");
	t = release(p, LANG_AR, NULL);
	assert_holds(t, "والخارجية والعمل والشؤون الاجتماعية والتخطيط "
		     "وهيئة العدل، وكذلك");
	rename_to(p, "MOMD", "ديوان الهجرة");
	t = release(p, LANG_AR, NULL);
	assert_holds(t, "بالتنسيق مع ديوان الهجرة، الشركاء");
	rename_to(p, "UNNM", "فريق الأمم المتحدة للهجرة");
	t = release(p, LANG_AR, NULL);
	assert_holds(t, "أطلع فريق الأمم المتحدة للهجرة، بالتنسيق");
	assert_holds(t, "فريق الأمم المتحدة للهجرة يُطلع الشركاء على");
}

static void another_opens_and_the_verb_agrees(void **state)
{
	struct place *p = begin(state);
	struct person *woman = record_new(&person_entity, &p->mem);
	struct attendance *opens = load(p, "AT-097");
	struct str t;

	woman->row.code = STR("P-900");
	woman->row.stage.v = STAGE_PUBLISHED;
	woman->name.in[LANG_AR].body = STR("نور الهدى");
	woman->name.in[LANG_EN].body = STR("Nour al-Huda");
	woman->honorific.in[LANG_AR].body = STR("السيدة");
	woman->gender.v = PERSON_GENDER_WOMAN;
	save(p, &person_entity, woman);
	opens->person.id = woman->row.id;
	save(p, &attendance_entity, opens);
	t = release(p, LANG_AR, NULL);
	assert_holds(t, "افتتحت السيدة نور الهدى، نائبة وزير وزارة الهجرة "
		     "والمهجرين، الحدث");
	/* Then the one who closes is met for the first time. */
	assert_holds(t, "واختتم الدكتور كريم النوري، نائب وزير وزارة الهجرة "
		     "والمهجرين، الحدث بالقول: «");
	t = release(p, LANG_EN, NULL);
	assert_holds(t, "Nour al-Huda, Deputy Minister of Migration and "
		     "Displaced, opened the event");
	woman->gender.v = 0;
	save(p, &person_entity, woman);
	t = release(p, LANG_AR, NULL);
	assert_holds(t, "كان افتتاح الحدث المكوّن من جزأين من جانب السيدة");
	withdraw(p, "AT-097");
	t = release(p, LANG_AR, NULL);
	assert_lacks(t, "افتتح");
	assert_lacks(t, "بدعوة");
}

static void titles_of_seats_are_said_of_women(void **state)
{
	static const struct {
		const char *man, *woman;
	} titles[] = {
		{ "وزير الهجرة والمهجرين", "وزيرة الهجرة والمهجرين" },
		{ "المنسق المقيم للأمم المتحدة", "المنسقة المقيمة للأمم المتحدة" },
		{ "المدير العام لشؤون الهجرة", "المديرة العامة لشؤون الهجرة" },
		{ "رئيس", "رئيسة" },
		/* A word that only begins alike, and one that is so already. */
		{ "رئيسي", "رئيسي" },
		{ "وزيرة الهجرة", "وزيرة الهجرة" },
		{ "عن وزير الهجرة", "عن وزير الهجرة" },
	};
	struct place *p = begin(state);

	for (size_t i = 0; i < COUNT(titles); i++)
		assert_str(phrase_of_woman(&p->mem, LANG_AR,
					   str_of(titles[i].man)),
			   titles[i].woman);
	assert_str(phrase_of_woman(&p->mem, LANG_EN, STR("Minister of Trade")),
		   "Minister of Trade");
}

static void pledges_are_counted(void **state)
{
	static const char *const pledges[] = {
		"IQ22-1", "IQ22-2", "IQ22-3", "IQ22-4", "IQ22-5", "IQ22-6",
		"IQ22-7", NULL
	};
	struct place *p = begin(state);
	struct str t;

	withdraw(p, pledges[0]);
	assert_holds(release(p, LANG_AR, NULL), "باسم العراق 6 تعهدات.");
	for (int i = 1; i < 5; i++)
		withdraw(p, pledges[i]);
	assert_holds(release(p, LANG_AR, NULL), "باسم العراق تعهدان.");
	withdraw(p, pledges[5]);
	assert_holds(release(p, LANG_AR, NULL), "باسم العراق تعهد واحد.");
	assert_holds(release(p, LANG_EN, NULL), "one pledge was announced");
	withdraw(p, pledges[6]);
	t = release(p, LANG_AR, NULL);
	assert_holds(t, "تقديم الاستعراض الوطني الطوعي");
	assert_lacks(t, "أُعلن");
}

static void quotes_stay_in_their_language(void **state)
{
	struct place *p = begin(state);
	struct doc *d;
	struct str t = release(p, LANG_EN, &d);
	size_t rendered = 0;

	assert_holds(t, "Mr. Giorgi Gigauri added that with a view to");
	assert_lacks(t, "«");
	for (struct doc_node *n = d->first; n; n = n->next)
		for (struct doc_node *c = n->first; c; c = c->next) {
			assert_int_not_equal(c->kind, DOC_QUOTE);
			rendered += (c->marks & DOC_RENDERING) != 0;
		}
	assert_int_equal(rendered, 3);
	release(p, LANG_AR, &d);
	for (struct doc_node *n = d->first; n; n = n->next)
		for (struct doc_node *c = n->first; c; c = c->next) {
			assert_int_equal(c->marks & DOC_RENDERING, 0);
			assert_int_equal(c->marks & DOC_DRAFT, 0);
		}
	release(p, LANG_CKB, &d);
	for (struct doc_node *n = d->first; n; n = n->next)
		for (struct doc_node *c = n->first; c; c = c->next)
			assert_int_not_equal(c->marks & DOC_DRAFT, 0);
}

static void every_sentence_knows_its_records(void **state)
{
	struct place *p = begin(state);
	size_t sentences = 0;
	struct doc *d;

	for (enum lang l = 0; l < LANG_N; l++) {
		release(p, l, &d);
		for (struct doc_node *n = d->first; n; n = n->next)
			for (struct doc_node *c = n->first; c; c = c->next) {
				if (c->kind != DOC_SENTENCE)
					continue;
				assert_true(c->records_n > 0);
				sentences++;
				for (size_t i = 0; i < c->records_n; i++) {
					struct anyref to;

					assert_int_equal(repo_find_code(p->db,
						c->records[i], &to), ERR_OK);
				}
			}
	}
	assert_true(sentences > 40);
}

/* Neither the program nor the pack holds a sentence of the release. */
static void no_sentence_is_stored(void **state)
{
	struct place *p = begin(state);
	struct stmt *st;
	struct doc *d;

	release(p, LANG_AR, &d);
	st = db_stmt(p->db, SQL("SELECT body FROM text WHERE lang = 'ar'"));
	while (stmt_step(st)) {
		struct str body = col_str(st, 0);

		for (struct doc_node *n = d->first; n; n = n->next)
			for (struct doc_node *c = n->first; c; c = c->next)
				if (c->kind == DOC_SENTENCE &&
				    str_find(body, c->text) < body.n)
					fail_msg("stored: %.*s",
						 STR_ARG(c->text));
	}
}

static void check_whole(struct place *p, int line)
{
	/* No hole, no doubled blank, no comma left over. */
	static const char *const faults[] = {
		"{", "}", "  ", " .", "،،", "، ،", "،.", ",,", ", ,", ",.",
		"..", "()", ": .", " ،", " ,", "release.",
	};

	for (enum lang l = 0; l < LANG_N; l++) {
		struct str t = release(p, l, NULL);

		for (size_t i = 0; i < COUNT(faults); i++)
			check_holds(t, faults[i], false, line);
	}
}

/* Each record that says something about the event, taken away alone and
 * then one after the other until nothing is left. */
static void what_is_not_known_leaves_no_hole(void **state)
{
	struct place *p = begin(state);
	struct stmt *st = db_stmt(p->db, SQL(
		"SELECT code FROM attendance WHERE event IN (SELECT id "
		"FROM event WHERE code IN ('EV-2022-07-21', 'IMRF-2022')) "
		"UNION ALL SELECT code FROM agenda_item "
		"UNION ALL SELECT code FROM quote "
		"UNION ALL SELECT code FROM statement "
		"UNION ALL SELECT code FROM plan "
		"UNION ALL SELECT code FROM pledge "
		"UNION ALL SELECT code FROM event_part WHERE event IN "
		"(SELECT id FROM event WHERE code = 'EV-2022-07-21')"));
	const char *codes[300];
	size_t n = 0;

	while (stmt_step(st) && n < COUNT(codes))
		codes[n++] = arena_cstr(&p->mem, col_str(st, 0));
	assert_true(n > 40 && n < COUNT(codes));
	check_whole(p, __LINE__);
	for (size_t i = 0; i < n; i++) {
		db_savepoint(p->db);
		withdraw(p, codes[i]);
		check_whole(p, __LINE__);
		db_savepoint_end(p->db, false);
	}
	for (size_t i = 0; i < n; i++) {
		withdraw(p, codes[i]);
		check_whole(p, __LINE__);
	}
	assert_holds(release(p, LANG_AR, NULL), "عُقد حدث بعنوان «إحاطة");
}

static void what_is_not_an_event_has_no_release(void **state)
{
	struct place *p = begin(state);
	struct doc *d;

	assert_int_equal(svc_release(&p->ctx, STR("IQ22-4"), &d),
			 ERR_MISSING);
	assert_int_equal(svc_release(&p->ctx, STR("EV-0000"), &d),
			 ERR_MISSING);
	withdraw(p, "EV-2022-07-21");
	assert_int_equal(svc_release(&p->ctx, STR("EV-2022-07-21"), &d),
			 ERR_MISSING);
}

static void it_costs_few_statements(void **state)
{
	struct place *p = begin(state);

	db_cost_reset(p->db);
	release(p, LANG_AR, NULL);
	assert_true(db_cost(p->db).statements <= 12);
	assert_int_equal(db_cost(p->db).sorts, 0);
}

static void its_page_is_safe_markup(void **state)
{
	struct place *p = begin(state);
	struct doc *d;
	struct buf b;

	rename_to(p, "AUS", "<b>\"&");
	release(p, LANG_AR, &d);
	buf_init(&b);
	doc_html(d, &b);
	assert_true(holds(buf_str(&b), "&lt;b&gt;&quot;&amp;"));
	assert_false(holds(buf_str(&b), "<b>"));
	assert_true(holds(buf_str(&b), "<div class=\"doc\" lang=\"ar\" "
			  "dir=\"rtl\">"));
	assert_true(holds(buf_str(&b), "href=\"/r/Q-001?lang=ar\""));
	buf_reset(&b);
	doc_text(d, &b);
	assert_true(holds(buf_str(&b), " AT-106 AUS "));
	buf_release(&b);
}

int main(void)
{
	struct CMUnitTest tests[] = {
		cmocka_unit_test(the_facts_of_the_briefing_are_told),
		cmocka_unit_test(a_donor_that_is_removed_is_not_told),
		cmocka_unit_test(few_governments_are_spoken_of_by_number),
		cmocka_unit_test(ministries_stand_under_one_word),
		cmocka_unit_test(a_ministry_is_called_what_it_is_called_now),
		cmocka_unit_test(another_opens_and_the_verb_agrees),
		cmocka_unit_test(titles_of_seats_are_said_of_women),
		cmocka_unit_test(pledges_are_counted),
		cmocka_unit_test(quotes_stay_in_their_language),
		cmocka_unit_test(every_sentence_knows_its_records),
		cmocka_unit_test(no_sentence_is_stored),
		cmocka_unit_test(what_is_not_known_leaves_no_hole),
		cmocka_unit_test(what_is_not_an_event_has_no_release),
		cmocka_unit_test(it_costs_few_statements),
		cmocka_unit_test(its_page_is_safe_markup),
	};

	return pack_tests_run("release", tests, COUNT(tests));
}

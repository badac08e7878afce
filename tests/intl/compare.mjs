// Dates, plurals, numbers, distances in time and order, as the program writes
// them, beside what Intl of Node says. Both may have their data from the same
// project, so each has hand-made lists as well (tests/unit/test_manner.c,
// tests/intl/*.txt).
//
//     node tests/intl/compare.mjs dates|plurals|numbers|relative|order|lists
//
// Prints what differs and ends with 1, or with 0 and one line.
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

const here = dirname(new URL(import.meta.url).pathname)
const program = process.env.MITHAQ ?? join(here, '../../build/mithaq')
let compared = 0
let wrong = 0

function ours(what, lang, settings = [], input = '') {
	const out = execFileSync(program, ['test-intl', what, ...settings,
		'--lang', lang], { input, encoding: 'utf8',
		maxBuffer: 1 << 28 })
	return out.split('\n').slice(0, -1)
}

function same(got, wanted, about) {
	compared++
	if (got === wanted)
		return
	if (wrong++ < 20)
		console.log(`${about}: ${JSON.stringify(got)}, and Intl says ` +
			JSON.stringify(wanted))
}

// Marks of direction and the kind of a blank are for the eye only.
// Sorani is written here with ه, which CLDR writes ھ, and both its months
// named کانوون with وو, which CLDR does for one of them.
const bare = (s) => s.replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
	.replace(/[\u00a0\u202f]/g, ' ').replaceAll('ھ', 'ه')
	.replaceAll('کانونی', 'کانوونی')

function part(format, day, type) {
	return format.formatToParts(day).find((p) => p.type === type).value
}

// ---- dates: each day of a leap year

const locales = [
	{ tag: 'ar-IQ', lang: 'ar', settings: [] },
	{ tag: 'ar-AE', lang: 'ar', settings: ['months=gulf'] },
	{ tag: 'ar-TN', lang: 'ar', settings: ['months=maghreb'] },
	{ tag: 'ckb-IQ', lang: 'ckb', settings: [] },
	{ tag: 'en-GB', lang: 'en', settings: [] },
	{ tag: 'ar-SY', lang: 'ar', settings: ['months=levant'] },
	{ tag: 'ar-IQ', lang: 'ar', settings: ['digits=arab'], nu: 'arab' },
	{ tag: 'ar-IQ', lang: 'ar', settings: ['digits=arabext'],
		nu: 'arabext' },
	{ tag: 'ckb-IQ', lang: 'ckb', settings: ['digits=arab'], nu: 'arab' },
]

function dates() {
	for (const l of locales) {
		const format = (options) => new Intl.DateTimeFormat(
			`${l.tag}-u-nu-${l.nu ?? 'latn'}-ca-gregory`,
			{ timeZone: 'UTC', ...options })
		const day = format({ dateStyle: 'long' })
		const month = format({ month: 'long' })
		const year = format({ year: 'numeric' })
		const weekday = format({ weekday: 'long' })
		// CLDR gives Sorani no form for a month of a year.
		const hanging = l.lang === 'ckb' ? 'ی' : ''

		const lines = ours('dates', l.lang, l.settings)
		same(lines.length, 366, `days in ${l.tag}`)
		for (const line of lines) {
			const [iso, d, m, w] = line.split('\t')
			const at = new Date(iso)
			const about = `${l.tag} ${l.settings} ${iso}`

			same(d, bare(day.format(at)), about)
			same(m, `${bare(month.format(at))}${hanging} ` +
				bare(year.format(at)), about)
			same(w, bare(weekday.format(at)), about)
		}
	}
	hijri()
	kurdish()
}

function hijri() {
	const tag = (l) => `${l}-u-nu-latn-ca-islamic-umalqura`
	const arabic = new Intl.DateTimeFormat(tag('ar-SA'),
		{ timeZone: 'UTC', dateStyle: 'long' })
	const numbers = new Intl.DateTimeFormat(tag('en'),
		{ timeZone: 'UTC', dateStyle: 'short' })

	for (const line of ours('dates', 'ar', ['hijri=yes'])) {
		const [iso, , , , beside] = line.split('\t')
		same(beside, ` (${bare(arabic.format(new Date(iso)))})`, iso)
	}
	for (const line of ours('dates', 'en', ['hijri=yes'])) {
		const [iso, , , , beside] = line.split('\t')
		const [, d, y] = beside.match(/^ \((\d+) .* (\d+) AH\)$/)
		const at = new Date(iso)
		same(d, part(numbers, at, 'day'), iso)
		same(y, part(numbers, at, 'year'), iso)
	}
}

function kurdish() {
	const months = ['خاکەلێوە', 'گوڵان', 'جۆزەردان', 'پووشپەڕ', 'گەلاوێژ',
		'خەرمانان', 'ڕەزبەر', 'گەڵاڕێزان', 'سەرماوەز', 'بەفرانبار',
		'ڕێبەندان', 'ڕەشەمە']
	const solar = new Intl.DateTimeFormat('en-u-nu-latn-ca-persian',
		{ timeZone: 'UTC', day: 'numeric', month: 'numeric',
			year: 'numeric' })

	for (const line of ours('dates', 'ckb', ['kurdish=yes'])) {
		const [iso, , , , beside] = line.split('\t')
		const at = new Date(iso)
		const year = Number(part(solar, at, 'year')) + 1321
		same(beside, ` (${part(solar, at, 'day')}ی ` +
			`${months[part(solar, at, 'month') - 1]}ی ` +
			`${year}ی کوردی)`, iso)
	}
}

// ---- plurals: 0 to 1,000

function plurals() {
	const forms = {
		ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
		ckb: ['one', 'other'], en: ['one', 'other'],
	}
	for (const l of ['ar', 'ckb', 'en']) {
		const rules = new Intl.PluralRules(l)
		const lines = ours('plurals', l)
		same(lines.length, 1001, `numbers in ${l}`)
		lines.forEach((form, n) =>
			same(forms[l][form], rules.select(n), `${n} in ${l}`))
	}
}

// ---- numbers and amounts

function some(n) {
	const list = [0, 1, 12, 999, 1000, 1001, 9999, 10000, 999999, 1000000,
		1234567890, -1, -999, -1000, -1234567]
	let seed = 1
	while (list.length < n) {
		seed = seed * 16807 % 2147483647
		list.push(seed % 10 ** (1 + seed % 9))
	}
	return list
}

function numbers() {
	for (const [lang, tag, nu] of [['ar', 'ar-IQ', 'latn'],
		['ar', 'ar-IQ', 'arab'], ['ar', 'ar-IQ', 'arabext'],
		['ckb', 'ckb-IQ', 'latn'], ['ckb', 'ckb-IQ', 'arab'],
		['en', 'en-GB', 'latn']]) {
		const list = some(10000)
		const format = new Intl.NumberFormat(`${tag}-u-nu-${nu}`)
		ours('numbers', lang, [`digits=${nu}`], list.join('\n'))
			.forEach((got, i) => same(bare(got),
				bare(format.format(list[i])),
				`${list[i]} in ${tag} ${nu}`))
	}
	amounts()
}

function amounts() {
	const own = ['IQD', 'USD', 'EUR']
	const currencies = [...own, 'KWD', 'JOD', 'BHD', 'OMR', 'TND', 'LYD',
		'JPY', 'GBP', 'CHF', 'SEK', 'TRY', 'SAR', 'AED', 'QAR', 'EGP',
		'SYP', 'LBP', 'IRR', 'YER', 'AFN', 'MAD']
	for (const [lang, tag] of [['ar', 'ar-IQ'], ['en', 'en-GB']]) {
		for (const currency of currencies) {
			const format = new Intl.NumberFormat(
				`${tag}-u-nu-latn`, { style: 'currency',
					currency, currencyDisplay:
						own.includes(currency) ?
							'symbol' : 'code' })
			const list = some(50)
			const decimals = format.resolvedOptions()
				.maximumFractionDigits
			ours('numbers', lang, [], list.map((n) =>
				`${n} ${currency}`).join('\n'))
				.forEach((got, i) => {
					// Before or behind the minus: CLDR
					// does it so and so.
					if (list[i] < 0)
						return
					same(bare(got), bare(format.format(
						list[i] / 10 ** decimals)),
					`${list[i]} ${currency} in ${tag}`)
				})
		}
	}
}

// ---- how far a day is

// "خلال" also means "within", and our future is exact: "بعد". One is said by
// the word alone where Arabic can. The seat of tanween is a matter of taste.
const ourArabic = (s) => s.replace('خلال', 'بعد').replace('ًا', 'اً')
	.replace(/^(قبل|بعد) (سنة|شهر|يوم) واحدة?$/, '$1 $2')

function relative() {
	const today = '2024-06-15'
	const asked = []
	for (let n = 2; n < 30; n++) {
		for (const sign of [-1, 1]) {
			const d = new Date(today)
			d.setUTCDate(d.getUTCDate() + sign * n)
			asked.push([d, sign * n, 'day'])
		}
	}
	for (let n = 1; n <= 150; n++) {
		for (const sign of [-1, 1]) {
			const unit = n < 12 ? 'month' : 'year'
			const d = new Date(today)
			if (unit === 'month')
				d.setUTCMonth(d.getUTCMonth() + sign * n)
			else
				d.setUTCFullYear(d.getUTCFullYear() +
					sign * (n - 11))
			asked.push([d, sign * (n < 12 ? n : n - 11), unit])
		}
	}
	const input = asked.map(([d]) =>
		`${d.toISOString().slice(0, 10)} ${today}`).join('\n')
	for (const [lang, tag] of [['ar', 'ar-IQ'], ['en', 'en-GB']]) {
		const format = new Intl.RelativeTimeFormat(`${tag}-u-nu-latn`)
		ours('relative', lang, [], input).forEach((got, i) => {
			const [d, n, unit] = asked[i]
			const said = format.format(n, unit)
			same(got, lang === 'ar' ? ourArabic(said) : said,
				`${n} ${unit} in ${tag}, ${d.toISOString()}`)
		})
	}
}

// ---- order

// The cells of a CSV text (RFC 4180).
function csv(text) {
	const rows = [[]]
	const cells = /("((?:[^"]|"")*)"|[^,\r\n]*)(,|\r?\n|$)/gy
	for (const m of text.matchAll(cells)) {
		rows.at(-1).push(m[2]?.replaceAll('""', '"') ?? m[1])
		if (m[3] !== ',')
			rows.push([])
	}
	return rows.filter((r) => r.length > 1 || r[0])
}

// What the packs call their records in one language.
function names(lang) {
	const found = new Set()
	const packs = join(here, '../../packs')
	for (const pack of readdirSync(packs)) {
		for (const file of readdirSync(join(packs, pack))) {
			if (!file.endsWith('.csv') || file === 'manifest.csv')
				continue
			const [head, ...rows] = csv(readFileSync(
				join(packs, pack, file), 'utf8'))
			const at = head.findIndex((h) => h === `title:${lang}` ||
				h === `name:${lang}`)
			for (const row of rows)
				if (at >= 0 && row[at])
					found.add(row[at].replaceAll('\n', ' '))
		}
	}
	return [...found]
}

function keys(lang, list) {
	const made = ours('keys', lang, [], list.join('\n'))
	if (made.length !== list.length)
		throw new Error('a name without its key')
	return new Map(list.map((name, i) => [name, made[i]]))
}

// Sorted by our keys, no name stands behind one that the other puts later.
function ordered(lang, list, compare) {
	const key = keys(lang, list)
	const by = (a, b) => (key.get(a) < key.get(b) ? -1 : 1)
	const sorted = [...list].sort(by)

	for (let i = 1; i < sorted.length; i++) {
		const [a, b] = [sorted[i - 1], sorted[i]]
		if (key.get(a) === key.get(b))	// longer than a key
			continue
		same(Math.sign(compare(a, b)) <= 0, true,
			`${lang}: ${a} | before | ${b}`)
	}
	return sorted.length
}

// A list in a file stands in the right order already.
function listed(lang, file) {
	const list = readFileSync(join(here, file), 'utf8').split('\n')
		.filter((s) => s && !s.startsWith('#'))
	const key = keys(lang, list)
	for (let i = 1; i < list.length; i++)
		same(key.get(list[i - 1]) < key.get(list[i]), true,
			`${file}: ${list[i - 1]} | before | ${list[i]}`)
	return list.length
}

// A second way to the same order: letter by letter through the alphabet.
const alphabet = [...'ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆھەیێ']
const letter = (c) => alphabet.indexOf(c === 'ه' ? 'ھ' : c)
function byAlphabet(a, b) {
	for (let i = 0; i < Math.max(a.length, b.length); i++) {
		const [x, y] = [a, b].map((s) => (i < s.length ?
			letter(s[i]) : -2))
		if (x !== y)
			return x - y
	}
	return 0
}

function order() {
	const arabic = new Intl.Collator('ar', { numeric: true })
	// A seat of hamza goes with its letter here, but not in CLDR: without
	// seats both must agree on everything else.
	const seatless = names('ar').map((s) => s.replace(/[أإآٱ]/g, 'ا')
		.replace(/ؤ/g, 'و').replace(/[ئىی]/g, 'ي').replace(/ک/g, 'ك'))
	let n = ordered('ar', [...new Set(seatless)], arabic.compare)
	n += ordered('en', names('en'),
		new Intl.Collator('en', { numeric: true }).compare)
	const kurdish = names('ckb').filter((s) => [...s].every((c) =>
		c === ' ' || c === 'ه' || alphabet.includes(c)))
	n += ordered('ckb', kurdish, byAlphabet)
	n += listed('ar', 'order-ar.txt')
	n += listed('ckb', 'order-ckb.txt')
	console.log(`${n} names`)
}

// Lists of the database that MITHAQ_DB names: in the order of their keys,
// byte by byte, whichever database it is.
function lists() {
	for (const lang of ['ar', 'ckb', 'en']) {
		for (const entity of ['person', 'place', 'organisation',
			'document', 'event', 'provision']) {
			const [head, ...rows] = csv(execFileSync(program,
				['list', entity, '--lang', lang, '--order',
					'title', '--format', 'csv', '--limit',
					'200'], { encoding: 'utf8' }))
			const at = head.indexOf('title')
			const made = ours('keys', lang, [],
				rows.map((r) => r[at]).join('\n'))
			for (let i = 1; i < rows.length; i++)
				same(made[i - 1] <= made[i], true,
					`${lang}: ${rows[i - 1][at]} | ` +
					`before | ${rows[i][at]}`)
		}
	}
}

const all = { dates, plurals, numbers, relative, order, lists }
all[process.argv[2]]()
if (wrong > 20)
	console.log(`… and ${wrong - 20} more`)
console.log(`${compared} compared, ${wrong} differ`)
process.exit(wrong || !compared ? 1 : 0)

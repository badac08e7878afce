// bidi.test.mjs - what came from data keeps its own direction: no bare words
// of the other script on any kind of page, and dates, ranges, codes, addresses
// and telephone numbers lie in the order in which they are read
import assert from 'node:assert';
import { browser, check, finish, isHtml, languages, route, serve, walk }
	from './browser.mjs';

const b = await browser();
const page = await (await b.newContext({ viewport:
	{ width: 1280, height: 900 } })).newPage();

// ---- where the parts of a text lie

// The left edges of the parts, found one behind the other in the first text
// of the page that holds the whole.
function placesOf([whole, parts]) {
	const texts = document.createTreeWalker(document.body,
		NodeFilter.SHOW_TEXT);
	for (let t = texts.nextNode(); t; t = texts.nextNode()) {
		let at = t.data.indexOf(whole);
		if (at < 0 || !t.parentElement.checkVisibility() ||
		    t.parentElement.closest('svg'))
			continue;
		return parts.map((part) => {
			const range = document.createRange();
			at = t.data.indexOf(part, at);
			range.setStart(t, at);
			range.setEnd(t, at += part.length);
			return range.getBoundingClientRect().left;
		});
	}
	return null;
}

async function lies(direction, whole, parts) {
	const places = await page.evaluate(placesOf, [whole, parts]);
	assert(places, `"${whole}" is not on ${page.url()}`);
	for (let i = 1; i < places.length; i++)
		assert(direction === 'ltr' ? places[i - 1] < places[i]
			: places[i - 1] > places[i],
		`"${parts[i - 1]}" and "${parts[i]}" of "${whole}" lie at ` +
			`${places[i - 1]} and ${places[i]}, not ${direction}`);
}

await check('the order of glyphs is seen', async () => {
	await page.setContent('<p dir="rtl">هاتف +964 770 123 4567');
	await assert.rejects(lies('ltr', '+964 770 123 4567',
		['964', '770', '123', '4567']));
	await page.setContent('<p dir="rtl">هاتف <bdi>+964 770 123 4567</bdi>');
	await lies('ltr', '+964 770 123 4567', ['+', '964', '770', '123', '4567']);
});

const site = await serve('iraq');
site.run('set', 'MOMD', 'description:ar=للاتصال +964 770 123 4567 أو ' +
	'٠٧٧٠ ١٢٣ ٤٥٦٧، في 10.05.2022 أيضاً.');

await check('a date in an Arabic line reads from the right', async () => {
	await page.goto(`${site.url}/ar/pledges/IQ22-4`);
	await lies('rtl', '10 أيار 2022', ['10', 'أيار', '2022']);
	await lies('ltr', '10 أيار 2022', ['1', '0']);
});
await check('a code reads from the left', async () => {
	await page.goto(`${site.url}/ar/pledges/IQ22-4`);
	await lies('ltr', 'IQ22-4', ['IQ', '22', '-', '4']);
});
await check('the first day of a range stands first', async () => {
	await page.goto(`${site.url}/ar`);
	await lies('rtl', '17–20 أيار 2022', ['17', '–', '20', 'أيار', '2022']);
	await page.goto(`${site.url}/ckb`);
	await lies('rtl', '17–20ی ئایاری 2022', ['17', '–', '20', '2022']);
	await page.goto(`${site.url}/en`);
	await lies('ltr', '17–20 May 2022', ['17', '–', '20', 'May', '2022']);
});
await check('telephone numbers read from the left', async () => {
	await page.goto(`${site.url}/ar/organisations/MOMD`);
	await lies('ltr', '+964 770 123 4567', ['+', '964', '770', '123', '4567']);
	await lies('ltr', '٠٧٧٠ \u200e١٢٣', ['٠٧٧٠', '١٢٣', '٤٥٦٧']);
});
await check('addresses read from the left', async () => {
	await page.goto(`${site.url}/ar/documents`);
	const first = await page.evaluate(() =>
		document.querySelector('main table a').getAttribute('href'));
	await page.goto(new URL(first, site.url).href);
	const shown = await page.evaluate(() =>
		document.querySelector('a[rel~="external"]')?.textContent);
	assert(shown, `no address on ${page.url()}`);
	await lies('ltr', shown, [shown.slice(0, 5), shown.slice(5, 10)]);
});

// ---- nothing bare

// Texts with letters of the other script than the page's that share their
// block with letters of the page's own, and that nothing isolates. Blocks are
// isolated by themselves; a long text is one text in its own language. A few
// names of formats and keys stand in our own words.
function bareTexts() {
	const rtl = document.documentElement.dir === 'rtl';
	const arabic = /[\u0620-\u06ff]/;
	const latin = /[A-Za-z\u00c0-\u024f]{2}/;
	const [own, foreign] = rtl ? [arabic, latin] : [latin, arabic];
	const ours = /\b(JSON|CSV|XLSX|ISO|UTF-8|https?|Shift|link)\b/g;
	const inline = (e) => getComputedStyle(e).display === 'inline';
	const found = [];
	const texts = document.createTreeWalker(document.body,
		NodeFilter.SHOW_TEXT);
	for (let t = texts.nextNode(); t; t = texts.nextNode()) {
		const bare = t.data.replace(ours, '')
			.replace(/[\u2066-\u2068][^\u2069]*\u2069/g, '');
		let e = t.parentElement;
		if (!foreign.test(bare) || e.closest('svg, script, style, '
			+ 'textarea, option, [hidden], .prose'))
			continue;
		let isolated = false;
		while (inline(e) && !isolated) {
			isolated = e.hasAttribute('dir') ||
				/isolate|plaintext/.test(
					getComputedStyle(e).unicodeBidi);
			e = e.parentElement;
		}
		if (!isolated && !e.hasAttribute('dir') &&
		    own.test(e.textContent))
			found.push(t.data.trim().slice(0, 100));
	}
	return found;
}

await check('bare words are seen', async () => {
	const rtl = (body) => page.setContent(
		`<html dir="rtl"><body><p>${body}`);
	await rtl('وزارة IOM هنا');
	assert.equal((await page.evaluate(bareTexts)).length, 1);
	await rtl('وزارة <bdi>IOM</bdi> هنا');
	assert.equal((await page.evaluate(bareTexts)).length, 0);
	await rtl('وزارة \u2068IOM\u2069 هنا');
	assert.equal((await page.evaluate(bareTexts)).length, 0);
});

// One page of every kind; forms, histories and lists are written by the same
// code for all records, so one of each.
const kinds = new Map();
for (const p of await walk(site)) {
	const [, l, what = '', ...rest] = route(p.address).split('?')[0]
		.split('/');
	const kind = rest.length === 1 && rest[0] === 'CODE' ?
		`${l}/${what}/CODE` : rest.length ? `${l}/…/${rest.join('/')}` :
			`${l}/${what}`;
	if (isHtml(p) && p.status < 300 && !['dev', 'manual'].includes(what))
		kinds.set(kind, p.address);
}
for (const l of languages) {
	const mine = [...kinds].filter(([kind]) => kind.startsWith(`${l}/`));
	await check(`no bare words of another script: ${l}, ${mine.length} ` +
		'kinds of pages', async () => {
		assert(mine.length > 20);
		const found = [];
		for (const [, address] of mine) {
			await page.goto(address);
			for (const text of await page.evaluate(bareTexts))
				found.push(`${new URL(address).pathname}: ${text}`);
		}
		assert.equal(found.length, 0, found.join('\n'));
	});
}
await finish();

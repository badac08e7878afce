// contrast.test.mjs - our own computation of contrast on one page of every
// kind, in each language, in the light and in the dark: text 7 to 1, large
// text 4.5 to 1 (WCAG 1.4.6, AAA), borders of inputs and the mark of the focus
// 3 to 1 (1.4.11, AA). Written because axe does not judge text that it cannot
// measure, such as text in pictures.
import assert from 'node:assert';
import { browser, check, finish, kinds, serve } from './browser.mjs';

// Runs in the page; gives the faults.
function faults() {
	const parse = (colour) => {
		const n = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
		return [n[0], n[1], n[2], n[3] ?? 1];
	};
	const over = ([r, g, b, a], under) => [r, g, b].map((c, i) =>
		c * a + under[i] * (1 - a)).concat(1);
	const light = (colour) => {
		const [r, g, b] = colour.map((c) => {
			c /= 255;
			return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const ratio = (a, b) => {
		const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
		return (x + 0.05) / (y + 0.05);
	};
	const canvas = parse(getComputedStyle(document.documentElement)
		.backgroundColor);
	const white = [255, 255, 255, 1];
	const page = over(canvas, white);

	// What is painted below an element, from the page up.
	const ground = (element) => {
		const layers = [];
		for (let e = element; e; e = e.parentElement)
			layers.push(parse(getComputedStyle(e).backgroundColor));
		return layers.reverse().reduce((under, c) => over(c, under), page);
	};
	// In a picture: the last filled shape before the text that holds it.
	const shapeUnder = (text) => {
		const at = text.getBBox();
		const x = at.x + at.width / 2, y = at.y + at.height / 2;
		let under = ground(text.ownerSVGElement.parentElement);
		for (const s of text.ownerSVGElement
			.querySelectorAll('rect.b, circle.b')) {
			if (text.compareDocumentPosition(s) &
			    Node.DOCUMENT_POSITION_FOLLOWING)
				break;
			const b = s.getBBox(), fill = getComputedStyle(s).fill;
			if (x >= b.x && x <= b.x + b.width && y >= b.y &&
			    y <= b.y + b.height && fill.startsWith('rgb'))
				under = over(parse(fill), under);
		}
		return under;
	};
	const seen = (e) => e.checkVisibility({ checkOpacity: true,
		checkVisibilityCSS: true }) && e.getClientRects().length > 0;
	const found = new Map();
	const judge = (what, colour, under, least) => {
		const r = ratio(over(parse(colour), under), under);
		if (r + 0.005 < least)
			found.set(`${what} ${colour} on ${under.map(Math.round)}`,
				r.toFixed(2));
	};
	const least = (style) => {
		const size = parseFloat(style.fontSize);
		return size >= 24 || (size >= 18.66 && style.fontWeight >= 700)
			? 4.5 : 7;
	};
	let texts = 0;
	const walker = document.createTreeWalker(document.body,
		NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const node = walker.currentNode, e = node.parentElement;
		if (!node.data.trim() || !seen(e) ||
		    ['SCRIPT', 'STYLE', 'OPTION'].includes(e.tagName) ||
		    ['title', 'desc'].includes(e.tagName))
			continue;
		texts++;
		const style = getComputedStyle(e);
		const name = `${e.tagName.toLowerCase()}.${
			e.getAttribute('class') ?? ''} "${
			node.data.trim().slice(0, 30)}"`;
		if (e.ownerSVGElement)
			judge(name, style.fill, shapeUnder(e), least(style));
		else
			judge(name, style.color, ground(e), least(style));
	}
	for (const e of document.querySelectorAll('body *')) {
		const before = getComputedStyle(e, '::before');
		if (/^".*\p{L}/u.test(before.content) && seen(e))
			judge(`${e.tagName}::before`, before.color, ground(e),
				least(before));
	}
	for (const e of document.querySelectorAll(
		'input:not([type=hidden]), select, textarea, button')) {
		if (!seen(e))
			continue;
		const style = getComputedStyle(e);
		const under = ground(e.parentElement);
		const fill = over(parse(style.backgroundColor), under);
		// A control is seen by its border or by what fills it.
		if (ratio(fill, under) < 3)
			judge(`border of ${e.tagName} ${e.name}`,
				style.borderTopColor, under, 3);
		if (e.placeholder)
			judge(`placeholder of ${e.name}`,
				getComputedStyle(e, '::placeholder').color,
				fill, 7);
	}
	const link = document.querySelector('main a, a');
	link?.focus({ focusVisible: true });
	if (link)
		judge('the mark of the focus', getComputedStyle(link).outlineColor,
			ground(link.parentElement), 3);
	return { texts, found: [...found].map(([k, r]) => `${r}: ${k}`) };
}

const b = await browser();
const context = await b.newContext({ viewport: { width: 1280, height: 900 },
	reducedMotion: 'reduce' });
const page = await context.newPage();

await check('too little contrast is found, in text and in pictures', async () => {
	await page.setContent(`<html style="background:#fff"><body>
		<p style="color:#787878">grey</p><p style="color:#000">black</p>
		<p style="color:#787878;font-size:24px">large</p>
		<svg><rect class="b" width="99" height="40" fill="#333"/>
		<text y="20" style="fill:#000">dark</text></svg>`);
	const { texts, found } = await page.evaluate(faults);
	assert.equal(texts, 4);
	assert.equal(found.length, 3, found.join('\n'));
	assert(found.some((f) => f.startsWith('4.42') && f.includes('grey')));
	assert(found.some((f) => f.includes('dark')));
});

const site = await serve('iraq');
const pages = await kinds(site);
await check('there are pages of many kinds', () =>
	assert(pages.length > 100, pages.map((p) => p.kind).join('\n')));
for (const { kind, address } of pages) {
	await check(`contrast: ${kind}`, async () => {
		await page.emulateMedia({ colorScheme: 'light' });
		await page.goto(address);
		const wrong = [];
		for (const colorScheme of ['light', 'dark']) {
			await page.emulateMedia({ colorScheme });
			const { texts, found } = await page.evaluate(faults);
			assert(texts > 5, `${address}: ${texts} texts`);
			wrong.push(...found.map((f) => `${colorScheme} ${f}`));
		}
		assert.equal(wrong.length, 0, `${address}\n${wrong.join('\n')}`);
	});
}
await finish();

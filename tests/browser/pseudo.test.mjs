// pseudo.test.mjs - the pages with words that are longer by two fifths: at 390
// and 1280 px, from the left and from the right, no words leave their box,
// none are cut off without a mark, and nothing is wider than the window
import assert from 'node:assert';
import { browser, check, finish, kinds, mithaq, needed, serve }
	from './browser.mjs';

// What is wrong with the words of the page, as lines to read.
function outside() {
	const found = [];
	const say = (what, e) => found.push(
		`${what}: <${e.tagName.toLowerCase()} class="${
			e.getAttribute('class') ?? ''}"> ${
			e.textContent.trim().replace(/\s+/g, ' ').slice(0, 80)}`);
	const near = 1.5;
	const wide = document.documentElement.scrollWidth;
	if (wide > window.innerWidth)
		found.push(`the page is ${wide} px wide`);
	// A box that may be moved under its window shows all of its words.
	const moved = (e) => {
		for (; e; e = e.parentElement)
			if (/auto|scroll/.test(getComputedStyle(e).overflowX)
				&& e !== document.documentElement)
				return true;
		return false;
	};
	const unseen = (e) => {
		const s = getComputedStyle(e);
		return s.clipPath !== 'none' || s.visibility === 'hidden';
	};
	const walker = document.createTreeWalker(document.body,
		NodeFilter.SHOW_TEXT);
	for (let n = walker.nextNode(); n; n = walker.nextNode()) {
		const e = n.parentElement;
		if (!n.data.trim() || !e || e.closest('script,style,textarea,option'))
			continue;
		const range = document.createRange();
		range.selectNodeContents(n);
		const boxes = [...range.getClientRects()]
			.filter((r) => r.width > 1 && r.height > 1);
		if (!boxes.length || unseen(e))
			continue;
		if (e.closest('svg')) {
			const svg = e.closest('svg').getBoundingClientRect();
			if (boxes.some((r) => r.left < svg.left - near ||
				r.right > svg.right + near ||
				r.bottom > svg.bottom + near))
				say('outside the picture', e);
			continue;
		}
		// The nearest element that makes a box of its own.
		let box = e;
		while (getComputedStyle(box).display === 'inline' &&
			box.parentElement)
			box = box.parentElement;
		if (unseen(box))
			continue;
		const b = box.getBoundingClientRect();
		if (moved(box))
			continue;
		if (boxes.some((r) => r.left < b.left - near ||
			r.right > b.right + near))
			say('beside its box', box);
		if (boxes.some((r) => r.left < -near ||
			r.right > window.innerWidth + near))
			say('outside the window', box);
	}
	for (const e of document.body.querySelectorAll('*')) {
		const s = getComputedStyle(e);
		if (e.closest('svg') || unseen(e) || !e.textContent.trim() ||
			s.display === 'inline')
			continue;
		if (s.overflowX === 'hidden' && s.textOverflow !== 'ellipsis' &&
			e.scrollWidth > e.clientWidth + near)
			say('cut off at its side', e);
		if (s.overflowY === 'hidden' &&
			e.scrollHeight > e.clientHeight + near)
			say('cut off below', e);
	}
	return [...new Set(found)];
}

const b = await browser();
const context = await b.newContext({ viewport: { width: 390, height: 844 } });
const page = await context.newPage();

await check('words outside their box are found', async () => {
	const tried = async (body) => {
		await page.setContent(`<!doctype html><body>${body}`);
		return (await page.evaluate(outside)).join('\n');
	};
	const long = 'w'.repeat(40);
	assert.match(await tried(`<p style="inline-size:50px">${long}</p>`),
		/beside its box/);
	assert.match(await tried('<p style="inline-size:50px;overflow:hidden">'
		+ `${long}</p>`), /cut off at its side/);
	assert.match(await tried('<p style="block-size:9px;overflow:hidden">'
		+ 'two<br>lines</p>'), /cut off below/);
	assert.match(await tried(`<p>${long.repeat(3)}</p>`), /px wide/);
	assert.match(await tried('<svg width="50" height="20">'
		+ `<text y="9">${long}</text></svg>`), /outside the picture/);
	assert.equal(await tried(`<p>${'word '.repeat(40)}</p>`), '');
	assert.equal(await tried('<div style="overflow:auto"><p>'
		+ `${long.repeat(3)}</p></div>`), '');
});

const site = await serve('iraq', needed(`${mithaq}-pseudo`));
const pages = await kinds(site);
await check('there are pages of many kinds', () =>
	assert(pages.length > 60, pages.map((p) => p.kind).join('\n')));
for (const { kind, address } of pages) {
	await check(`longer words: ${kind}`, async () => {
		const found = [];
		for (const width of [390, 1280]) {
			await page.setViewportSize({ width, height: 900 });
			if (page.url() !== address)
				await page.goto(address);
			for (const said of await page.evaluate(outside))
				found.push(`${width} px: ${said}`);
		}
		assert.equal(found.length, 0, `${address}\n${found.join('\n')}`);
	});
}
await finish();

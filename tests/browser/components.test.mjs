// components.test.mjs - the parts of pages in each state and language: axe
// finds nothing, nothing is cut off or overflows its place from 360 px to a
// wall. Pictures of all are kept in build/artefacts, for eyes; they are never
// compared.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import assert from 'node:assert';
import { browser, check, finish, languages, needed, serve, tree }
	from './browser.mjs';

const axe = readFileSync(needed(path.join(tree,
	'tests/browser/node_modules/axe-core/axe.min.js')), 'utf8');
const folder = path.join(tree, process.env.MITHAQ_ARTEFACTS
	?? 'build/artefacts');
mkdirSync(folder, { recursive: true });

// What is wider than the place it has, unless that place scrolls.
function overflows() {
	const found = [];
	const wide = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth > wide)
		found.push(`the page: ${
			document.documentElement.scrollWidth} px`);
	for (const e of document.querySelectorAll('body *')) {
		if (e.closest('.scroll, svg, select, .skip, [hidden]') ||
		    !e.checkVisibility())
			continue;
		const at = e.getBoundingClientRect();
		if (at.width && (at.left < -1 || at.right > wide + 1))
			found.push(`${e.tagName}.${e.className} ${
				Math.round(at.left)} to ${Math.round(at.right)}`);
		else if (e.tagName === 'BUTTON' && e.scrollWidth >
			 e.clientWidth + 1)
			found.push(`cut: ${e.textContent.slice(0, 40)}`);
	}
	return found;
}

// Text of a picture that leaves the sheet or its box, by more than small
// letters are rounded.
function spilled() {
	const found = [], slack = 2;
	for (const svg of document.querySelectorAll('svg.pic')) {
		const { width } = svg.viewBox.baseVal;
		for (const t of svg.querySelectorAll('text')) {
			const at = t.getBBox();
			if (at.x < -slack || at.x + at.width > width + slack)
				found.push(`${t.textContent}: out of the sheet`);
			const box = t.parentElement.querySelector('rect.b');
			if (!box || t.parentElement === svg)
				continue;
			const b = box.getBBox();
			if (at.x < b.x - slack ||
			    at.x + at.width > b.x + b.width + slack)
				found.push(`${t.textContent}: out of its box`);
		}
	}
	return found;
}

const b = await browser();
const page = await (await b.newContext()).newPage();

await check('what overflows and what spills is found', async () => {
	await page.setViewportSize({ width: 360, height: 800 });
	await page.setContent(`<body><p style="width:900px">wide</p>
		<svg class="pic" viewBox="0 0 50 20"><text x="20" y="10">
		much too long for it</text></svg>`);
	assert((await page.evaluate(overflows)).length >= 2);
	assert.equal((await page.evaluate(spilled)).length, 1);
});

const site = await serve('iraq');
for (const l of languages) {
	for (const state of ['full', 'empty', 'long', 'wrong']) {
		const address = `${site.url}/${l}/dev/components?state=${state}`;
		await check(`${l}, ${state}: axe`, async () => {
			await page.setViewportSize({ width: 1280, height: 900 });
			await page.emulateMedia({ colorScheme: 'light' });
			const answer = await page.goto(address);
			await page.evaluate(() => document.fonts.ready);
			assert.equal(answer.status(), 200);
			await page.evaluate(axe);
			const found = await page.evaluate(() =>
				globalThis.axe.run().then((r) => r.violations.map(
					(v) => `${v.id}: ${v.nodes[0].html}`)));
			assert.equal(found.length, 0, found.join('\n'));
		});
		for (const width of [360, 390, 768, 1440, 2560]) {
			await check(`${l}, ${state}, ${width} px: nothing is cut`,
				async () => {
					await page.setViewportSize({ width, height: 900 });
					const found = [...await page.evaluate(overflows),
						...await page.evaluate(spilled)];
					assert.equal(found.length, 0,
						found.slice(0, 20).join('\n'));
				});
			if (![390, 1440].includes(width))
				continue;
			for (const colorScheme of ['light', 'dark']) {
				await page.emulateMedia({ colorScheme });
				await page.screenshot({ fullPage: true, path:
					path.join(folder, `components-${l}-${state}-${
						width}-${colorScheme}.png`) });
			}
		}
	}
}
await finish();

// axe.mjs - one page of every kind in a language, in Chromium: axe finds
// nothing, the console is silent, nobody else is asked, and nothing is cut off
// at 390 px in the dark. One file of tests for each language calls this, so
// that they run side by side; colours are judged by contrast.test.mjs too.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import assert from 'node:assert';
import { browser, check, finish, kinds, needed, serve, tree }
	from './browser.mjs';

const axe = readFileSync(needed(path.join(tree,
	'tests/browser/node_modules/axe-core/axe.min.js')), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
	'best-practice'];

async function violations(page, runOnly) {
	// Our policy refuses foreign script, as it should: it is put in by the
	// debugger, past the policy.
	await page.evaluate(axe);
	const { violations: found } = await page.evaluate((only) =>
		globalThis.axe.run({ runOnly: only }), runOnly);
	return found.flatMap((v) => v.nodes.slice(0, 3).map((n) =>
		`${v.id}: ${v.help}\n    ${n.html.slice(0, 200)}\n    `
		+ n.failureSummary?.split('\n').slice(1, 3).join(' ').trim()));
}

export async function look(language) {
	const b = await browser();
	const context = await b.newContext({
		viewport: { width: 1280, height: 900 } });
	const page = await context.newPage();
	const noise = [];
	page.on('console', (m) => {
		if (['error', 'warning'].includes(m.type()))
			noise.push(m.text());
	});
	page.on('pageerror', (e) => noise.push(String(e)));
	page.on('request', (r) => {
		if (!/^(http:\/\/127\.0\.0\.1:|data:|about:)/.test(r.url()))
			noise.push(`asks another server: ${r.url()}`);
	});
	await check('axe finds what is wrong', async () => {
		await page.setContent('<html><body><img src="data:,"><input>');
		const found = await violations(page,
			{ type: 'tag', values: rules });
		assert(found.some((f) => f.startsWith('image-alt')),
			found.join('\n'));
		assert(found.some((f) => f.startsWith('label')),
			found.join('\n'));
	});
	noise.length = 0;

	const site = await serve('iraq');
	const pages = await kinds(site, [language]);
	await check('there are pages of many kinds', () =>
		assert(pages.length > 40, pages.map((p) => p.kind).join('\n')));
	for (const { kind, address } of pages) {
		await check(`axe: ${kind}`, async () => {
			noise.length = 0;
			await page.setViewportSize({ width: 1280, height: 900 });
			await page.emulateMedia({ colorScheme: 'light' });
			await page.goto(address);
			const found = await violations(page,
				{ type: 'tag', values: rules });
			assert.equal(found.length, 0,
				`${address}\n${found.join('\n')}`);
			// The browser itself speaks of a page that is an error.
			if (!/… 4\d\d$/.test(kind))
				assert.equal(noise.length, 0,
					`${address}\n${noise.join('\n')}`);
		});
		await check(`narrow and dark: ${kind}`, async () => {
			await page.emulateMedia({ colorScheme: 'dark' });
			await page.setViewportSize({ width: 390, height: 844 });
			const wide = await page.evaluate(() =>
				document.documentElement.scrollWidth);
			assert(wide <= 390, `${address}: ${wide} px wide`);
		});
	}
	await finish();
}

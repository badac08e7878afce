// axe.test.mjs - one page of every kind in each language, in Chromium: axe
// finds nothing, in the light and in the dark, the console is silent, nothing
// is cut off at 390 px
import { readFileSync } from 'node:fs';
import path from 'node:path';
import assert from 'node:assert';
import { browser, check, finish, isHtml, needed, route, serve, tree, walk }
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

const b = await browser();
const context = await b.newContext({ viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
const noise = [];
page.on('console', (m) => {
	if (['error', 'warning'].includes(m.type()))
		noise.push(m.text());
});
page.on('pageerror', (e) => noise.push(String(e)));
page.on('request', (r) => {
	if (!r.url().startsWith('http://127.0.0.1:') &&
	    !r.url().startsWith('data:') && !r.url().startsWith('about:'))
		noise.push(`asks another server: ${r.url()}`);
});

await check('axe finds what is wrong', async () => {
	await page.setContent('<html><body><img src="data:,"><input>');
	const found = await violations(page, { type: 'tag', values: rules });
	assert(found.some((f) => f.startsWith('image-alt')), found.join('\n'));
	assert(found.some((f) => f.startsWith('label')), found.join('\n'));
});
noise.length = 0;

// Forms, histories and lists are written by the same code for every kind of
// record: one of each is looked at, and the page of every kind of record.
function template(address, entities) {
	const kind = route(address);
	const [, l, what, ...rest] = kind.split(/[/?]/);
	if (!entities.has(what) || (rest.length === 1 && rest[0] === 'CODE'))
		return kind;
	return kind.replace(`/${l}/${what}`, `/${l}/…`);
}

const site = await serve('iraq');
const pages = (await walk(site)).filter((p) => isHtml(p) && p.status < 300);
const entities = new Set(pages.map((p) => new URL(p.address).pathname)
	.filter((p) => p.endsWith('/new')).map((p) => p.split('/')[2]));
const kinds = new Map();
for (const { address } of pages) {
	const kind = template(address, entities);
	if (!kinds.has(kind))
		kinds.set(kind, address);
}
await check('there are pages of many kinds', () =>
	assert(kinds.size > 30, [...kinds.keys()].join('\n')));

for (const [kind, address] of kinds) {
	await check(`axe: ${kind}`, async () => {
		noise.length = 0;
		await page.setViewportSize({ width: 1280, height: 900 });
		await page.emulateMedia({ colorScheme: 'light' });
		await page.goto(address);
		const found = await violations(page, { type: 'tag', values: rules });
		assert.equal(found.length, 0, `${address}\n${found.join('\n')}`);
		assert.equal(noise.length, 0, `${address}\n${noise.join('\n')}`);
	});
	await check(`narrow and dark: ${kind}`, async () => {
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.setViewportSize({ width: 390, height: 844 });
		const wide = await page.evaluate(() =>
			document.documentElement.scrollWidth);
		assert(wide <= 390, `${address}: ${wide} px wide`);
		const found = await violations(page,
			{ type: 'rule', values: ['color-contrast'] });
		assert.equal(found.length, 0, `${address}\n${found.join('\n')}`);
	});
}
await finish();

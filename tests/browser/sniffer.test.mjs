// sniffer.test.mjs - HTML_CodeSniffer beside axe: one page of every kind in
// each language holds WCAG 2.1 AA as that second judge reads it
import { readFileSync } from 'node:fs';
import path from 'node:path';
import assert from 'node:assert';
import { browser, check, finish, kinds, needed, serve, tree }
	from './browser.mjs';

const sniffer = readFileSync(needed(path.join(tree,
	'tests/browser/node_modules/html_codesniffer/build/HTMLCS.js')), 'utf8');

async function errors(page) {
	await page.evaluate(sniffer);
	return page.evaluate(() => new Promise((done, failed) => {
		const cs = globalThis.HTMLCS;
		cs.process('WCAG2AA', document, () => done(cs.getMessages()
			.filter((m) => m.type === cs.ERROR)
			.map((m) => `${m.code.split('.').slice(3).join('.')}: ${
				m.msg.slice(0, 160)}\n    ${
				m.element.outerHTML?.slice(0, 160)}`)),
		() => failed(new Error('the sniffer failed')));
	}));
}

const b = await browser();
const page = await (await b.newContext({
	viewport: { width: 1280, height: 900 } })).newPage();

await check('the sniffer finds what is wrong', async () => {
	await page.setContent('<html><body><img src="data:,"><input>');
	const found = await errors(page);
	assert(found.some((f) => f.includes('H37')), found.join('\n'));
	assert(found.some((f) => f.includes('H91')), found.join('\n'));
});

const site = await serve('iraq');
for (const { kind, address } of await kinds(site)) {
	await check(`sniffer: ${kind}`, async () => {
		await page.goto(address);
		const found = [...new Set(await errors(page))].slice(0, 12);
		assert.equal(found.length, 0, `${address}\n${found.join('\n')}`);
	});
}
await finish();

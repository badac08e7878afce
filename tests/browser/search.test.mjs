// search.test.mjs - the field of search offers records while one types, by
// keyboard and for screen readers; without script it is a plain form; every
// page of results is valid HTML
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import assert from 'node:assert';
import { browser, check, finish, get, languages, needed, searches, serve, tree }
	from './browser.mjs';

const site = await serve('iraq');
const b = await browser();
const context = await b.newContext({ viewport: { width: 1280, height: 800 } });
const page = await context.newPage();
const input = page.locator('.find input');
const options = page.locator('.find [role=option]');
const { keyboard } = page;

// Types and waits for the list that answers.
async function type(words) {
	await input.fill('');
	await input.pressSequentially(words);
	await options.first().waitFor();
}

// What a screen reader is told of the field.
function told() {
	const e = document.querySelector('.find input');
	const chosen = document.getElementById(
		e.getAttribute('aria-activedescendant'));
	return {
		role: e.getAttribute('role'),
		open: e.getAttribute('aria-expanded'),
		list: document.getElementById(e.getAttribute('aria-controls'))
			?.getAttribute('role'),
		name: document.getElementById(e.getAttribute('aria-controls'))
			?.getAttribute('aria-label'),
		chosen: chosen?.textContent ?? null,
		selected: document.querySelectorAll(
			'.find [aria-selected=true]').length,
		status: document.querySelector('.find [role=status]').textContent,
		focus: document.activeElement === e,
	};
}

const counts = { ar: /اقتراح/, ckb: /پێشنیار/, en: /suggestion/ };
const ministry = { ar: 'وزارة', ckb: 'وەزارەت', en: 'Ministry' };
for (const l of languages) {
	await check(`${l}: names are offered and counted`, async () => {
		await page.goto(`${site.url}/${l}/pledges`);
		assert.equal((await page.evaluate(told)).open, 'false');
		await type(ministry[l]);
		const t = await page.evaluate(told);
		assert.equal(t.role, 'combobox');
		assert.equal(t.list, 'listbox');
		assert(t.name);
		assert.equal(t.open, 'true');
		assert.equal(t.chosen, null);
		assert.match(t.status, counts[l]);
	});
	await check(`${l}: arrows choose, Enter goes there`, async () => {
		const n = await options.count();
		await keyboard.press('ArrowDown');
		const first = await page.evaluate(told);
		assert(first.chosen && first.focus);
		assert.equal(first.selected, 1);
		await keyboard.press('ArrowUp');
		const last = await page.evaluate(told);
		assert.equal(last.chosen, await options.nth(n - 1).textContent());
		await keyboard.press('ArrowDown');
		assert.equal((await page.evaluate(told)).chosen, first.chosen);
		const code = await options.first().locator('.code').textContent();
		await Promise.all([
			page.waitForURL((u) => u.pathname.endsWith(`/${code}`)),
			keyboard.press('Enter'),
		]);
	});
}

await check('a code and a term are offered too', async () => {
	await page.goto(`${site.url}/en`);
	await type('IQ22-4');
	assert.match(await options.first().textContent(), /IQ22-4/);
	await type('National Referral');
	assert((await options.allTextContents()).some((t) => /term/.test(t)));
});

await check('Escape and leaving close the list', async () => {
	await keyboard.press('Escape');
	assert.equal((await page.evaluate(told)).open, 'false');
	assert.equal(await options.first().isVisible(), false);
	await type('Ministry');
	await keyboard.press('Tab');
	assert.equal((await page.evaluate(told)).open, 'false');
});

await check('Enter without a choice searches', async () => {
	await type('Ministry');
	await Promise.all([
		page.waitForURL((u) => u.pathname === '/en/search' &&
			u.searchParams.get('q') === 'Ministry'),
		keyboard.press('Enter'),
	]);
	assert(await page.locator('.results li').count() > 1);
});

await check('a choice can be clicked', async () => {
	await page.goto(`${site.url}/en`);
	await type('Ministry');
	await Promise.all([
		page.waitForURL((u) => /organisations/.test(u.pathname)),
		options.first().click(),
	]);
});

await check('without script the field is a plain form', async () => {
	const plain = await (await b.newContext({ javaScriptEnabled: false }))
		.newPage();
	await plain.goto(`${site.url}/ar`);
	await plain.fill('.find input', 'العائدين');
	await plain.click('.find button');
	assert.equal(new URL(plain.url()).pathname, '/ar/search');
	assert(await plain.locator('.results mark').count() > 0);
});

await check('every page of search is valid HTML', async () => {
	const jar = needed(path.join(tree,
		'tests/browser/node_modules/vnu-jar/build/dist/vnu.jar'));
	const folder = mkdtempSync(path.join(tmpdir(), 'mithaq-search-'));
	const files = [];
	for (const l of languages)
		for (const [state, query] of searches) {
			const { body, status } = await get(
				`${site.url}/${l}/search?${query}`);
			assert.equal(status, 200);
			files.push(path.join(folder, `${l}-${files.length}.html`));
			writeFileSync(files.at(-1), body);
			assert(Buffer.byteLength(body) < 60 * 1024, state);
		}
	const r = spawnSync('java', ['-jar', jar, '--stdout',
		'--exit-zero-always', ...files], { encoding: 'utf8' });
	rmSync(folder, { recursive: true });
	assert.equal(r.status, 0, r.stderr);
	assert.equal(r.stdout.trim(), '');
});

await finish();

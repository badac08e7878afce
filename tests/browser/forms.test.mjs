// forms.test.mjs - adding a pledge with an action in Arabic, mistakes, two
// writers at once, linking and taking it back, in Chromium with and without
// script; axe finds nothing in any of these states
import { readFileSync } from 'node:fs';
import path from 'node:path';
import assert from 'node:assert';
import { browser, check, finish, serve, tree } from './browser.mjs';

const axe = readFileSync(path.join(tree,
	'tests/browser/node_modules/axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
	'best-practice'];

async function clean(page) {
	await page.evaluate(axe);
	const { violations } = await page.evaluate((only) =>
		globalThis.axe.run({ runOnly: only }), rules);
	assert.deepEqual(violations.map((v) =>
		`${v.id}: ${v.nodes[0].html.slice(0, 200)}`), []);
}

const save = (page) => page.click('form.record button.main');
const text = (page, what) => page.textContent(what);
const value = (page, name) => page.inputValue(`[name="${name}"]`);
const code = (page) => new URL(page.url()).pathname.split('/')[3];

const b = await browser();
const site = await serve('iraq');

for (const scheme of ['light', 'dark']) {
	const context = await b.newContext({ colorScheme: scheme,
		viewport: { width: 900, height: 900 } });
	const page = await context.newPage();
	const at = (rest) => page.goto(site.url + rest);
	let pledge;

	await check(`${scheme}: mistakes are told and what was typed is kept`,
		async () => {
			await at('/ar/pledges/new');
			await page.fill('[name="title:ar"]', 'تعهد للتجربة');
			await page.fill('[name=due_on]', '31.02.2024');
			await page.fill('[name=cycle]', 'C-2');
			await page.waitForFunction(() => document
				.querySelector('#names-cycle').options.length);
			await save(page);
			assert.match(await page.title(), /^خطأ/);
			assert.equal(await value(page, 'due_on'), '31.02.2024');
			assert.equal(await value(page, 'title:ar'),
				'تعهد للتجربة');
			assert.equal(await page.locator('.problems li').count(), 2);
			assert.equal(await page.evaluate(() =>
				document.activeElement.className), 'problems');
			await clean(page);
		});

	await check(`${scheme}: put right, the pledge stands`, async () => {
		await page.fill('[name=due_on]', '٣١/١٢/٢٠٢٧');
		await page.fill('[name=cycle]', 'C-2022');
		await save(page);
		pledge = code(page);
		assert.match(await text(page, 'h1'), /تعهد للتجربة/);
		assert.match(await text(page, '.card'), /31 كانون الأول 2027/);
		await clean(page);
	});

	await check(`${scheme}: it is a draft, until it is published`, async () => {
		assert.match(await text(page, '.notice'), /مسودة/);
		assert.match(await text(page, 'h1'), /مسودة/);
		await page.click('.notice button');
		assert.equal(await page.locator('.notice').count(), 0);
		assert.doesNotMatch(await text(page, 'h1'), /مسودة/);
		await at('/ar/pledges');
		assert.match(await page.locator('tr', { has: page.locator(
			`a[href="/ar/pledges/${pledge}"]`) }).textContent(),
		/تعهد للتجربة/);
	});

	await check(`${scheme}: an action is added and serves it`, async () => {
		await at('/ar/actions/new');
		await page.fill('[name="title:ar"]', 'إجراء للتجربة');
		await page.selectOption('[name=stage]', 'published');
		await save(page);
		assert.equal(await page.locator('.notice').count(), 0);
		const action = code(page);
		await at(`/ar/actions/${action}/link`);
		await page.selectOption('#kind', 'serves:out');
		await page.fill('#to', pledge);
		await save(page);
		await clean(page);
		await at(`/ar/pledges/${pledge}`);
		assert.match(await text(page, '#links'), /إجراء للتجربة/);
	});

	await check(`${scheme}: a name typed in Arabic gives codes`, async () => {
		await at(`/ar/pledges/${pledge}/link`);
		await page.fill('#to', 'وزارة');
		await page.waitForFunction(() =>
			document.querySelector('#names-to').options.length > 2);
		await page.selectOption('#kind', 'leads:in');
		await page.fill('#to', 'MOMD');
		await page.selectOption('#provenance', 'inferred');
		await save(page);
		assert.equal(await page.locator('#links .inferred').count(), 1);
		await page.click('.done button');
		assert.equal(await page.locator('#links .inferred').count(), 0);
		await page.click('.done button');
		assert.equal(await page.locator('#links .inferred').count(), 1);
		await clean(page);
	});

	await check(`${scheme}: two writers, both versions are seen`, async () => {
		await at(`/ar/pledges/${pledge}/edit`);
		const other = await context.newPage();
		await other.goto(page.url());
		await other.fill('[name=number]', '7');
		await save(other);
		await page.fill('[name=number]', '9');
		await save(page);
		assert.match(await text(page, '.conflict'), /حفظ غيرك/);
		assert.match(await text(page, 'main table'), /7[^]*9/);
		assert.equal(await value(page, 'number'), '9');
		await clean(page);
		await save(page);
		assert.match(page.url(), /done=change/);
	});

	await check(`${scheme}: withdrawn with a reason, and back`, async () => {
		await at(`/ar/pledges/${pledge}/withdraw`);
		await page.fill('#reason', 'سبب');
		await save(page);
		assert.match(await text(page, '.notice'), /سبب/);
		await clean(page);
		await page.click('.done button');
		assert.equal(await page.locator('.notice').count(), 0);
	});
	await context.close();
}

await check('all of it works without script', async () => {
	const context = await b.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${site.url}/ar/pledges/new`);
	await page.fill('[name="title:ar"]', 'بلا برمجة');
	await page.fill('[name=cycle]', 'C-2022');
	await page.press('[name=cycle]', 'Enter');
	assert.match(await text(page, 'h1'), /بلا برمجة/);
	assert.match(await text(page, '.notice'), /مسودة/);
	await page.press('.done button', 'Enter');
	assert.match(await text(page, '.notice'), /سُحب/);
});

await finish();

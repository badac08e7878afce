// edit.test.mjs - working in Arabic: a pledge and an action are added and
// linked, mistakes are told beside what was typed, two people save at once
import assert from 'node:assert';
import { browser, check, finish, serve } from './browser.mjs';

const site = await serve('iraq');
const b = await browser();
const context = await b.newContext({ locale: 'ar-IQ' });
const page = await context.newPage();
const main = page.locator('main');
const save = () => page.locator('form.record button.main').click();
const path = () => new URL(page.url()).pathname;
const gap = async (kind) => {
	const answer = await page.request.get(
		`${site.url}/ar/gaps/${kind}?format=json`);
	const rows = await answer.json();
	return (Array.isArray(rows) ? rows
		: Object.values(rows).find(Array.isArray)).map((r) =>
		r.code ?? r.record?.code ?? JSON.stringify(r));
};
let pledge;
let action;

await check('a pledge without a title is refused, what was typed is kept', async () => {
	await page.goto(`${site.url}/ar/pledges`);
	await page.locator('a[href="/ar/pledges/new"]').first().click();
	await page.fill('[name="due_on"]', '31.02.2027');
	await page.fill('[name="number"]', '٨');
	await save();
	assert.equal(path(), '/ar/pledges/new');
	assert.match(await page.title(), /^خطأ/);
	assert.equal(await page.inputValue('[name="due_on"]'), '31.02.2027');
	assert.equal(await page.inputValue('[name="number"]'), '٨');
	const problems = page.locator('.problems');
	assert(await problems.isVisible());
	for (const field of ['title', 'cycle', 'due_on']) {
		assert(await problems.locator(`a[href="#${field}"]`).count(),
			`no way from the problems to ${field}`);
		assert.equal(await page.locator(`#${field}`)
			.getAttribute('aria-invalid'), 'true', field);
	}
});

await check('the problems have the focus', async () =>
	assert(await page.evaluate(() =>
		document.activeElement.classList.contains('problems'))));

await check('the corrected pledge is saved', async () => {
	await page.fill('[name="title:ar"]', 'تعهد من اختبار المتصفح');
	await page.fill('[name="cycle"]', 'C-2022');
	await page.fill('[name="due_on"]', '٣١/١٢/٢٠٢٦');
	await save();
	assert.match(path(), /^\/ar\/pledges\/(?!new)/);
	pledge = decodeURIComponent(path().split('/')[3]);
	assert(await page.locator('.done[role="status"]').isVisible());
	assert.match(await page.textContent('h1'), /تعهد من اختبار المتصفح/);
	assert.match(await main.textContent(), /31 كانون الأول 2026/);
	assert((await gap('pledge_no_action')).includes(pledge));
});

await check('an action is added and linked to it', async () => {
	await page.goto(`${site.url}/ar/actions/new`);
	await page.fill('[name="title:ar"]', 'إجراء من اختبار المتصفح');
	for (const select of await page.locator(
		'form.record select[required], .field:has(.must) select').all()) {
		const value = await select.locator('option:not([value=""])')
			.first().getAttribute('value');
		await select.selectOption(value);
	}
	await save();
	assert.match(path(), /^\/ar\/actions\/(?!new)/);
	action = decodeURIComponent(path().split('/')[3]);
	await page.goto(`${site.url}/ar/actions/${action}/link`);
	await page.selectOption('[name="kind"]', 'serves:out');
	await page.fill('[name="to"]', pledge);
	await save();
	await page.goto(`${site.url}/ar/pledges/${pledge}`);
	assert(await main.locator(`a[href="/ar/actions/${action}"]`).count());
	assert(!(await gap('pledge_no_action')).includes(pledge));
});

await check('the names are offered as one types', async () => {
	await page.goto(`${site.url}/ar/actions/${action}/link`);
	await page.locator('[name="to"]').pressSequentially('تعهد من اختبار');
	await page.locator('#names-to option').first()
		.waitFor({ state: 'attached' });
	const offered = await page.locator('#names-to option')
		.evaluateAll((some) => some.map((o) => o.value));
	assert(offered.includes(pledge), offered.join(' '));
	await page.fill('[name="to"]', '');
});

await check('the link is removed, and undone', async () => {
	await page.goto(`${site.url}/ar/actions/${action}/link`);
	await page.locator('ul.removable li').filter({ has:
		page.locator(`a[href="/ar/pledges/${pledge}"]`) })
		.locator('button').click();
	assert((await gap('pledge_no_action')).includes(pledge));
	await page.locator('.done button').click();
	assert(!(await gap('pledge_no_action')).includes(pledge));
});

await check('two people save: the second sees both versions', async () => {
	const edit = `${site.url}/ar/pledges/${pledge}/edit`;
	const other = await context.newPage();
	await page.goto(edit);
	await other.goto(edit);
	await page.fill('[name="title:ar"]', 'عنوان الأول');
	await save();
	assert.equal(path(), `/ar/pledges/${pledge}`);
	await other.fill('[name="title:ar"]', 'عنوان الثاني');
	const [answer] = await Promise.all([
		other.waitForResponse((r) => r.request().method() === 'POST'),
		other.locator('form.record button.main').click(),
	]);
	assert.equal(answer.status(), 409);
	const said = await other.textContent('main');
	assert.match(said, /عنوان الأول/);
	assert.equal(await other.inputValue('[name="title:ar"]'),
		'عنوان الثاني');
	// Having seen both, the second may save.
	await other.locator('form.record button.main').click();
	await other.waitForURL(`**/ar/pledges/${pledge}*`);
	assert.match(await other.textContent('h1'), /عنوان الثاني/);
	await other.close();
});

await check('the history shows who changed what, old and new', async () => {
	await page.goto(`${site.url}/ar/pledges/${pledge}/history`);
	const text = await main.textContent();
	assert.match(text, /عنوان الأول/);
	assert.match(text, /عنوان الثاني/);
});

await check('withdrawing asks for a reason first', async () => {
	await page.goto(`${site.url}/ar/pledges/${pledge}/withdraw`);
	await save();
	assert.equal(path(), `/ar/pledges/${pledge}/withdraw`);
	assert.match(await page.title(), /^خطأ/);
	await page.fill('[name="reason"]', 'سجل اختبار');
	await save();
	await page.goto(`${site.url}/ar/pledges/${pledge}`);
	assert.match(await main.textContent(), /سجل اختبار/);
});

await check('text that looks like markup stays text', async () => {
	await page.goto(`${site.url}/ar/actions/${action}/edit`);
	const nasty = '<img src=x onerror=alert(1)>"\'&lt;';
	await page.fill('[name="title:ar"]', nasty);
	let alarm = false;
	page.on('dialog', (d) => { alarm = true; d.dismiss(); });
	await save();
	assert.equal((await page.textContent('h1')).trim().includes(nasty), true);
	for (const where of [`pledges/${pledge}`, 'actions',
		`actions/${action}/history`, `actions/${action}/edit`])
		await page.goto(`${site.url}/ar/${where}`);
	assert.equal(alarm, false);
	assert.equal(await page.locator('img[src="x"]').count(), 0);
});

await check('the log is whole', async () => {
	site.run('verify');
});
await finish();

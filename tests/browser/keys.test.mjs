// keys.test.mjs - by the keyboard alone: everything is reached, the focus is
// seen and never hidden, the shortcuts lead where they say, rest in fields and
// can be switched off; the public's question is answered without a mouse
import assert from 'node:assert';
import { browser, check, finish, languages, serve } from './browser.mjs';

const site = await serve('iraq');
const b = await browser();
const page = await (await b.newContext({ reducedMotion: 'reduce',
	viewport: { width: 1280, height: 800 } })).newPage();
const keyboard = page.keyboard;
const where = () => new URL(page.url()).pathname;

// What has the focus: is it seen, marked, and not covered?
function focused() {
	const e = document.activeElement;
	if (!e || e === document.body)
		return null;
	const at = e.getBoundingClientRect();
	const mark = getComputedStyle(e);
	const shape = e.querySelector?.('.b');
	const line = e.getClientRects()[0] ?? at;
	const x = Math.min(Math.max(line.left + line.width / 2, 1),
		innerWidth - 2);
	const y = Math.min(Math.max(line.top + Math.min(line.height, 20) / 2,
		1), innerHeight - 2);
	const top = document.elementFromPoint(x, y);
	return {
		name: `${e.tagName} ${(e.textContent || e.name).trim()
			.slice(0, 40)}`,
		seen: at.width > 0 && at.bottom > 0 && at.top < innerHeight &&
			at.right > 0 && at.left < innerWidth,
		marked: mark.outlineStyle !== 'none' &&
			parseFloat(mark.outlineWidth) >= 2 ||
			!!shape && parseFloat(getComputedStyle(shape)
				.strokeWidth) >= 3,
		free: e.contains(top) || top?.contains(e) ||
			!!e.ownerSVGElement?.contains(top),
	};
}

// Tab by Tab from the top; every stop is judged. Gives how many there were.
async function walkByTab(address, most) {
	await page.goto(address);
	const wanted = await page.evaluate(() => [...document.querySelectorAll(
		'a[href], button, input:not([type=hidden]), select, textarea, '
		+ 'summary, [tabindex="0"]')].filter((e) =>
		e.checkVisibility() && e.tabIndex >= 0).length);
	let n = 0;
	while (n < Math.min(most, wanted)) {
		await keyboard.press('Tab');
		const f = await page.evaluate(focused);
		assert(f, `the focus is lost after ${n} of ${wanted} on ${address}`);
		assert(f.seen && f.marked && f.free,
			`${address}: ${JSON.stringify(f)}`);
		n++;
	}
	return n;
}

for (const [path, most] of [['/ar', 120], ['/ar/pledges', 60],
	['/ar/pledges/IQ22-4', 80], ['/ar/pledges/IQ22-4/edit', 120],
	['/ckb/gaps', 60], ['/en/report-back', 60],
	['/ar/events/EV-2022-07-21/release', 60]]) {
	await check(`Tab reaches what there is, and it is seen: ${path}`,
		async () => assert(await walkByTab(site.url + path, most) > 15));
}

await check('the first stop skips to the content', async () => {
	await page.goto(`${site.url}/ar`);
	await keyboard.press('Tab');
	assert.equal(await page.evaluate(() => document.activeElement.className),
		'skip');
	await keyboard.press('Enter');
	await keyboard.press('Tab');
	assert(await page.evaluate(() =>
		!!document.activeElement.closest('main')));
});

for (const l of languages) {
	await check(`${l}: ? shows the keys, Esc closes`, async () => {
		await page.goto(`${site.url}/${l}`);
		await keyboard.press('Shift+Slash');
		const dialog = page.locator('dialog');
		await dialog.waitFor();
		assert((await dialog.locator('tr').count()) > 8);
		assert.equal(await dialog.locator('h1').textContent(),
			await dialog.evaluate((d) => document.getElementById(
				d.getAttribute('aria-labelledby')).textContent));
		await keyboard.press('Escape');
		await dialog.waitFor({ state: 'detached' });
	});
	for (const [keys, path] of [['hH', ''], ['pP', '/pledges'],
		['gG', '/gaps'], ['rR', '/report-back'], ['eE', '/events'],
		['bB', '/bodies'], ['lL', '/plans']]) {
		await check(`${l}: G ${keys[1]} leads to /${l}${path}`, async () => {
			await page.goto(`${site.url}/${l}/keys`);
			await keyboard.press('KeyG');
			await Promise.all([
				page.waitForURL((u) => u.pathname === `/${l}${path}`),
				keyboard.press(`Key${keys[1]}`),
			]);
		});
	}
}

await check('/ goes to the search field, where letters are letters', async () => {
	await page.goto(`${site.url}/ar`);
	await keyboard.press('Slash');
	assert.equal(await page.evaluate(() => document.activeElement.name), 'q');
	await keyboard.type('g?p/');
	assert.equal(await page.inputValue('.find input'), 'g?p/');
	assert.equal(where(), '/ar');
	assert.equal(await page.locator('dialog').count(), 0);
});

await check('an Arabic layout has the same keys in the same places', async () => {
	await page.goto(`${site.url}/ar`);
	await page.evaluate(() => {
		for (const [code, key] of [['KeyG', 'ل'], ['KeyP', 'ح']])
			document.body.dispatchEvent(new KeyboardEvent('keydown',
				{ code, key, bubbles: true }));
	});
	await page.waitForURL((u) => u.pathname === '/ar/pledges');
	await page.evaluate(() => document.body.dispatchEvent(
		new KeyboardEvent('keydown', { code: 'Slash', key: '؟',
			shiftKey: true, bubbles: true })));
	await page.locator('dialog').waitFor();
});

await check('switched off they do nothing, until switched on', async () => {
	await page.goto(`${site.url}/ar/keys`);
	await page.locator('#keys-off').focus();
	await keyboard.press('Space');
	await page.goto(`${site.url}/ar`);
	await keyboard.press('KeyG');
	await keyboard.press('KeyP');
	await keyboard.press('Slash');
	assert.notEqual(await page.evaluate(() => document.activeElement.name),
		'q');
	assert.equal(where(), '/ar');
	await page.goto(`${site.url}/ar/keys`);
	assert(await page.isChecked('#keys-off'));
	await page.locator('#keys-off').focus();
	await keyboard.press('Space');
	await page.goto(`${site.url}/ar`);
	await keyboard.press('Slash');
	assert.equal(await page.evaluate(() => document.activeElement.name), 'q');
});

// Presses Tab until what has the focus is what is looked for.
async function tabTo(selector) {
	for (let i = 0; i < 200; i++) {
		await keyboard.press('Tab');
		if (await page.evaluate((s) =>
			document.activeElement.matches(s), selector))
			return;
	}
	throw new Error(`${selector} is not reached by Tab on ${page.url()}`);
}

await check('what was promised on climate, and what happened: no mouse',
	async () => {
		await page.goto(`${site.url}/ar`);
		await tabTo('main a[href="/ar/pledges/IQ22-1"]');
		await Promise.all([page.waitForURL('**/pledges/IQ22-1'),
			keyboard.press('Enter')]);
		assert.match(await page.textContent('h1'), /المناخ/);
		assert.match(await page.textContent('main'), /130,788|130788/);
		await tabTo('#sources a, #voices a[href*="/updates/"]');
		await Promise.all([
			page.waitForURL((u) => !u.pathname.endsWith('IQ22-1')),
			keyboard.press('Enter')]);
		assert.equal(await page.locator('h1').count(), 1);
	});
await finish();

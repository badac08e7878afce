// minutes.test.mjs - the first two minutes of somebody who knows nothing: what
// was pledged, what was announced since, where the chain is broken, and the
// release written from the records; in Arabic, with and without script, with
// the keyboard alone, and the same pages in the other languages
import assert from 'node:assert';
import { browser, check, finish, languages, serve } from './browser.mjs';

const site = await serve('iraq');
const b = await browser();

// The number that stands in a text, whatever digits it is written in.
function number(text) {
	const western = text.replace(/[٠-٩۰-۹]/g, (d) =>
		String('٠١٢٣٤٥٦٧٨٩'.indexOf(d) >= 0 ? '٠١٢٣٤٥٦٧٨٩'.indexOf(d)
			: '۰۱۲۳۴۵۶۷۸۹'.indexOf(d)));
	const found = western.match(/\d+/);
	return found && Number(found[0]);
}

for (const [javaScriptEnabled, width] of [[true, 1280], [false, 390]]) {
	const how = javaScriptEnabled ? 'with script' : 'without script, narrow';
	const context = await b.newContext({ locale: 'ar-IQ', javaScriptEnabled,
		viewport: { width, height: 844 } });
	const page = await context.newPage();
	const main = page.locator('main');

	await check(`${how}: / leads to the language of the browser`, async () => {
		await page.goto(`${site.url}/`);
		assert.equal(new URL(page.url()).pathname, '/ar');
		assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
	});
	await check(`${how}: the band says that it is not official`, async () =>
		assert.match(await page.textContent('.band'), /ليس موقعاً رسمياً/));
	await check(`${how}: the question, and seven pledges`, async () => {
		assert.match(await page.textContent('h1'), /2022.*؟/);
		const seen = new Set();
		for (const a of await main.locator(
			'a[href^="/ar/pledges/IQ22-"]').all())
			seen.add(await a.getAttribute('href'));
		assert.equal(seen.size, 7);
	});
	await check(`${how}: a pledge shows its chain`, async () => {
		await main.locator('a[href="/ar/pledges/IQ22-4"]').first().click();
		assert.equal(new URL(page.url()).pathname, '/ar/pledges/IQ22-4');
		// Drawn where there is room; else a list, which opens.
		if (await page.locator('svg.chain').isVisible())
			return;
		const list = page.locator('details.of-chain');
		const summary = list.locator('summary');
		if (await list.getAttribute('open') === null
			&& await summary.isVisible())
			await summary.click();
		assert(await list.locator('.chain-list').isVisible());
	});
	await check(`${how}: a step of the chain leads on`, async () => {
		await page.locator('svg.chain a[href*="/ar/actions/"]:visible, '
			+ '.chain-list a[href*="/ar/actions/"]:visible').first()
			.click();
		assert.match(new URL(page.url()).pathname, /^\/ar\/actions\//);
		assert(await page.locator('a[href="/ar/pledges/IQ22-4"]').count());
	});
	await check(`${how}: where the chain is broken`, async () => {
		await page.goto(`${site.url}/ar/gaps`);
		const gap = main.locator('a[href="/ar/gaps/pledge_no_action"]');
		const n = number(await gap.textContent());
		assert(n > 0);
		await gap.click();
		const rows = new Set();
		for (const a of await main.locator(
			'a[href^="/ar/pledges/IQ22-"]').all())
			rows.add(await a.getAttribute('href'));
		assert.equal(rows.size, n);
	});
	await check(`${how}: the briefing and its release`, async () => {
		await page.goto(`${site.url}/ar`);
		await main.locator('a[href="/ar/events/EV-2022-07-21/release"]')
			.first().click();
		const text = await main.textContent();
		assert.match(text, /21 تموز 2022|٢١ تموز ٢٠٢٢/);
		assert(text.length > 800, `${text.length} characters`);
	});
	await context.close();
}

const context = await b.newContext({ locale: 'ar-IQ',
	viewport: { width: 1280, height: 900 } });
const page = await context.newPage();

await check('Arabic is set in our own font, which the page brings', async () => {
	await page.goto(`${site.url}/ar`);
	const fonts = await page.evaluate(async () => {
		await document.fonts.ready;
		return [...document.fonts].filter((f) => f.status === 'loaded')
			.map((f) => f.family.replaceAll('"', ''));
	});
	const family = await page.evaluate(() =>
		getComputedStyle(document.querySelector('h1')).fontFamily);
	assert(fonts.length, 'no font was loaded');
	assert(fonts.some((f) => family.includes(f)), `${family}: ${fonts}`);
});

for (const l of languages) {
	await check(`${l}: the chain runs in the direction of the text`, async () => {
		await page.goto(`${site.url}/${l}/pledges/IQ22-4`);
		const pledge = await page.locator('svg.chain '
			+ `a[href="/${l}/pledges/IQ22-4"]`).first().boundingBox();
		const action = await page.locator('svg.chain '
			+ `a[href*="/${l}/actions/"]`).first().boundingBox();
		assert(pledge && action);
		if (l === 'en')
			assert(pledge.x < action.x);
		else
			assert(pledge.x > action.x);
	});
	await check(`${l}: every number of the home page opens its rows`, async () => {
		await page.goto(`${site.url}/${l}`);
		const links = await page.locator('.lead a').evaluateAll((some) =>
			some.map((a) => [a.textContent, a.getAttribute('href')]));
		assert(links.length >= 4);
		for (const [text, href] of links) {
			const n = number(text);
			if (n === null || /\/events\//.test(href))
				continue;
			const url = new URL(href, page.url());
			url.searchParams.set('format', 'json');
			const answer = await page.request.get(url.href);
			assert.equal(answer.status(), 200, url.href);
			const rows = await answer.json();
			const list = Array.isArray(rows) ? rows
				: Object.values(rows).find(Array.isArray);
			assert.equal(list?.length, n, `${text}: ${url.href}`);
		}
	});
	await check(`${l}: the same page in the other languages`, async () => {
		for (const to of languages.filter((o) => o !== l)) {
			await page.goto(`${site.url}/${l}/pledges/IQ22-4`);
			await page.locator(`nav.langs a[lang="${to}"]`).click();
			assert.equal(new URL(page.url()).pathname,
				`/${to}/pledges/IQ22-4`);
			assert.equal(await page.getAttribute('html', 'lang'), to);
		}
	});
}

await check('the keyboard: past the navigation, focus is seen', async () => {
	await page.goto(`${site.url}/ar`);
	await page.keyboard.press('Tab');
	const skip = await page.evaluate(() => ({
		href: document.activeElement.getAttribute('href'),
		seen: document.activeElement.getBoundingClientRect().top >= 0,
	}));
	assert.deepEqual(skip, { href: '#main', seen: true });
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	const next = await page.evaluate(() => {
		const a = document.activeElement;
		const s = getComputedStyle(a);
		return { inMain: !!a.closest('main'),
			ring: s.outlineStyle !== 'none' && s.outlineWidth !== '0px' };
	});
	assert.deepEqual(next, { inMain: true, ring: true });
});

await check('the short address leads to the record', async () => {
	await page.goto(`${site.url}/r/IQ22-4`);
	assert.equal(new URL(page.url()).pathname, '/ar/pledges/IQ22-4');
});

await check('no page waits for another server, none is cached by name', async () => {
	const asked = [];
	page.on('request', (r) => asked.push(r.url()));
	await page.goto(`${site.url}/ar`);
	assert(asked.every((u) => u.startsWith(site.url)), asked.join('\n'));
	const css = asked.find((u) => u.endsWith('.css'));
	const answer = await page.request.get(css);
	assert.match(answer.headers()['cache-control'], /immutable/);
});

for (const [path, least] of [['/ar', 5], ['/en', 5], ['/ar/pledges/IQ22-4', 5]]) {
	await check(`a first visit to ${path} takes at most six requests`,
		async () => {
			const fresh = await (await b.newContext()).newPage();
			const asked = [];
			fresh.on('request', (r) => asked.push(r.url()));
			await fresh.goto(site.url + path,
				{ waitUntil: 'networkidle' });
			await fresh.evaluate(() => document.fonts.ready);
			assert(asked.length >= least && asked.length <= 6,
				asked.join('\n'));
			await fresh.close();
		});
}
await finish();

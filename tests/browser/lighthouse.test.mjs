// lighthouse.test.mjs - Lighthouse gives 100 for accessibility, best practices
// and SEO: home, list, record and form in three languages on a phone, and at
// the desk. Its question whether the page may be found by search engines is
// left out: a demonstration says noindex on purpose.
import assert from 'node:assert';
import { once } from 'node:events';
import http from 'node:http';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { check, finish, languages, serve } from './browser.mjs';

const site = await serve('iraq');
const chrome = await launch({
	chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
	chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu',
		'--disable-quic', '--disable-background-networking',
		'--disable-component-update', '--disable-sync',
		'--no-first-run', '--disable-dev-shm-usage'],
});
const asked = { port: chrome.port, output: 'json', logLevel: 'error',
	onlyCategories: ['accessibility', 'best-practices', 'seo'],
	skipAudits: ['is-crawlable'] };

// What costs points, by category.
async function found(address, config) {
	const { lhr } = await lighthouse(address, asked, config);
	assert.equal(lhr.runtimeError, undefined, lhr.runtimeError?.message);
	return Object.values(lhr.categories).filter((c) => c.score < 1)
		.flatMap((c) => c.auditRefs.map((a) => lhr.audits[a.id])
			.filter((a) => a.score !== null && a.score < 1)
			.map((a) => `${c.id} ${c.score}: ${a.id}: ${a.title}`));
}

try {
	await check('Lighthouse finds what is wrong', async () => {
		const spoilt = http.createServer((_, answer) => {
			answer.setHeader('content-type', 'text/html');
			answer.end('<!doctype html><html><body><img src="data:,">');
		}).listen(0, '127.0.0.1');
		await once(spoilt, 'listening');
		const wrong = await found(
			`http://127.0.0.1:${spoilt.address().port}/`);
		spoilt.close();
		assert(wrong.some((w) => w.includes('image-alt')),
			wrong.join('\n'));
		assert(wrong.some((w) => w.startsWith('seo')), wrong.join('\n'));
	});
	for (const [name, path] of [['home', ''], ['list', '/pledges'],
		['record', '/pledges/IQ22-4'], ['form', '/pledges/new']]) {
		for (const l of languages) {
			await check(`${name}, ${l}, phone`, async () => {
				const wrong = await found(`${site.url}/${l}${path}`);
				assert.equal(wrong.length, 0, wrong.join('\n'));
			});
		}
		await check(`${name}, ar, desk`, async () => {
			const wrong = await found(`${site.url}/ar${path}`,
				desktopConfig);
			assert.equal(wrong.length, 0, wrong.join('\n'));
		});
	}
} finally {
	await chrome.kill();
}
await finish();

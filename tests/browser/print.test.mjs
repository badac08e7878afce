// print.test.mjs - on paper: the sheet of the report-back, the release and a
// record fit A4, in ink, without what only a screen can use
import assert from 'node:assert';
import { browser, check, finish, languages, serve } from './browser.mjs';

const site = await serve('iraq');
const b = await browser();
// As wide as A4 within its margins; the window's own scheme is dark.
const page = await (await b.newContext({ colorScheme: 'dark',
	viewport: { width: 688, height: 1000 } })).newPage();

// Sizes of the sheets of a PDF, in points.
function sheets(pdf) {
	return [...pdf.toString('latin1').matchAll(
		/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)]
		.map(([, w, h]) => `${Math.round(w)}x${Math.round(h)}`);
}

for (const l of languages) {
	for (const [path, most] of [['report-back', 2],
		['events/EV-2022-07-21/release', 2], ['pledges/IQ22-4', 5]]) {
		const address = `${site.url}/${l}/${path}`;
		await check(`${l}, ${path}: at most ${most} sheets of A4`,
			async () => {
				await page.emulateMedia({ media: null });
				await page.goto(address);
				const all = sheets(await page.pdf({
					preferCSSPageSize: true }));
				assert(all.length > 0 && all.length <= most,
					`${all.length} sheets`);
				assert(all.every((s) => s === '595x842'),
					all.join(' '));
			});
		await check(`${l}, ${path}: ink on white, nothing cut`,
			async () => {
				await page.emulateMedia({ media: 'print' });
				const seen = await page.evaluate(() => ({
					wide: document.documentElement.scrollWidth,
					useless: [...document.querySelectorAll(
						'nav, form, button, .langs, .help')]
						.filter((e) => e.checkVisibility())
						.map((e) => e.outerHTML.slice(0, 80)),
					paper: getComputedStyle(document
						.documentElement).backgroundColor,
					ink: getComputedStyle(document.body).color,
				}));
				assert(seen.wide <= 688, `${seen.wide} px`);
				assert.deepEqual(seen.useless, []);
				assert.equal(seen.paper, 'rgb(255, 255, 255)');
				assert.equal(seen.ink, 'rgb(0, 0, 0)');
			});
	}
}
await finish();

// pages.test.mjs - every link of the demos answers, every page is valid HTML
// by the Nu checker and says its language and direction
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import assert from 'node:assert';
import { byRoute, check, finish, isHtml, languages, needed, route, serve, tree,
	walk } from './browser.mjs';

const jar = needed(path.join(tree,
	'tests/browser/node_modules/vnu-jar/build/dist/vnu.jar'));
const biggest = 60 * 1024;

// What the Nu checker has to say, by page: Map(file → lines).
function nu(files) {
	const said = new Map();
	// Below the limit of a command line.
	for (let i = 0; i < files.length; i += 500) {
		const r = spawnSync('java', ['-jar', jar, '--format', 'json',
			'--exit-zero-always', '--stdout',
			...files.slice(i, i + 500)],
		{ encoding: 'utf8', maxBuffer: 1 << 28 });
		assert.equal(r.status, 0, r.stderr);
		for (const m of JSON.parse(r.stdout).messages) {
			const file = m.url?.replace(/^file:/, '') ?? '?';
			if (!said.has(file))
				said.set(file, []);
			said.get(file).push(`${m.lastLine}: ${m.message}`);
		}
	}
	return said;
}

// What is left of a page when words, numbers and addresses are taken out. The
// checker need not see the same markup twice; that addresses are well formed
// and ids unique is looked at on every page.
const loose = new RegExp('\\s(href|src|action|value|content|title|alt|datetime|'
	+ 'placeholder|aria-label|d|x|y|x1|x2|y1|y2|cx|cy|r|width|height|points|'
	+ 'transform|viewBox)="[^"]*"', 'g');
function markup(body) {
	const tags = body.match(/<[^>]*>/g) ?? [];
	return createHash('sha1')
		.update(tags.map((t) => t.replace(loose, ' $1')
			.replace(/\s(id|for)="[^"]*[A-Z0-9][^"]*"/g, ' $1')).join(''))
		.digest('base64');
}

// What every page must say of itself, whatever it is about.
function faults({ address, body }) {
	const found = [];
	const l = new URL(address).pathname.split('/')[1];
	const tag = body.match(/<html([^>]*)>/)?.[1] ?? '';
	const dir = l === 'en' ? 'ltr' : 'rtl';
	const size = Buffer.byteLength(body);
	if (!languages.includes(l))
		found.push('no language in its address');
	if (!tag.includes(` lang="${l}"`))
		found.push('another language');
	if (!tag.includes(` dir="${dir}"`))
		found.push('another direction');
	if (!/<title>[^<]+<\/title>/.test(body))
		found.push('no title');
	if (body.match(/<h1[ >]/g)?.length !== 1)
		found.push('not one h1');
	if (!/<meta name="robots" content="noindex/.test(body))
		found.push('it may be indexed');
	const ids = [...body.matchAll(/\sid="([^"]*)"/g)].map((m) => m[1]);
	if (new Set(ids).size !== ids.length)
		found.push('an id twice');
	for (const [, href] of body.matchAll(/\s(?:href|src|action)="([^"]*)"/g))
		if (!/^[\w\-.~:/?#[\]@!$'()*+,;=%&]+$/.test(href))
			found.push(`an address that is none: ${href}`);
	/* All parts at once, for whoever builds pages, are no page to read. */
	const parts = new URL(address).pathname.endsWith('/dev/components');
	if (size >= (parts ? 2 * biggest : biggest))
		found.push(`${size} bytes`);
	return found;
}

await check('a page that says too little is seen', () => {
	const seen = faults({ address: 'http://x/ar/', body: '<html lang="en">'
		+ '<p id="a"></p><p id="a"><a href="x y"></a>' });
	assert.deepEqual(seen, ['another language', 'another direction',
		'no title', 'not one h1', 'it may be indexed', 'an id twice',
		'an address that is none: x y']);
});
await check('the Nu checker finds what is wrong', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'mithaq-nu-'));
	const file = path.join(folder, 'a.html');
	writeFileSync(file, '<!DOCTYPE html><html lang="en"><title>x</title>'
		+ '<p><b>x</p>');
	const said = nu([file]);
	rmSync(folder, { recursive: true });
	assert(said.get(file)?.length);
});

await check('the walk finds links that do not answer', async () => {
	const server = http.createServer((rq, rs) => {
		const page = {
			'/ar': '<a href="/ar/x?a=1&amp;b=2">', '/ckb': '',
			'/en': '', '/ar/x?a=1&b=2': '<img src="/gone.svg">'
				+ '<a href="http://elsewhere.example/">',
		}[rq.url];
		rs.writeHead(page === undefined ? 404 : 200,
			{ 'Content-Type': 'text/html' });
		rs.end(page);
	});
	await new Promise((done) => server.listen(0, '127.0.0.1', done));
	const url = `http://127.0.0.1:${server.address().port}`;
	const pages = await walk({ url });
	server.close();
	assert.deepEqual(pages.map((p) =>
		[p.address.replace(url, ''), p.status]), [['/ar', 200],
		['/ckb', 200], ['/en', 200], ['/ar/x?a=1&b=2', 200],
		['/gone.svg', 404]]);
	assert.equal(pages[4].from, `${url}/ar/x?a=1&b=2`);
});

for (const demo of ['iraq', 'rehearsal']) {
	const site = await serve(demo);
	const folder = mkdtempSync(path.join(tmpdir(), 'mithaq-nu-'));
	const seen = new Map();
	const pages = await walk(site, (page) => {
		if (!isHtml(page) || page.status >= 300)
			return {};
		const key = markup(page.body);
		if (!seen.has(key)) {
			const file = path.join(folder, `${seen.size}.html`);
			seen.set(key, file);
			writeFileSync(file, page.body);
		}
		return { file: seen.get(key), faults: faults(page) };
	});

	await check(`${demo}: every link answers (${pages.length})`, () => {
		const bad = pages.filter((p) => p.status >= 400);
		assert.equal(bad.length, 0, bad.slice(0, 30).map((p) =>
			`${p.status} ${p.address} on ${p.from}`).join('\n'));
		assert(pages.length > 50, `only ${pages.length} pages`);
	});

	const html = pages.filter((p) => p.file);
	const said = nu([...seen.values()]);
	rmSync(folder, { recursive: true });

	for (const [kind, some] of byRoute(html)) {
		await check(`${demo}: valid HTML: ${kind} (${some.length})`, () => {
			const bad = some.filter((p) => said.has(p.file));
			assert.equal(bad.length, 0, bad.slice(0, 5).map((p) =>
				`${p.address}\n  ${said.get(p.file).slice(0, 5)
					.join('\n  ')}`).join('\n'));
		});
	}
	for (const l of languages) {
		const some = html.filter((p) =>
			new URL(p.address).pathname.split('/')[1] === l);
		await check(`${demo}: ${l}: language, title, size`, () => {
			assert(some.length > 10, `only ${some.length} pages`);
			const bad = some.filter((p) => p.faults.length);
			assert.equal(bad.length, 0, bad.slice(0, 10).map((p) =>
				`${p.address}: ${p.faults.join(', ')}`)
				.join('\n'));
		});
	}
	await check(`${demo}: the same kinds of page in each language`, () => {
		const kinds = languages.map((l) => [...new Set(html
			.map((p) => route(p.address))
			.filter((k) => k.split('/')[1] === l)
			.map((k) => k.replace(`/${l}`, '')))].sort());
		assert.deepEqual(kinds[0], kinds[1]);
		assert.deepEqual(kinds[0], kinds[2]);
	});
}
await finish();

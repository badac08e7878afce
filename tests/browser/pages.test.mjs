// pages.test.mjs - every link of the demos answers, every page is valid HTML
// by the Nu checker and says its language and direction
import { spawnSync } from 'node:child_process';
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
	const pages = await walk(site);

	await check(`${demo}: every link answers (${pages.length})`, () => {
		const bad = pages.filter((p) => p.status >= 400);
		assert.equal(bad.length, 0, bad.map((p) =>
			`${p.status} ${p.address} on ${p.from}`).join('\n'));
		assert(pages.length > 50, `only ${pages.length} pages`);
	});

	const folder = mkdtempSync(path.join(tmpdir(), 'mithaq-nu-'));
	const html = pages.filter((p) => isHtml(p) && p.status < 300);
	html.forEach((page, i) => {
		page.file = path.join(folder, `${i}.html`);
		writeFileSync(page.file, page.body);
	});
	const said = nu(html.map((p) => p.file));
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
		const dir = l === 'en' ? 'ltr' : 'rtl';
		await check(`${demo}: ${l}: language, direction, size`, () => {
			assert(some.length > 10, `only ${some.length} pages`);
			for (const p of some) {
				const [, tag] = p.body.match(/<html([^>]*)>/);
				assert.match(tag, new RegExp(` lang="${l}"`),
					p.address);
				assert.match(tag, new RegExp(` dir="${dir}"`),
					p.address);
				const size = Buffer.byteLength(p.body);
				assert(size < biggest,
					`${p.address} has ${size} bytes`);
			}
		});
		await check(`${demo}: ${l}: one title for one page`, () => {
			for (const p of some) {
				assert.match(p.body, /<title>[^<]+<\/title>/,
					p.address);
				assert.equal(p.body.match(/<h1[ >]/g)?.length, 1,
					`${p.address}: one h1`);
			}
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

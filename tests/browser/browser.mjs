// browser.mjs - what the browser tests are written with
//
//     import { check, finish, serve, browser } from './browser.mjs';
//     const site = await serve('iraq');
//     await check('the home page answers', async () => { … throws … });
//     await finish();
//
// Every check is one TAP line. The server and the browser are ended by
// finish(), also when a check fails.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const tree = path.resolve(
	path.dirname(fileURLToPath(import.meta.url)), '../..');
export const mithaq = path.resolve(tree, process.env.MITHAQ ?? 'build/mithaq');
export const languages = ['ar', 'ckb', 'en'];

let checks = 0;
let failures = 0;
const atEnd = [];

export async function check(title, body) {
	checks++;
	try {
		await body();
		console.log(`ok ${checks} - ${title}`);
	} catch (e) {
		failures++;
		console.log(`not ok ${checks} - ${title}`);
		const said = e.name === 'AssertionError' || e.name === 'Error'
			? e.message : String(e.stack);
		for (const line of said.split('\n').slice(0, 60))
			console.log(`# ${line}`);
	}
}

export async function finish() {
	for (const end of atEnd.reverse())
		await end();
	console.log(`1..${checks}`);
	process.exit(failures ? 1 : 0);
}

// Anything that goes wrong outside a check ends the file as a failure.
for (const event of ['uncaughtException', 'unhandledRejection']) {
	process.on(event, async (e) => {
		console.log(`not ok ${++checks} - the test itself ran`);
		console.log(`# ${String(e?.stack ?? e).replaceAll('\n', '\n# ')}`);
		failures++;
		await finish();
	});
}

function freePort() {
	return new Promise((done) => {
		const s = net.createServer();
		s.listen(0, '127.0.0.1', () => {
			const { port } = s.address();
			s.close(() => done(port));
		});
	});
}

// One answer, never followed: { status, headers, body }.
const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
export function get(url) {
	return new Promise((done, failed) => {
		http.get(url, { agent }, (answer) => {
			const parts = [];
			answer.on('data', (d) => parts.push(d));
			answer.on('error', failed);
			answer.on('end', () => done({
				status: answer.statusCode,
				headers: answer.headers,
				body: Buffer.concat(parts).toString('utf8'),
			}));
		}).on('error', failed);
	});
}

// A server of its own with a fresh demo: { url, db, run(arguments) }.
export async function serve(demo, program = mithaq) {
	const folder = mkdtempSync(path.join(tmpdir(), 'mithaq-browser-'));
	const env = {
		...process.env,
		MITHAQ_TODAY: '2026-11-01',
		MITHAQ_DB: `sqlite:${folder}/db.sqlite`,
		MITHAQ_DATA: `${folder}/data`,
	};
	const run = (...words) => {
		const r = spawnSync(program, words, { env, encoding: 'utf8' });
		if (r.status !== 0)
			throw new Error(`mithaq ${words.join(' ')}: ${r.stderr}`);
		return r.stdout;
	};
	atEnd.push(async () => rmSync(folder, { recursive: true, force: true }));
	run('init', '--demo', demo);

	const port = await freePort();
	const child = spawn(program, ['serve', '--port', String(port)],
		{ env, stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	child.stdout.on('data', (d) => { said += d; });
	child.stderr.on('data', (d) => { said += d; });
	const ended = new Promise((done) => child.on('exit', done));
	atEnd.push(async () => {
		child.kill('SIGTERM');
		await ended;
	});
	const url = `http://127.0.0.1:${port}`;
	const until = Date.now() + 20000;
	for (;;) {
		try {
			await get(`${url}/`);
			break;
		} catch (e) {
			if (child.exitCode !== null || Date.now() > until)
				throw new Error(`serve: ${e.message}\n${said}`);
			await new Promise((next) => setImmediate(next));
		}
	}
	return { url, run };
}

// Debian's Chromium, which speaks to nobody but our server.
export async function browser() {
	const { chromium } = await import('playwright-core');
	const b = await chromium.launch({
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
			'--disable-background-networking',
			'--disable-component-update', '--disable-sync',
			'--no-first-run', '--disable-dev-shm-usage'],
	});
	atEnd.push(() => b.close());
	const newContext = b.newContext.bind(b);
	b.newContext = async (options) => {
		const context = await newContext(options);
		context.setDefaultTimeout(10000);
		return context;
	};
	return b;
}

// ---- walking the site

// The kind of page an address leads to: codes and values are left out.
export function route(address) {
	const { pathname, searchParams } = new URL(address);
	const parts = pathname.split('/').map((part, i) =>
		i >= 3 && /[A-Z0-9]/.test(decodeURIComponent(part)) ||
			i === 2 && parts0(pathname) === 'r' ? 'CODE' : part);
	const names = [...new Set(searchParams.keys())].sort();
	return parts.join('/') + (names.length ? `?${names.join('&')}` : '');
}
function parts0(pathname) {
	return pathname.split('/')[1];
}

const entities = { amp: '&', quot: '"', '#39': "'", lt: '<', gt: '>' };
function plain(text) {
	return text.replace(/&(amp|quot|#39|lt|gt);/g, (_, e) => entities[e]);
}

// The addresses on a page that lie on our own server and can be asked for.
export function links(body, address) {
	const found = [];
	for (const [tag] of body.matchAll(/<[a-z][^>]*>/g)) {
		if (/^<form/.test(tag) && /\smethod="post"/.test(tag))
			continue;
		for (const [, value] of
			tag.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
			const to = new URL(plain(value), address);
			to.hash = '';
			if (to.origin === new URL(address).origin)
				found.push(to.href);
		}
	}
	return found;
}

// Every page that can be reached by links from the home pages, in order of
// finding: [{ address, from, status, headers }] with what visit(page) gives
// back, which sees the body as well.
export async function walk(site, visit = () => ({}), most = 150000) {
	const seen = new Set();
	const queue = languages.map((l) => [`${site.url}/${l}`, '(home)']);
	for (const [address] of queue)
		seen.add(address);
	const pages = [];
	for (let at = 0; at < queue.length;) {
		if (at > most)
			throw new Error(`more than ${most} pages`);
		const some = queue.slice(at, at + 8);
		at += some.length;
		const answers = await Promise.all(some.map(([a]) => get(a)));
		answers.forEach(({ status, headers, body }, i) => {
			const [address, from] = some[i];
			const page = { address, from, status, headers };
			pages.push(page);
			Object.assign(page, visit({ ...page, body }));
			const next = isHtml(page) ? links(body, address) : [];
			if (headers.location)
				next.push(new URL(headers.location, address).href);
			for (const to of next) {
				if (seen.has(to))
					continue;
				seen.add(to);
				queue.push([to, address]);
			}
		});
	}
	return pages;
}

// Pages of search, which no link leads to.
export const searches = [
	['found', 'q=migration'],
	['narrowed', 'q=الهجرة&kind=pledge&organisation=MOMD'],
	['some words', 'q=referral+mechanism+zzzzzz'],
	['one wrong letter', 'q=mechanizm'],
	['nothing', 'q=zzzzzz'],
	['no word', 'q=%28%2A'],
	['unknown filter', 'q=migration&organisation=NOBODY'],
].map(([state, query]) => [state, encodeURI(decodeURI(query))]);

// One page of every kind in each language, found by following links to kinds
// not met before: [{ kind, address }]. Forms, histories and lists are written
// by the same code for every kind of record: one of each stands for all. The
// parts of pages and what is not there come last.
export async function kinds(site, wanted = languages) {
	const queue = wanted.map((l) => `${site.url}/${l}`);
	const met = new Set(queue.map(route));
	const pages = [];
	while (queue.length) {
		const some = queue.splice(0, 8);
		const answers = await Promise.all(some.map((a) => get(a)));
		answers.forEach(({ status, headers, body }, i) => {
			const address = some[i];
			if (!isHtml({ headers }) || status >= 300)
				return;
			pages.push(address);
			for (const to of links(body, address)) {
				const [, l] = new URL(to).pathname.split('/');
				if (met.has(route(to)) ||
				    (languages.includes(l) && !wanted.includes(l)))
					continue;
				met.add(route(to));
				queue.push(to);
			}
		});
	}
	const entities = new Set(pages.map((p) => new URL(p).pathname)
		.filter((p) => p.endsWith('/new')).map((p) => p.split('/')[2]));
	const found = new Map();
	for (const address of pages) {
		const kind = template(address, entities);
		if (!found.has(kind))
			found.set(kind, address);
	}
	for (const l of wanted) {
		for (const state of ['full', 'empty', 'long', 'wrong'])
			found.set(`/${l}/dev/components ${state}`,
				`${site.url}/${l}/dev/components?state=${state}`);
		for (const [state, query] of searches)
			found.set(`/${l}/search ${state}`,
				`${site.url}/${l}/search?${query}`);
		found.set(`/${l}/… 404`, `${site.url}/${l}/nowhere`);
		found.set(`/${l}/… 400`,
			`${site.url}/${l}/pledges?order=nothing`);
	}
	return [...found].map(([kind, address]) => ({ kind, address }));
}
function template(address, entities) {
	const kind = route(address);
	const [, l, what, ...rest] = kind.split(/[/?]/);
	if (!entities.has(what) || (rest.length === 1 && rest[0] === 'CODE'))
		return kind;
	return kind.replace(`/${l}/${what}`, `/${l}/…`);
}

export function isHtml(page) {
	return /^text\/html/.test(page.headers['content-type'] ?? '');
}

// The pages by kind, in order of finding.
export function byRoute(pages) {
	const kinds = new Map();
	for (const page of pages) {
		const kind = route(page.address);
		if (!kinds.has(kind))
			kinds.set(kind, []);
		kinds.get(kind).push(page);
	}
	return kinds;
}

export function needed(file) {
	if (!existsSync(file))
		throw new Error(`${file} is missing`);
	return file;
}

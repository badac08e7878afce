// Comfort only: every page works without this.
"use strict";

// Names for an input that wants a code: asked as one types.
for (const input of document.querySelectorAll("input[data-names]")) {
	const list = document.getElementById(input.getAttribute("list"));
	let waiting = 0;
	input.addEventListener("input", () => {
		clearTimeout(waiting);
		const words = input.value.trim();
		if (!list || words.length < 2)
			return;
		waiting = setTimeout(async () => {
			const url = new URL(input.dataset.names, location.href);
			url.searchParams.set("q", words);
			const answer = await fetch(url);
			if (!answer.ok)
				return;
			const names = await answer.json();
			list.replaceChildren(...names.map((name) => {
				const option = document.createElement("option");
				option.value = name.code;
				option.label = name.title || name.code;
				option.textContent = option.label;
				return option;
			}));
		}, 150);
	});
}

// After a refusal the problems come first, for eyes and for ears.
document.querySelector(".problems")?.focus();

// What was typed is not lost by an accidental step back.
for (const form of document.querySelectorAll("form.record")) {
	let touched = false;
	form.addEventListener("input", () => { touched = true; });
	form.addEventListener("submit", () => { touched = false; });
	window.addEventListener("beforeunload", (event) => {
		if (touched)
			event.preventDefault();
	});
}

// On a narrow screen a row of a list is a card: its values keep their names.
for (const table of document.querySelectorAll("table.list")) {
	const heads = [...table.querySelectorAll("thead th")];
	for (const row of table.querySelectorAll("tbody tr"))
		[...row.cells].forEach((cell, i) => {
			if (i > 1 && heads[i])
				cell.dataset.head = heads[i].textContent;
		});
}

// Keys, by their place on the keyboard. They rest in fields, with Ctrl, Alt
// or Meta, and for good when the reader has switched them off.
const home = `/${location.pathname.split("/")[1]}`;
const places = { KeyH: "", KeyP: "/pledges", KeyL: "/plans", KeyB: "/bodies",
	KeyE: "/events", KeyG: "/gaps", KeyR: "/report-back" };
let goes = 0;

function keysOff(now) {
	try {
		if (now !== undefined)
			localStorage.setItem("keys", now ? "off" : "on");
		return localStorage.getItem("keys") === "off";
	} catch {
		return false;
	}
}

// What only works with the script is hidden without it.
function keysReady(part) {
	const off = part.querySelector("#keys-off");
	if (!off)
		return;
	off.checked = keysOff();
	off.addEventListener("change", () => keysOff(off.checked));
	off.closest("p").hidden = false;
}

async function keysShow() {
	const answer = await fetch(`${home}/keys`).catch(() => null);
	if (!answer?.ok)
		return;
	const page = new DOMParser().parseFromString(await answer.text(),
		"text/html");
	const dialog = document.createElement("dialog");
	dialog.append(...page.querySelector("main").children);
	// Read from its heading on, not from the first thing to press.
	const heading = dialog.querySelector("h1");
	heading.id = "keys-title";
	heading.tabIndex = -1;
	heading.autofocus = true;
	dialog.setAttribute("aria-labelledby", "keys-title");
	dialog.querySelector(".keys-close").hidden = false;
	dialog.addEventListener("close", () => dialog.remove());
	keysReady(dialog);
	document.body.append(dialog);
	dialog.showModal();
}

if (document.querySelector("table.keys"))
	keysReady(document);
document.addEventListener("keydown", (event) => {
	const went = Date.now() - goes < 1500;
	goes = 0;
	if (event.ctrlKey || event.altKey || event.metaKey ||
	    event.isComposing || event.defaultPrevented || keysOff() ||
	    event.target.closest("input, select, textarea, dialog"))
		return;
	if (event.key === "?" || event.key === "\u061F") {
		event.preventDefault();
		keysShow();
	} else if (event.code === "Slash" && !event.shiftKey) {
		event.preventDefault();
		document.querySelector(".find input")?.focus();
	} else if (went && event.code in places) {
		location.href = home + places[event.code];
	} else if (event.code === "KeyG" && !event.shiftKey) {
		goes = Date.now();
	}
});

// The help that lies over the page goes when the reader goes on.
const help = document.querySelector("details.help");
help?.addEventListener("keydown", (event) => {
	if (event.key === "Escape") {
		help.open = false;
		help.querySelector("summary").focus();
	}
});
help?.addEventListener("focusout", (event) => {
	if (event.relatedTarget && !help.contains(event.relatedTarget))
		help.open = false;
});

// The field of search offers records while one types (ARIA Authoring
// Practices, combobox with a list). Enter without a choice searches as ever.
class Suggestions {
	constructor(input, no) {
		this.input = input;
		this.list = document.createElement("ul");
		this.told = document.createElement("p");
		this.waiting = 0;
		this.asked = "";
		Object.assign(this.list, { id: `suggest-${no}`,
			className: "suggest", role: "listbox", hidden: true });
		Object.assign(this.told, { className: "unseen", role: "status" });
		this.list.setAttribute("aria-label",
			input.getAttribute("aria-label") ||
			input.labels[0]?.textContent);
		for (const [name, value] of Object.entries({
			role: "combobox", autocomplete: "off",
			"aria-autocomplete": "list", "aria-expanded": "false",
			"aria-controls": this.list.id }))
			input.setAttribute(name, value);
		input.after(this.list, this.told);
		input.addEventListener("input", () => this.ask());
		input.addEventListener("keydown", (event) => this.key(event));
		input.addEventListener("blur", () => this.close());
		// Before the field loses the focus.
		this.list.addEventListener("mousedown", (event) => {
			event.preventDefault();
			this.go(event.target.closest("[role=option]"));
		});
	}

	ask() {
		const words = this.input.value.trim();
		clearTimeout(this.waiting);
		this.asked = words;
		if (words.length < 2)
			this.close();
		else
			this.waiting = setTimeout(() => this.fetch(words), 150);
	}

	async fetch(words) {
		const url = new URL(`${home}/suggest`, location.href);
		url.searchParams.set("q", words);
		const answer = await fetch(url).catch(() => null);
		// What comes late answers another question.
		if (!answer?.ok || words !== this.asked)
			return;
		const found = await answer.json();
		if (words === this.asked)
			this.show(found);
	}

	show(found) {
		this.list.replaceChildren(...found.rows.map((row, i) => {
			const option = document.createElement("li");
			const title = document.createElement("bdi");
			const kind = document.createElement("span");
			Object.assign(option, { id: `${this.list.id}-${i}`,
				role: "option" });
			option.setAttribute("aria-selected", "false");
			option.dataset.url = row.url;
			title.lang = row.lang;
			title.textContent = row.title;
			kind.className = "soft";
			kind.textContent = ` ${row.kind} `;
			const code = document.createElement("bdi");
			code.className = "code";
			code.textContent = row.code;
			option.append(title, kind, code);
			return option;
		}));
		this.told.textContent = found.told;
		this.list.hidden = !found.rows.length;
		this.input.setAttribute("aria-expanded",
			String(!this.list.hidden));
		this.choose(-1);
	}

	choose(at) {
		[...this.list.children].forEach((option, i) =>
			option.setAttribute("aria-selected", String(i === at)));
		const chosen = this.list.children[at];
		if (chosen) {
			this.input.setAttribute("aria-activedescendant", chosen.id);
			chosen.scrollIntoView({ block: "nearest" });
		} else {
			this.input.removeAttribute("aria-activedescendant");
		}
	}

	close() {
		clearTimeout(this.waiting);
		this.asked = "";
		this.list.hidden = true;
		this.told.textContent = "";
		this.input.setAttribute("aria-expanded", "false");
		this.choose(-1);
	}

	go(option) {
		if (option)
			location.assign(option.dataset.url);
	}

	key(event) {
		const options = [...this.list.children];
		const at = options.findIndex((option) =>
			option.ariaSelected === "true");
		if (this.list.hidden || event.isComposing)
			return;
		if (event.key === "ArrowDown")
			this.choose(at + 1 < options.length ? at + 1 : 0);
		else if (event.key === "ArrowUp")
			this.choose(at > 0 ? at - 1 : options.length - 1);
		else if (event.key === "Escape")
			this.close();
		else if (event.key === "Enter" && at >= 0)
			this.go(options[at]);
		else
			return;
		event.preventDefault();
	}
}
document.querySelectorAll("input[type=search][name=q]").forEach((input, i) =>
	new Suggestions(input, i));

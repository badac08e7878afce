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

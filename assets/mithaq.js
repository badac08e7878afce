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

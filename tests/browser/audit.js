// What a page is made of, as the browser sees it. Runs inside the page.
export function audit() {
	const all = [...document.querySelectorAll("*")];
	const ours = new Set(
		(
			"html head meta title style body main header footer section h1 h2 h3 p a " +
			"b q dl dt dd div ul li span strong bdi code details summary table caption thead tbody " +
			"tr th td svg desc text line rect"
		).split(" "),
	);

	// Text outside of our own words has to stand in an element that isolates it.
	function isUser(text) {
		return /[\u0590-\u08FF\u202A-\u202E\u2066-\u2069]/.test(text);
	}

	function channels(colour) {
		const parts = colour.match(/[\d.]+/g).map(Number);
		return { rgb: parts.slice(0, 3), alpha: parts[3] ?? 1 };
	}

	function luminance(rgb) {
		const [r, g, b] = rgb
			.map((value) => value / 255)
			.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	}

	function contrast(a, b) {
		const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
		return (light + 0.05) / (dark + 0.05);
	}

	// The colour behind an element: of the nearest one that is not transparent.
	function behind(element) {
		for (let at = element; at; at = at.parentElement) {
			const { rgb, alpha } = channels(getComputedStyle(at).backgroundColor);
			if (alpha === 1) return rgb;
		}
		return [255, 255, 255];
	}

	const pale = new Set();
	let texts = 0;
	let unisolated = 0;

	function checkText(element, words) {
		const style = getComputedStyle(element);
		if (!element.getClientRects().length || style.visibility === "hidden") return;
		texts++;
		const size = parseFloat(style.fontSize);
		const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
		const colour = element.closest("svg") ? style.fill : style.color;
		const ratio = contrast(channels(colour).rgb, behind(element));
		if (ratio < (large ? 3 : 4.5)) pale.add(`${ratio.toFixed(2)} of "${words.slice(0, 30)}"`);
		if (isUser(words) && !element.closest("bdi") && !style.unicodeBidi.includes("isolate"))
			unisolated++;
	}

	for (const details of document.querySelectorAll("details")) details.open = true;
	for (const element of all.filter((one) => !one.closest("head, title, desc")))
		for (const node of element.childNodes)
			if (node.nodeType === Node.TEXT_NODE && node.data.trim())
				checkText(element, node.data.trim());
	for (const rect of document.querySelectorAll("rect")) {
		const style = getComputedStyle(rect);
		const seen = Math.max(
			...[style.fill, style.stroke].map((colour) => contrast(channels(colour).rgb, behind(rect))),
		);
		if (seen < 3) pale.add(`${seen.toFixed(2)} of a drawing, class ${rect.getAttribute("class")}`);
	}

	// The numbers at the bars, and what the table says of the same rows.
	function chartOf(svg) {
		const table = svg.closest("section").querySelector("details table");
		const rows = table ? [...table.querySelectorAll("tbody tr")] : [];
		const values = [...svg.querySelectorAll("text.value")].map((one) => one.textContent);
		const drawn = rows.slice(0, values.length);
		const last = [...svg.querySelectorAll("text.label")].at(-1)?.textContent;
		if (drawn.length && last === rows.at(-1).firstElementChild.textContent)
			drawn[drawn.length - 1] = rows.at(-1);
		return {
			role: svg.getAttribute("role"),
			title: svg.querySelector(":scope > title")?.textContent,
			description: svg.querySelector(":scope > desc")?.textContent ?? "",
			labels: (svg.getAttribute("aria-labelledby") ?? "")
				.split(" ")
				.map((id) => document.getElementById(id)?.textContent)
				.join(" "),
			rows: rows.length,
			values,
			sums: drawn.map((row) => row.lastElementChild.textContent),
		};
	}

	const ids = all.map((one) => one.id).filter(Boolean);
	return {
		width: document.documentElement.scrollWidth,
		room: document.documentElement.clientWidth,
		dark: luminance(channels(getComputedStyle(document.body).backgroundColor).rgb) < 0.2,
		scripts: document.scripts.length,
		handlers: all.flatMap((one) =>
			[...one.attributes]
				.map((attribute) => attribute.name)
				.filter((name) => name.startsWith("on") || name === "style"),
		),
		foreign: all.map((one) => one.localName).filter((name) => !ours.has(name)),
		twice: ids.filter((id, i) => ids.indexOf(id) !== i),
		links: [...document.querySelectorAll("a")].map((one) => one.getAttribute("href")),
		headings: [...document.querySelectorAll("h1, h2, h3")].map((one) => Number(one.localName[1])),
		charts: [...document.querySelectorAll("svg.chart")].map(chartOf),
		squeezed: [...document.querySelectorAll("tbody th")]
			.filter((one) => one.clientWidth < 6 * parseFloat(getComputedStyle(one).fontSize))
			.map((one) => one.textContent),
		taken: window.taken === 1,
		pale: [...pale],
		texts,
		unisolated,
	};
}

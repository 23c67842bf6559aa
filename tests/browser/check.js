// Opens pages in Chromium and checks what they are and do. check.js FOLDER [SHOTS]
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { audit } from "./audit.js";
import { texts } from "./hostile.js";

const [folder, shots] = process.argv.slice(2);
const pages = [
	"empty",
	"vault",
	"slips",
	"overdue",
	"people",
	"hostile",
	"hostile-tasks",
	"hostile-decisions",
	"hostile-show",
	"many",
];
const reports = ["empty", "vault", "slips", "hostile", "many"];
const screens = [
	[1280, "light"],
	[1280, "dark"],
	[390, "light"],
	[390, "dark"],
	[360, "light"],
	[200, "light"],
];

let checked = 0;
const wrong = [];

function check(holds, where, what) {
	checked++;
	if (!holds) wrong.push(`${where}: ${what}`);
}

// Everything a page asks for or complains about.
function listen(page, where) {
	const own = `file://${folder}/`;
	page.on("console", (message) => check(false, where, `console: ${message.text()}`));
	page.on("pageerror", (error) => check(false, where, `error: ${error.message}`));
	page.on("dialog", (dialog) => {
		check(false, where, "a dialog");
		dialog.dismiss();
	});
	page.on("request", (request) =>
		check(
			request.url().startsWith(own) && request.url().endsWith(".html"),
			where,
			`asks for ${request.url()}`,
		),
	);
}

// Links lead to notes that are there, and nowhere else.
function checkLinks(found, where) {
	for (const href of found.links) {
		const scheme = href.slice(0, href.indexOf(":") + 1);
		const path =
			scheme === "file:"
				? fileURLToPath(href)
				: decodeURIComponent(href.replace("obsidian://open?path=", ""));
		check(["file:", "obsidian:"].includes(scheme), where, `a link to ${scheme}`);
		check(existsSync(path), where, `a link to ${path}, which is not there`);
	}
}

function checkCharts(found, where) {
	for (const chart of found.charts) {
		const name = `${where}: chart ${chart.title}`;
		check(chart.role === "img", name, "has no role");
		check(
			chart.title && chart.labels === `${chart.title} ${chart.description}`,
			name,
			"is not labelled by its title and description",
		);
		check(chart.description.length > 10, name, "has no description");
		check(chart.rows > 0, name, "has no table behind it");
		check(
			chart.sums.every((sum, i) => sum === chart.values[i]),
			name,
			`shows ${chart.values}, its table ${chart.sums}`,
		);
	}
}

function checkPage(found, where) {
	check(
		found.width <= found.room,
		where,
		`is ${found.width} wide, there is room for ${found.room}`,
	);
	check(found.scripts === 0, where, "has a script");
	check(found.handlers.length === 0, where, `has handlers: ${found.handlers}`);
	check(found.foreign.length === 0, where, `has elements that are not ours: ${found.foreign}`);
	check(found.twice.length === 0, where, `has ids that are not unique: ${found.twice}`);
	check(found.unisolated === 0, where, `${found.unisolated} texts are not isolated`);
	check(
		found.texts > 10 || where.startsWith("empty") || where.startsWith("hostile-show"),
		where,
		"has hardly any text",
	);
	for (const pale of found.pale) check(false, where, `contrast ${pale}`);
	check(
		found.headings.every((level, i) => !i || level <= found.headings[i - 1] + 1),
		where,
		`skips a level of headings: ${found.headings}`,
	);
	check(!found.squeezed.length, where, `has no room for ${found.squeezed.slice(0, 3)}`);
	check(!found.taken, where, "ran text from a note");
	checkLinks(found, where);
	checkCharts(found, where);
}

async function open(browser, name, width, scheme) {
	const context = await browser.newContext({
		viewport: { width, height: 900 },
		colorScheme: scheme,
	});
	const page = await context.newPage();
	listen(page, `${name} ${width} ${scheme}`);
	await page.goto(`file://${folder}/${name}.html`);
	return page;
}

async function look(browser, name) {
	for (const [width, scheme] of screens) {
		const where = `${name} ${width} ${scheme}`;
		const page = await open(browser, name, width, scheme);
		const found = await page.evaluate(audit);
		checkPage(found, where);
		check(found.dark === (scheme === "dark"), where, "has the colours of the other theme");
		check(
			found.charts.length ===
				(reports.includes(name) && name !== "empty" ? 6 : found.charts.length),
			where,
			`has ${found.charts.length} charts`,
		);
		if (shots && width !== 360)
			await page.screenshot({ path: `${shots}/${name}-${width}-${scheme}.png`, fullPage: true });
		await page.context().close();
	}
}

// Every hostile text is there, letter by letter, as text.
async function checkTexts(browser, name) {
	const page = await open(browser, name, 1280, "light");
	const seen = await page.evaluate(() =>
		[...document.querySelectorAll("bdi")].map((element) => element.textContent).join("\n"),
	);
	for (const text of texts) {
		const shown = text.replace(/[\u202A-\u202E\u2066-\u2069]/g, "");
		const plain = seen.replace(/[\u202A-\u202E\u2066-\u2069]/g, "");
		if (name !== "hostile") check(plain.includes(shown), name, `does not say ${text}`);
	}
	check(!seen.includes("\0") && !seen.includes("\x1b"), name, "has control characters");
	check(
		texts.some((text) => seen.includes(text)),
		name,
		"says nothing hostile",
	);
	await page.context().close();
}

// A script that gets in all the same is not run.
async function checkPolicy(browser) {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`file://${folder}/vault.html`);
	const ran = await page.evaluate(() => {
		const script = document.createElement("script");
		script.textContent = "window.taken = 1";
		document.body.append(script);
		return window.taken === 1;
	});
	check(!ran, "vault", "its policy lets a script run");
	await context.close();
}

// Figures unfold without a script, by keyboard too.
async function checkFigures(browser) {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`file://${folder}/vault.html`);
	const table = page.locator("details table").first();
	check(!(await table.isVisible()), "vault", "figures are not folded");
	await page.locator("summary").first().focus();
	await page.keyboard.press("Enter");
	check(await table.isVisible(), "vault", "figures do not unfold");
	await context.close();
}

// On paper a dark page is light, and nothing is lost at the edge.
async function checkPrint(browser) {
	const page = await open(browser, "vault", 1280, "dark");
	await page.emulateMedia({ media: "print", colorScheme: "dark" });
	await page.setViewportSize({ width: 680, height: 900 });
	const found = await page.evaluate(audit);
	check(!found.dark, "vault on paper", "is dark");
	check(found.width <= found.room, "vault on paper", "is too wide");
	for (const pale of found.pale) check(false, "vault on paper", `contrast ${pale}`);
	const paper = await page.pdf({
		format: "A4",
		preferCSSPageSize: true,
		...(shots ? { path: `${shots}/vault.pdf` } : {}),
	});
	check(paper.length > 10000, "vault on paper", "is empty");
	await page.context().close();
}

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
	args: [
		"--headless",
		"--no-sandbox",
		"--disable-gpu",
		"--disable-quic",
		"--no-first-run",
		"--disable-background-networking",
		"--disable-component-update",
		"--disable-sync",
	],
});
if (shots) mkdirSync(shots, { recursive: true });
for (const name of pages) await look(browser, name);
for (const name of ["hostile", "hostile-tasks", "hostile-decisions"])
	await checkTexts(browser, name);
await checkPolicy(browser);
await checkFigures(browser);
await checkPrint(browser);
await browser.close();

for (const line of wrong) console.log(line);
console.log(`${checked} checks of ${pages.length} pages, ${wrong.length} wrong`);
process.exitCode = wrong.length ? 1 : 0;

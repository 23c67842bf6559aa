// Reads a calendar with ical.js and compares its to-dos with the same report as JSON.
//
//	node read.js CALENDAR ROWS
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const [calendar, rows] = process.argv.slice(2).map((path) => readFileSync(path, "utf8"));
const tasks = JSON.parse(rows);
const root = new ICAL.Component(ICAL.parse(calendar));
const toDos = root.getAllSubcomponents("vtodo");

const priorities = { highest: 1, high: 3, medium: 5, low: 7, lowest: 9 };
const statuses = { in_progress: "IN-PROCESS", done: "COMPLETED", cancelled: "CANCELLED" };

// What a calendar cannot hold: control characters, except tabs and line feeds.
// eslint-disable-next-line no-control-regex
const clean = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");

const day = (toDo, name) => toDo.getFirstPropertyValue(name)?.toString().slice(0, 10) ?? null;
const all = (toDo, name) => toDo.getAllProperties(name).flatMap((one) => one.getValues());

assert.equal(root.getFirstPropertyValue("version"), "2.0");
assert.equal(root.getAllSubcomponents().length, toDos.length);
assert.equal(toDos.length, tasks.length);
assert.ok(tasks.length > 0);
for (const line of calendar.split("\r\n")) {
	assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line), line);
}
for (const [place, task] of tasks.entries()) {
	const toDo = toDos[place];
	const is = (name, value) =>
		assert.deepEqual(toDo.getFirstPropertyValue(name), value, `${name} of ${task.text}`);
	is("uid", task.uid);
	is("summary", clean(task.text));
	is("sequence", task.changes);
	is("priority", priorities[task.priority] ?? null);
	is("status", statuses[task.state] ?? "NEEDS-ACTION");
	assert.equal(day(toDo, "due"), task.due);
	assert.equal(day(toDo, "completed"), task.state === "done" ? task.done : null);
	assert.deepEqual(all(toDo, "related-to"), task.depends_on);
	assert.deepEqual(
		all(toDo, "categories"),
		[...task.accounts, ...task.tags.map((tag) => tag.replace(/^#/, ""))].map(clean)
	);
	const link = new URL(toDo.getFirstPropertyValue("url"));
	assert.equal(decodeURIComponent(link.pathname), task.mentions[0].path);
}
console.log(`ok ical: ${tasks.length} tasks`);

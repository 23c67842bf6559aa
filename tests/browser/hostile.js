// Writes a vault whose texts try to leave their place. hostile.js FOLDER
import { mkdirSync, writeFileSync } from "node:fs";

export const texts = [
	"<script>window.taken = 1</script> send it",
	'</bdi></p></section><img src=x onerror="window.taken = 1"> mend it',
	`"><svg onload='window.taken = 1'> draw it`,
	"' style='position:fixed' onmouseover='window.taken = 1' style it",
	"</title></style><style>*{display:none}</style> hide it",
	"&lt;b&gt; &amp;amp; &#106;avascript: read it",
	"--> ]]> <! say it",
	'<a href="javascript:window.taken = 1">click</a> follow it',
	"\u202Egnp.exe\u202C turn it",
	"\u2067\u05D0\u05D1\u05D2 123 abc turn it too",
	'{{constructor.constructor("window.taken = 1")()}} fill it',
	`${"x".repeat(400)} stretch it`,
	"a combining Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324 text",
];

const account = '"><script>window.taken = 1</script>&Co';
const owner = `Eve <b onclick='x'>"Bold"`;
const due = ["2025-10-01", "2025-11-12", "2025-11-30", null];

function note(title) {
	const tasks = texts.map((text, i) => {
		const day = due[i % due.length];
		return `- [ ] ${text}${day ? ` 📅 ${day}` : ""}${i % 3 ? "" : " ⏫"}`;
	});
	return `---
title: ${JSON.stringify(title)}
date: 2025-11-05
account: ${JSON.stringify(account)}
participants: [${JSON.stringify(owner)}, "javascript:alert(1)"]
---
## Action Items
${tasks.join("\n")}
- [ ] escape \x1b[31m bell \x07 NUL \x00 end 📅 2025-10-02
- **${owner}** to open the gate by 2025-10-03

## Decisions
${texts.map((text) => `- It is ${text}`).join("\n")}
`;
}

const folder = process.argv[2];
if (folder) {
	for (const name of ['a "b" <i>&', "javascript:alert(1)", "%2e%2e?x=1#y", "quote' \u202E"]) {
		mkdirSync(`${folder}/${name}`, { recursive: true });
		writeFileSync(`${folder}/${name}/2025-11-05 ${name}.md`, note(`${name} </title><script>`));
	}
}

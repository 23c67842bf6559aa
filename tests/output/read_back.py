#!/usr/bin/env python3
"""What docket prints cannot attack its reader: other programs read the same texts back from it.

    read_back.py DOCKET CASES        texts that `docket sql` prints in every format
    read_back.py --notes FOLDER      writes notes with such texts, for `make ical`

CSV is read by Python's csv, JSON by its json, pages by its html.parser, Markdown by cmark, and
what a terminal shows by its rules.
"""

import csv
import html.parser
import io
import json
import os
import pty
import random
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

CONTROLS = [chr(code) for code in [*range(0x20), *range(0x7F, 0xA0)]]
BIDI = [chr(code) for code in [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F]]
FORMULAS = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "=cmd|' /C calc'!A0", "@SUM(1)"]
MARKUP = [
    "<script>", "</td>", "</bdi>", "<!--", "-->", "]]>", "<img src=x onerror=y>", "&amp;", "&#60;", "&",
    "<", ">", "\"", "'", "**a**", "*", "_", "__b__", "`", "``", "~~", "[", "](x)", "[x]: y", "![a](b)",
    "#", "## a", "> ", "- ", "1. ", "|", "||", "\\", "\\|", "==", "%%", "$", "[[A]]", "<http://a.b>",
    "---", "===", "\u2028", "\u2029", "http://a.b/?c=d&e", "{{x}}", "${y}", "%s%n", ",", ";", ":",
]
WORDS = ["gate", "lamp", "Łódź", "Şişli", "日本", "👩‍🔧", "🇩🇪", "שלום", "مرحبا", "e\u0301", "\u200b", " ", "  ",
         "\u2027", "\u202f", "\u2065", "\u206a", "\ufeff", "\u00a0", "\ufffd", "\U000e0041", "\u00ad"]
PIECES = CONTROLS + BIDI + FORMULAS + MARKUP + WORDS
SKIPPED = re.compile("^[ \u00a0\u3000\ufeff\u2060\u2000-\u200f]*")
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def require(holds, what):
    if not holds:
        sys.exit(f"FAIL read back: {what}")


def make_texts(count):
    """Each piece alone, in front, within and at the end; then pieces together, by chance."""
    texts = [pattern.replace("_", piece) for piece in PIECES
             for pattern in ("_", "_gate", "gate_", "gate_lamp", " _ ")]
    while len(texts) < count:
        texts.append("".join(random.choices(PIECES, k=random.randint(1, 6))))
    return texts


def shown(text):
    """As text is shown to people: controls are visible, breaks are blanks, nothing turns."""
    text = TURNS.sub("", re.sub("[\t\n\r\u0085\u2028\u2029]", lambda found: found[0] if
                                found[0] == "\u0085" else " ", text))
    return re.sub("[\x00-\x1f\x7f-\x9f]", lambda found: f"\\x{ord(found[0]):02x}", text)


def is_formula(text):
    return SKIPPED.sub("", text)[:1] in tuple("=+-@\t\r\n＝＋－＠")


def same(form, texts, read):
    require(len(texts) == len(read), f"{form}: {len(read)} texts of {len(texts)}")
    for text, back in zip(texts, read):
        require(text == back, f"{form}: {text!r} came back as {back!r}")


def check_json(texts, page):
    require(not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]", page),
            "json: a control character is bare")
    same("json", texts, [row["text"] for row in json.loads(page.decode())])


def check_jsonl(texts, page):
    lines = page.decode().split("\n")
    require(lines.pop() == "", "jsonl: the last line ends")
    same("jsonl", texts, [json.loads(line)["text"] for line in lines])


def check_csv(texts, page):
    rows = list(csv.reader(io.StringIO(page.decode(), newline=""), strict=True))
    require(rows.pop(0) == ["text"] and all(len(row) == 1 for row in rows), "csv: one cell a row")
    wanted = [text.replace("\0", "\ufffd") for text in texts]
    same("csv", ["'" * is_formula(text) + text for text in wanted], [row[0] for row in rows])
    for row in rows:
        require(not is_formula(row[0]), f"csv: {row[0]!r} is a formula")


def check_tsv(texts, page):
    lines = page.decode().split("\n")
    require(lines.pop() == "" and lines.pop(0) == "text", "tsv: a title, and lines that end")
    letters = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
    read = [re.sub(r"\\(.)", lambda found: letters[found[1]], line) for line in lines]
    require(not any(set(line) & set("\t\r") for line in lines), "tsv: one field a line")
    same("tsv", [text.replace("\0", "\ufffd") for text in texts], read)


class Page(html.parser.HTMLParser):
    """The texts of the cells, and every element and attribute that there is."""

    def __init__(self):
        super().__init__()
        self.cells, self.inside, self.names = [], False, set()

    def handle_starttag(self, tag, attrs):
        self.names.update([tag], (name for name, _ in attrs))
        if tag == "td":
            self.cells.append("")
        self.inside = self.inside or tag == "td"

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "td"

    def handle_data(self, data):
        if self.inside:
            self.cells[-1] += data

    def handle_comment(self, data):
        self.names.add("comment")


def check_html(texts, page):
    reader = Page()
    reader.feed(page.decode())
    more = reader.names & {"script", "img", "comment", "onerror", "iframe", "object", "src"}
    require(not more, f"html: there is {more}")
    same("html", [shown(text) for text in texts], reader.cells)


def check_md(texts, page):
    """Cells are taken from the table as GitHub does, then each is a paragraph for cmark."""
    rows = page.decode().split("\n")[2:-1]
    cells = []
    for row in rows:
        require(row[:2] == "| " and row[-2:] == " |", f"md: {row!r} is no row")
        require("|" not in re.sub(r"\\.", "", row[1:-1]), f"md: {row!r} has two cells")
        cells.append(row[2:-2])
    document = "\n\n".join(f"c{cell}c" for cell in cells)
    done = subprocess.run(["cmark", "--to", "xml", "--unsafe"], input=document.encode(),
                          capture_output=True, check=True)
    root = xml.etree.ElementTree.fromstring(done.stdout)
    read = []
    for block in root:
        kinds = {part.tag.split("}")[1] for part in block} | {block.tag.split("}")[1]}
        text = "".join(part.text or "" for part in block)
        require(kinds == {"paragraph", "text"}, f"md: {text!r} has {kinds}")
        read.append(text[1:-1])
    same("md", [shown(text) for text in texts], read)


def check_shown(form, texts, page):
    """Nothing is obeyed, what is isolated ends on its line, and no letter is lost."""
    lines = page.decode().replace("\r\n", "\n").split("\n")
    for line in lines:
        require(not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]", line),
                f"{form}: {line!r} is obeyed")
        require(line.count("\u2068") == line.count("\u2069"), f"{form}: {line!r} is left open")
    letters = re.sub(r"[\s\u2068\u2069]", "", "".join(lines[1:-3]))
    wanted = re.sub(r"\s", "", "".join(shown(text) for text in texts))
    require(letters == wanted, f"{form}: letters are others")


CHECKS = {"json": check_json, "jsonl": check_jsonl, "csv": check_csv, "tsv": check_tsv,
          "html": check_html, "md": check_md,
          "table": lambda texts, page: check_shown("table", texts, page)}


def write_store(docket, folder):
    note = os.path.join(folder, "note.md")
    with open(note, "w", encoding="utf-8") as file:
        file.write("- [ ] Hang the lamp\n")
    subprocess.run([*docket, "import", "-q", note], check=True, stdout=subprocess.DEVNULL)


def statement_of(texts):
    values = ",".join(f"({i},x'{text.encode().hex()}')" for i, text in enumerate(texts))
    return (f"WITH t(i, text) AS (VALUES {values}) "
            "SELECT CAST(text AS TEXT) AS text FROM t ORDER BY i")


def print_on_terminal(command, statement):
    """What a terminal is given."""
    parent, child = pty.openpty()
    with subprocess.Popen([*command, statement], stdout=child, stderr=subprocess.DEVNULL) as running:
        os.close(child)
        printed = b""
        while True:
            try:
                more = os.read(parent, 65536)
            except OSError:
                break
            if not more:
                break
            printed += more
    os.close(parent)
    require(running.returncode == 0, "a terminal: it is printed")
    return printed


def check_formats(docket, count):
    cases = 0
    with tempfile.TemporaryDirectory() as folder:
        docket = [docket, "--no-pager", "--color", "never", "--db", os.path.join(folder, "store.db")]
        write_store(docket, folder)
        texts = make_texts(count)
        for form, check in CHECKS.items():
            if form == "md" and not shutil.which("cmark"):
                continue
            for begin in range(0, len(texts), 5000):
                part = texts[begin:begin + 5000]
                done = subprocess.run([*docket, "sql", "--format", form, "-"], check=False,
                                      input=statement_of(part).encode(), capture_output=True)
                require(done.returncode == 0, f"{form}: {done.stderr!r}")
                check(part, done.stdout)
                cases += len(part)
        for begin in range(0, min(len(texts), 5000), 500):
            part = texts[begin:begin + 500]
            printed = print_on_terminal([*docket, "sql"], statement_of(part))
            check_shown("a terminal", part, printed)
            cases += len(part)
    print(f"{cases} passed, 0 failed")


def write_notes(folder):
    """A note for each piece that a line can hold; what else is in it makes it no binary file."""
    for number, piece in enumerate(piece for piece in PIECES if piece not in "\r\n\0"):
        with open(os.path.join(folder, f"{number}.md"), "w", encoding="utf-8", newline="") as file:
            file.write("The gate is open.\n" * 60 + "\n## Action Items\n")
            file.write(f"- [ ] Mend{piece} the gate\n- [ ] {piece}lamp\n- [ ] Turn the key{piece}\n")


def main():
    random.seed(2025)
    if sys.argv[1] == "--notes":
        write_notes(sys.argv[2])
    else:
        check_formats(sys.argv[1], int(sys.argv[2]))


main()

"""The Markdown of a standard by plain string operations: the reference of ``bench_render.py``.

It builds the very text that the renderer builds, letter by letter, out of the same Document, in the shortest way there is:
f-strings, ``join``, one pattern for what is escaped. What the renderer must know beside that it leaves out, for the shipped
standards never need it: text on several lines, addresses with blanks, anchors that clash, footnotes that share a label, pictures.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from stdkit.model import document as d
from stdkit.model.frontmatter import Contents, ContentsEntry, Cover

GAP = "\u3000"
MARKS = re.compile(r"[&<\\`*_\[\]~|$]")
ESCAPES = {"&": "&amp;", "<": "&lt;"}
FIRST = re.compile(r"(?:[#>+=:-]|\d{1,9}(?=[.)](?:\s|$)))")


class Plain:
    """One standard; ``notes`` are its footnotes so far."""

    def __init__(self, document: d.Document) -> None:
        """Note the document and where its links lead."""
        self.document = document
        self.places = {anchor: anchor.partition("/")[2] for anchor in anchors(document)}
        self.notes: list[d.FootnoteMark] = []

    def text(self) -> str:
        """Return the file."""
        data = {"title": self.document.title, "language": self.document.language} | dict(self.document.properties)
        keys = {key: key if key.replace("_", "").isalpha() else f'"{key}"' for key in data}
        lines = "\n".join(f"{keys[key]}: {json.dumps(value, ensure_ascii=False)}" for key, value in data.items())
        covers = [block.sample for block in self.document.blocks() if isinstance(block, Cover)]
        self.sample = max([*covers, *(section.sample for section in self.document.sections)], key=len)
        parts = [f"---\n{lines}\n---", f"> {begin(escape(self.sample))}" if self.sample else ""]
        for block in self.document.blocks():
            parts += self.block(block)
        parts += [f"[^{note.label}]: {self.line(note.content, cell=True)}" for note in self.notes]
        return "\n\n".join(part for part in parts if part) + "\n"

    def block(self, block: d.Block) -> list[str]:
        """Return a block as paragraphs."""
        kind = type(block)
        if kind is d.Paragraph:
            return [self.paragraph(block)]
        if kind is d.Heading:
            number = (block.number or "") + (block.nature or "")
            title = f"{number}{GAP}{block.title}" if number else block.title
            return [self.mark(block.anchor), f"{'#' * min(block.level, 6)} {escape(title)}"]
        if kind is d.NumberedParagraph:
            return [f"{self.mark(block.anchor)}**{block.number}**{GAP}{self.line(block.content)}"]
        if kind is d.List:
            return ["<br>\n".join(self.items(block, ""))]
        if kind is d.Note:
            return [f"> {begin(escape(block.label) + self.line(block.content))}"]
        if kind is d.Table:
            return self.table(block)
        if kind is d.TermHead:
            names = [(block.term, block.english), *block.admitted]
            lines = [strong(term) + (f"{GAP}{escape(english)}" if english else "") for term, english in names]
            return [f"{self.mark(block.anchor)}**{block.number}**", "<br>\n".join(lines)]
        return self.rarer(block)

    def rarer(self, block: d.Block) -> list[str]:
        """Return a block of a kind that a standard has few of."""
        match block:
            case d.Figure(caption=caption):
                name = caption.anchor.replace("/", "-")
                mermaid = f"<details><summary>Mermaid</summary>\n\n```mermaid\n{block.mermaid}\n```\n\n</details>"
                picture = f"{self.mark(caption.anchor)}![{escape(block.picture.alternative)}](figures/{name}.svg)"
                notes = [f"> {begin(escape(each.label) + self.line(each.content))}" for each in block.foot]
                return [picture, strong(f"{caption.label}{GAP}{caption.title}"), *notes, mermaid if block.mermaid else ""]
            case d.Formula(tex=tex, number=number):
                tag = rf" \tag*{{{number}}}" if number else ""
                return [f"{self.mark(block.anchor)}$${formula(tex)}{tag}$$"]
            case d.Example(label=label, content=content):
                parts = [escape(label), *(part for each in content for part in self.block(each))]
                return ["\n".join(f"> {line}".rstrip() for line in "\n\n".join(parts).split("\n"))]
            case Contents(entries=entries):
                lowest = min(entry.level for entry in entries)
                return ["\n".join(f"{'  ' * (each.level - lowest)}- {self.entry(each)}" for each in entries)]
            case Cover():
                return self.cover(block)
            case d.EndLine():
                return ["---"]
        raise NotImplementedError(type(block))

    def paragraph(self, block: d.Paragraph) -> str:
        """Return a paragraph in its role."""
        if block.role is d.Role.TITLE:
            return f"# {self.mark(block.anchor)}{self.line(block.content, cell=True)}"
        text = self.mark(block.anchor) + begin(self.line(block.content))
        if block.role is d.Role.SAMPLE and text.endswith(self.sample):
            return ""
        return f"> {text}" if block.role in (d.Role.SAMPLE, d.Role.NOTICE) else text

    def items(self, block: d.List, indent: str) -> Iterator[str]:
        """Yield the items of a list, a line for each."""
        for item in block.items:
            gap = "" if item.label.endswith("—") else " "
            yield f"{indent}{self.mark(item.anchor)}{begin(escape(item.label) + gap + self.line(item.content))}"
            if item.sublist:
                yield from self.items(item.sublist, indent + "\u3000\u3000")

    def table(self, table: d.Table) -> list[str]:
        """Return a table between its caption and its foot."""
        caption = table.caption
        above = f"{self.mark(caption.anchor)}{strong(f'{caption.label}{GAP}{caption.title}')}" if caption else ""
        foot = [part for each in table.foot for part in self.block(each)]
        rows = (*table.head, *table.body)
        if len(table.head) == 1 and all(cell.column_span == cell.row_span == 1 for row in rows for cell in row):
            return [above, escape(table.unit or ""), self.pipes(table, rows), *foot]
        head = "".join(self.html_row(row, head=True) for row in table.head)
        body = "".join(self.html_row(row, head=False) for row in table.body)
        grid = "".join(f"<{name}>\n{part}</{name}>\n" for name, part in (("thead", head), ("tbody", body)) if part)
        marks = [
            mark for row in rows for cell in row for line in cell.paragraphs for mark in line if isinstance(mark, d.FootnoteMark)
        ]
        notes = [f"<sup>{escape(mark.label)}</sup> {self.line(mark.content)}" for mark in marks]
        return [above, escape(table.unit or ""), f"<table>\n{grid}</table>", *notes, *foot]

    def pipes(self, table: d.Table, rows: Sequence[tuple[d.Cell, ...]]) -> str:
        """Return a table with pipes."""
        lines = ["| " + " | ".join(["<br>".join(map(self.cell, cell.paragraphs)) for cell in row]) + " |" for row in rows]
        middle = [all(row[column].align == "center" for row in table.body or table.head) for column in range(len(table.widths))]
        lines.insert(1, f"| {' | '.join(':-:' if each else '---' for each in middle)} |")
        return "\n".join(lines)

    def cell(self, content: Sequence[d.Inline]) -> str:
        """Return a paragraph in a cell."""
        return blank(content) or self.line(content, cell=True).strip(" ")

    def html_row(self, row: tuple[d.Cell, ...], *, head: bool) -> str:
        """Return a row of a table in HTML."""
        cells = []
        for cell in row:
            tag = "th" if head or cell.label else "td"
            spans = f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
            spans += f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
            text = "<br>".join([blank(line) or self.html(line).strip(" ") for line in cell.paragraphs])
            cells.append(f'<{tag}{spans} align="{cell.align}">{text}</{tag}>')
        return f"<tr>{''.join(cells)}</tr>\n"

    def html(self, content: Sequence[d.Inline]) -> str:
        """Return a sentence as HTML."""
        text = ""
        for node in content:
            match node:
                case d.Text(words):
                    text += html(words)
                case d.Link(words, target):
                    text += f'<a href="#{self.places[target]}">{html(words)}</a>' if target in self.places else html(words)
                case d.Strong(inner):
                    text += f"<strong>{self.html(inner)}</strong>"
                case d.FootnoteMark(label):
                    text += f"<sup>{html(label)}</sup>"
                case d.LineBreak():
                    text += "<br>"
                case _:
                    text += self.rare(node)
        return text

    def line(self, content: Sequence[d.Inline], *, cell: bool = False) -> str:
        """Return a sentence."""
        text = ""
        for node in content:
            match node:
                case d.Text(words):
                    text += escape(words)
                case d.Link(words, target):
                    text += f"[{escape(words)}](#{self.places[target]})" if target in self.places else escape(words)
                case d.Strong(inner):
                    text += strong(self.line(inner, cell=cell), text, last=node is content[-1])
                case d.FootnoteMark(label):
                    self.notes.append(node)
                    text += f"[^{label}]"
                case d.LineBreak():
                    text += "<br>" if cell else "<br>\n"
                case _:
                    text += self.rare(node)
        return text

    def rare(self, node: d.Inline) -> str:
        """Return a part of a sentence of a kind that a standard has few of."""
        match node:
            case d.Script(text, position):
                return f"<{position[:3]}>{escape(text)}</{position[:3]}>"
            case d.Code(text):
                return f"`{text}`"
            case d.Math(tex):
                return f"${formula(tex)}$"
            case d.Blank(kind="date"):
                return "＿＿＿＿年＿＿月＿＿日"
            case d.Blank(lines=lines):
                return "<br>".join(["＿" * 8] * lines)
        raise NotImplementedError(type(node))

    def entry(self, entry: ContentsEntry) -> str:
        """Return a line of the contents."""
        return f"[{escape(entry.text)}](#{self.places[entry.target]})"

    def cover(self, cover: Cover) -> list[str]:
        """Return the lines of a cover as a table."""
        pairs = [
            (cover.classification, (cover.mark,)),
            ((cover.banner,), (cover.number,)),
            ((cover.english,), (cover.replaces,)),
            ((cover.correspondence,), ()),
            (cover.stage, ()),
            ((cover.issued,), (cover.implemented,)),
            ((cover.issuer,), (cover.issue_word,)),
        ]
        rows = [tuple("<br>".join(escape(line) for line in lines if line) for lines in pair) for pair in pairs]
        lines = [f"| {left} | {right} |" for left, right in rows if left or right]
        return [self.mark(cover.anchor), f"# {escape(cover.title)}", "\n".join([lines[0], "| --- | --- |", *lines[1:]])]

    def mark(self, anchor: str | None) -> str:
        """Return the place to which links lead."""
        return f'<a id="{self.places[anchor]}"></a>' if anchor else ""


def anchors(document: d.Document) -> Iterator[str]:
    """Yield the places of a document."""
    for block in document.blocks():
        if isinstance(block, d.List):
            yield from list_anchors(block)
        elif isinstance(block, d.Table | d.Figure):
            if block.caption:
                yield block.caption.anchor
        elif getattr(block, "anchor", None):
            yield block.anchor


def list_anchors(block: d.List) -> Iterator[str]:
    """Yield the places of a list."""
    for item in block.items:
        if item.anchor:
            yield item.anchor
        if item.sublist:
            yield from list_anchors(item.sublist)


def escape(text: str) -> str:
    """Return a text that Markdown prints letter by letter."""
    return MARKS.sub(lambda found: ESCAPES.get(found[0]) or f"\\{found[0]}", text)


def html(text: str) -> str:
    """Return a text that HTML prints letter by letter."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def begin(line: str) -> str:
    """Return a line that opens no list and no heading."""
    found = FIRST.match(line)
    if found is None:
        return line
    end = found.end() if found[0].isdigit() else 0
    return f"{line[:end]}\\{line[end:]}"


def strong(inner: str, before: str = "", *, last: bool = True) -> str:
    """Return bold text."""
    closed = (inner[0].isalnum() or not before) and (inner[-1].isalnum() or last)
    return f"**{inner}**" if closed and "*" not in before[-1:] + inner[0] + inner[-1] else f"<strong>{inner}</strong>"


def formula(tex: str) -> str:
    """Return a formula on one line."""
    return " ".join(tex.split()).replace("<", r"\lt ").replace(">", r"\gt ")


def blank(content: Sequence[d.Inline]) -> str:
    """Return what keeps a cell of a form as high as its lines; nothing for another cell."""
    if len(content) == 1 and isinstance(content[0], d.Blank) and content[0].kind == "line":
        return "&nbsp;" + "<br>&nbsp;" * (content[0].lines - 1)
    return ""

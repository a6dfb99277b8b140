"""Blocks as Typst."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import assert_never

from stdkit.model.document import (
    Block,
    EndLine,
    Example,
    Figure,
    Formula,
    Heading,
    HeadingKind,
    Labelled,
    List,
    Note,
    NumberedParagraph,
    Paragraph,
    Table,
    TermHead,
)
from stdkit.model.drawing import Drawing, Image
from stdkit.model.frontmatter import BookletCover, Contents, Cover
from stdkit.render.docx.lists import note_role
from stdkit.render.docx.paragraphs import heading_role, term_role, untitled_role
from stdkit.render.docx.pictures import measure
from stdkit.render.svg import svg
from stdkit.render.typst import front
from stdkit.render.typst.formulas import math
from stdkit.render.typst.inlines import inlines, with_gap
from stdkit.render.typst.markup import call, millimetres, points, quoted, words
from stdkit.render.typst.sheet import Sheet
from stdkit.render.typst.tables import foot_part, line_of, table

_FORMULA = "9pt"
"""The space above and below a formula."""

Shown = Table | Figure | Formula | Example
Said = Paragraph | Heading | NumberedParagraph | TermHead | List | Note | Labelled


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the blocks of a file; ``levels`` gives the level of each bookmark by its anchor."""

    sheet: Sheet
    levels: Mapping[str, tuple[int, str]]

    def block(self, node: Block) -> str:
        """Return a block. Raises ``StdkitError`` for a formula or a picture that cannot be shown."""
        match node:
            case Cover():
                return self._hidden_bookmark(node.anchor) + front.cover(node, self.sheet)
            case BookletCover():
                return self._hidden_bookmark(node.anchor) + front.booklet_cover(node, self.sheet)
            case Contents():
                return front.contents(node, self.sheet)
            case EndLine():
                style = self.sheet.styles["end_line"]
                rule = f"#line(length: {style.share * 100:g}%, stroke: {points(style.border)});"
                return f"#block(width: 100%, above: {points(style.before + style.line)}, align(center)[{rule}]);\n"
            case Table() | Figure() | Formula() | Example():
                return self._shown(node)
            case _:
                return self._said(node)

    def _hidden_bookmark(self, anchor: str) -> str:
        """Return a bookmark without words on the page."""
        if anchor not in self.levels:
            return ""
        level, title = self.levels[anchor]
        return f"#place(hide(heading(level: {level}, outlined: false, bookmarked: true, {quoted(title)})));"

    def _shown(self, node: Shown) -> str:
        match node:
            case Table():
                return table(node, self.sheet)
            case Figure():
                picture = self.sheet.paragraph("figure", self._picture(node.picture))
                foot = "".join(foot_part(each, self.sheet) for each in node.foot)
                return picture + foot + line_of(node.caption, self.sheet)
            case Formula():
                number = self.sheet.mark(node.anchor) + words(node.number or "")
                columns = f"columns: (1fr, auto, 1fr), align: horizon, [], [$ {math(node.tex)} $], align(right)[{number}]"
                return f"#block(width: 100%, above: {_FORMULA}, below: {_FORMULA}, grid({columns}));\n"
            case Example():
                return self._example(node)
            case _:
                assert_never(node)

    def _said(self, node: Said) -> str:
        sheet = self.sheet
        match node:
            case Paragraph():
                return sheet.paragraph(node.role.value, sheet.mark(node.anchor) + inlines(node.content, sheet))
            case Heading():
                return self._heading(node)
            case NumberedParagraph():
                return sheet.paragraph(
                    untitled_role(node), sheet.mark(node.anchor) + with_gap(node.number, " ") + inlines(node.content, sheet)
                )
            case TermHead():
                return self._term(node)
            case List():
                return self._list(node)
            case Note():
                role = note_role(node.label, sheet.styles)
                return sheet.labelled(role, call("strongly", words(node.label)), inlines(node.content, sheet))
            case Labelled():
                content = sheet.mark(node.anchor) + inlines(node.content, sheet)
                return sheet.labelled("labelled", call("strongly", words(node.label)), content)
            case _:
                assert_never(node)

    def _heading(self, node: Heading) -> str:
        if node.kind is HeadingKind.ANNEX:
            lines = [words(line) for line in (node.number, node.nature, node.title) if line]
            text = "#linebreak();".join(lines)
        else:
            text = with_gap(node.number, node.title)
        level = self.levels[node.anchor][0] if node.anchor in self.levels else node.level
        body = self.sheet.paragraph(heading_role(node), self.sheet.mark(node.anchor) + text)
        return call("heading", body.strip(), level=str(level), outlined="false", bookmarked="true") + "\n"

    def _term(self, node: TermHead) -> str:
        sheet = self.sheet
        lines = [sheet.paragraph(term_role(node), sheet.mark(node.anchor) + words(node.number))]
        lines.append(sheet.paragraph("term", with_gap(node.term, node.english)))
        lines += [sheet.paragraph("admitted", with_gap(*names)) for names in node.admitted]
        return "".join(lines)

    def _list(self, node: List, role: str = "") -> str:
        style = role or f"{node.kind}_{min(node.level, 2)}"
        parts = []
        for item in node.items:
            content = self.sheet.mark(item.anchor) + inlines(item.content, self.sheet)
            if node.kind == "bibliography":
                parts.append(self.sheet.paragraph(style, with_gap(item.label, " ") + content))
            else:
                parts.append(self.sheet.labelled(style, words(item.label), content))
            if item.sublist:
                parts.append(self._list(item.sublist, role))
        return "".join(parts)

    def _example(self, node: Example) -> str:
        role = note_role(node.label, self.sheet.styles)
        label = call("block", self.sheet.paragraph(role, call("strongly", words(node.label))), sticky="true", width="100%")
        parts = [
            self._list(each, "example_item")
            if isinstance(each, List)
            else self.sheet.paragraph("example_text", inlines(each.content, self.sheet))
            for each in node.content
        ]
        rule = points(self.sheet.styles.table.rule)
        return label + call("block", "".join(parts), width="100%", stroke=rule, inset="4pt") + "\n"

    def _picture(self, picture: Drawing | Image) -> str:
        """Return a picture in its size, made smaller where the page is narrower."""
        page = self.sheet.styles.page
        room, height = page.width - page.left - page.right, (page.height - page.top - page.bottom) * 0.8
        if isinstance(picture, Drawing):
            data, extension, size = self._drawn(picture), "svg", (picture.width, picture.height)
        else:
            measured = measure(picture)
            data, extension = picture.data, PurePosixPath(f"x.{measured.extension}").suffix[1:]
            size = (measured.width, measured.height)
        scale = min(1.0, room / size[0], height / size[1])
        name = self.sheet.keep(data, extension)
        return f"#box(image({quoted(name)}, width: {millimetres(size[0] * scale)}, alt: {quoted(picture.alternative)}));"

    def _drawn(self, drawing: Drawing) -> bytes:
        """Return a drawing with its words in a font that is here: what Typst does not find it leaves out."""
        family = self.sheet.families[self.sheet.styles["chapter"].font.east_asian]
        before, _, rest = svg(drawing).partition('font-family="')
        return f'{before}font-family="{family}"{rest.partition(chr(34))[2]}'.encode()

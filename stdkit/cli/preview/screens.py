"""The pages of the preview: the list of the standards, a standard with its findings beside it, what cannot be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from stdkit.cli.language import Say, pick, speaker
from stdkit.cli.reporting.report import placed_message
from stdkit.cli.reporting.statistics import severity_names
from stdkit.model.diagnostics import Diagnostic, Severity
from stdkit.publish.session import Reading, Shown
from stdkit.read.data import data_directory
from stdkit.read.load import SYSTEM
from stdkit.render import html
from stdkit.render.html.sheet import escape

SCRIPT, STYLE = "/preview.js", "/preview.css"


def asset(path: str) -> bytes:
    """Return the script or the style sheet of the pages. Raises ``OSError`` when it is not shipped."""
    return (data_directory("templates") / "preview" / path.lstrip("/")).read_bytes()


@dataclass(frozen=True, slots=True)
class Screens:
    """Makes pages in the language of a person; ``version`` tells the page when it is out of date."""

    language: str
    prefix: str

    @property
    def say(self) -> Say:
        """Pick the phrase of the language."""
        return speaker(self.language)

    def standard(self, shown: Shown, reading: Reading, path: str, version: int) -> str:
        """Return a standard with what is wrong in its file beside it, or in the system when that cannot be read."""
        found = reading.findings(path) if reading.resolved else reading.diagnostics
        panel = self._panel(found, shown, reading)
        page = replace(shown.page, head=self._head(version), before=self._bar(), after=panel)
        return html.render(shown.document, shown.links, page)

    def unreadable(self, identifier: str, reading: Reading, path: str, version: int) -> str:
        """Return the page of a standard that could not be shown yet: what is wrong with its file."""
        found = reading.findings(path) if reading.resolved else reading.diagnostics
        words = self.say("这个文件还不能显示", "this file cannot be shown yet")
        title = escape(identifier)
        return self._whole(title, f"<h1>{title}</h1><p>{words}</p>{self._panel(found, None, reading)}", version)

    def listing(self, reading: Reading, version: int) -> str:
        """Return the list of the standards of the set."""
        rows = "".join(self._rows(reading)) if reading.resolved else ""
        title = escape(reading.resolved.index.system.title.text(self.language)) if reading.resolved else "stdkit preview"
        found = reading.findings(SYSTEM) if reading.resolved else reading.diagnostics
        body = f'<h1>{title}</h1><table class="standards">{rows}</table>{self._panel(found, None, reading)}'
        return self._whole(title, body, version)

    def missing(self, version: int) -> str:
        """Return the page for an address behind which there is nothing."""
        words = self.say("这里没有标准", "there is no standard here")
        return self._whole(words, f'<h1>{words}</h1><p><a href="/">{self.say("全部标准", "all standards")}</a></p>', version)

    def _rows(self, reading: Reading) -> Iterator[str]:
        resolved = reading.resolved
        assert resolved is not None
        for standard in resolved.source.standards:
            name = standard.id.text
            counts = self._counts(reading.findings(standard.path))
            title = escape(resolved.title(name))
            linked = f'<a href="/{escape(name)}">{title}</a>' if name in resolved.standards else title
            yield f"<tr><td>{escape(resolved.number(name))}</td><td>{linked}</td><td>{counts}</td></tr>"
        for failed in resolved.source.failed:
            title = escape(failed.title or failed.path)
            counts = self._counts(reading.findings(failed.path))
            yield f'<tr><td>{escape(failed.id)}</td><td><a href="/{escape(failed.id)}">{title}</a></td><td>{counts}</td></tr>'

    def _counts(self, found: Iterable[Diagnostic]) -> str:
        names = self._severities()
        counted = {severity: sum(each.severity is severity for each in found) for severity in Severity}
        return " ".join(f'<span class="{each}">{names[each]} {count}</span>' for each, count in counted.items() if count)

    def _panel(self, found: Iterable[Diagnostic], shown: Shown | None, reading: Reading) -> str:
        """Return the findings as a list; one whose clause is on the page leads there."""
        items = "".join(self._item(each, shown) for each in found)
        title = self.say("检查发现", "Findings") if reading.judged else self.say("正在检查…", "Checking…")
        failure = f'<p class="failure">{escape(pick(reading.failure, self.language))}</p>' if reading.failure else ""
        none = "" if items or failure or not reading.judged else f"<p>{self.say('没有', 'none')}</p>"
        return f'<aside class="findings" aria-label="{title}"><h2>{title}</h2>{failure}{none}<ol>{items}</ol></aside>'

    def _item(self, found: Diagnostic, shown: Shown | None) -> str:
        where = f"{escape(self.prefix + found.path)}:{found.span.line}:{found.span.column}"
        words = escape(placed_message(found, self.language))
        fragment = shown.fragment(found.span) if shown else None
        text = f'<a href="#{escape(fragment)}">{words}</a>' if fragment else words
        severity = self._severities()[found.severity]
        rule = f"<code>{escape(found.rule)}</code>"
        return f'<li class="{found.severity}"><b>{severity}</b> {text}<br><small>{where} {rule}</small></li>'

    def _severities(self) -> dict[Severity, str]:
        return dict(severity_names(self.say))

    def _bar(self) -> str:
        return f'<p class="way"><a href="/">{self.say("全部标准", "all standards")}</a></p>'

    def _head(self, version: int) -> str:
        meta = f'<meta name="version" content="{version}">'
        return f'{meta}\n<link rel="stylesheet" href="{STYLE}">\n<script src="{SCRIPT}" defer></script>\n'

    def _whole(self, title: str, body: str, version: int) -> str:
        head = f'<meta charset="utf-8">\n<title>{title}</title>\n{self._head(version)}'
        opening = f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{head}</head>\n'
        return f'{opening}<body class="plain">\n{body}\n</body>\n</html>\n'

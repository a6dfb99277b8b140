"""A report in; its bytes in one format out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.reports.report import Report
from stdkit.resolve.resolved import ResolvedSet

EXTENSIONS = {
    "text": "txt",
    "markdown": "md",
    "docx": "docx",
    "html": "html",
    "json": "json",
    "xlsx": "xlsx",
    "csv": "csv",
    "tbx": "tbx",
}


@dataclass(frozen=True, slots=True)
class Writer:
    """A report and the set that it is about."""

    report: Report
    resolved: ResolvedSet


def report_bytes(writer: Writer, form: str) -> bytes:
    """Return a report in a format, one of ``EXTENSIONS``.

    Raises ``StdkitError`` for a format that the report cannot have.
    """
    return _FORMATS[form](writer)


def _text(writer: Writer) -> bytes:
    from stdkit.render.text import text  # for start-up time, as below

    return text(writer.report.document, width=100, color=False).encode("utf-8")


def _markdown(writer: Writer) -> bytes:
    from stdkit.render import markdown

    return markdown.render(writer.report.document, {}).text.encode("utf-8")


def _docx(writer: Writer) -> bytes:
    from stdkit.render.docx import render

    return render(writer.report.document, writer.resolved.house.styles, pages={})  # a report prints no numbers of pages


def _html(writer: Writer) -> bytes:
    from stdkit.publish.formats.html import page_of
    from stdkit.render import html

    return html.render(writer.report.document, {}, page_of(writer.resolved.house)).encode("utf-8")


def _json(writer: Writer) -> bytes:
    return (json.dumps(writer.report.data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _xlsx(writer: Writer) -> bytes:
    from stdkit.render.xlsx import xlsx

    _require_sheets(writer)
    return xlsx(writer.report.sheets, writer.report.document.title)


def _csv(writer: Writer) -> bytes:
    from stdkit.render.csv import csv

    _require_sheets(writer)
    return csv(writer.report.sheets[0])


def _tbx(writer: Writer) -> bytes:
    from stdkit.reports.terms import tbx

    document = writer.report.document
    if document.name != "report-terms":
        raise StdkitError(
            Bilingual(f"“{document.title}”不能写成 TBX：只有术语报告能", f"“{document.title}” is no term base: no TBX")
        )
    return tbx(writer.resolved)


def _require_sheets(writer: Writer) -> None:
    if not writer.report.sheets:
        title = writer.report.document.title
        raise StdkitError(Bilingual(f"“{title}”没有表格，不能写成表格文件", f"“{title}” has no table for a spreadsheet"))


_FORMATS: Mapping[str, Callable[[Writer], bytes]] = {
    "text": _text,
    "markdown": _markdown,
    "docx": _docx,
    "html": _html,
    "json": _json,
    "xlsx": _xlsx,
    "csv": _csv,
    "tbx": _tbx,
}

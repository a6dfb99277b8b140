"""JUnit XML, which Jenkins, GitLab and most other CI systems show as tests: a file is a suite, a finding a test.

Errors and warnings are failures. A note never stops anybody, so it is a test that has passed, with its words as output: shown as
skipped it would count as a test that nobody ran.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from stdkit.check.fingerprint import quoted
from stdkit.cli.reporting.report import Report, message, placed_message
from stdkit.model.diagnostics import Diagnostic, Severity

FORBIDDEN = r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
NAMED = 40


def as_junit(report: Report) -> str:
    """Return the XML: a suite for each file, in it a test for each finding, or one that has passed."""
    root = Element("testsuites", name="stdkit validate")
    if report.failure:
        suite = SubElement(root, "testsuite", name="stdkit")
        test = SubElement(suite, "testcase", name="system.yaml", classname="stdkit")
        SubElement(test, "error", type="error", message=_clean(report.failure))
    found = {each: [one for one in report.diagnostics if one.path == each] for each in _paths(report)}
    for path, diagnostics in found.items():
        _suite(root, path, diagnostics, report)
    for each in (root, *root):
        _count(each)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _paths(report: Report) -> list[str]:
    return sorted({*report.paths, *(each.path for each in report.diagnostics)})


def _suite(root: Element, path: str, diagnostics: list[Diagnostic], report: Report) -> None:
    shown = _clean(report.shown(path))
    suite = SubElement(root, "testsuite", name=shown, file=shown)
    group = ".".join(PurePosixPath(shown).with_suffix("").parts)  # Jenkins nests by the points of a class name
    if not diagnostics:
        SubElement(suite, "testcase", name=PurePosixPath(shown).name, classname=group)
    alike: Counter[str] = Counter()
    for diagnostic in diagnostics:
        name = _name(diagnostic, report)
        alike[name] += 1
        ordinal = f" ({alike[name]})" if alike[name] > 1 else ""
        _found(SubElement(suite, "testcase", name=name + ordinal, classname=group), diagnostic, report)


def _name(diagnostic: Diagnostic, report: Report) -> str:
    """Return the rule and the words that it speaks of: unlike a line number, they stay when text is added elsewhere."""
    text = " ".join(quoted(diagnostic, report.sources.get(diagnostic.path, ())).split())
    return _clean(f"{diagnostic.rule} {text[:NAMED]}{'…' if len(text) > NAMED else ''}".strip())


def _found(test: Element, diagnostic: Diagnostic, report: Report) -> None:
    where = f"{report.shown(diagnostic.path)}:{diagnostic.span.line}:{diagnostic.span.column}"
    text = _clean(f"{where}: {placed_message(diagnostic, report.language)}")
    if diagnostic.severity is Severity.NOTE:
        SubElement(test, "system-out").text = text
    else:
        words = _clean(message(diagnostic, report.language))
        SubElement(test, "failure", type=diagnostic.severity.value, message=words).text = text


def _count(element: Element) -> None:
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
        element.set(name, str(sum(1 for _ in element.iter(tag))))


def _clean(text: str) -> str:
    """Return a text without the characters that XML 1.0 forbids (clause 2.2), a mark in the place of each."""
    return re.sub(FORBIDDEN, "\ufffd", text)

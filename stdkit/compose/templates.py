"""The texts that a publisher may change: Jinja2 templates of prose, run in a sandbox."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.house import House
from stdkit.model.text import List, Paragraph
from stdkit.read.lines import Line
from stdkit.read.prose import Parser

if TYPE_CHECKING:
    from jinja2 import Template


def fill_template(house: House, name: str, values: Mapping[str, Any]) -> tuple[Paragraph | List, ...]:
    """Return the paragraphs and lists that a template of the house gives.

    Raises ``StdkitError`` with the template's name and line when it is missing, broken or makes something that is no prose.
    """
    from jinja2 import TemplateError  # for start-up time: only commands that print need it

    if name not in house.templates:
        raise StdkitError(Bilingual(f"样式“{house.name}”缺少模板 {name}", f"house “{house.name}” has no template {name}"))
    try:
        text = _compiled(house.templates[name]).render(fixed=house.fixed, labels=house.labels, **values)
    except TemplateError as error:
        raise _failure(name, _line_of(error), str(error)) from error
    return _prose(name, text)


@lru_cache(maxsize=32)
def _compiled(source: str) -> Template:
    """Return a template ready to be filled: a set fills the same one for every standard, a preview again and again."""
    from jinja2 import StrictUndefined  # see above
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False)
    return environment.from_string(source)


def _prose(name: str, text: str) -> tuple[Paragraph | List, ...]:
    parser = Parser(name)
    blocks = parser.blocks([Line(line, number, 1) for number, line in enumerate(text.split("\n"), 1)])
    if parser.diagnostics:
        first = parser.diagnostics[0]
        raise _failure(name, first.span.line, first.rule)
    return blocks


def _line_of(error: Exception) -> int:
    """Return the line of a template at which it failed."""
    line = getattr(error, "lineno", None)
    if isinstance(line, int):
        return line
    trace = error.__traceback__
    found = 1
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


def _failure(name: str, line: int, why: str) -> StdkitError:
    return StdkitError(Bilingual(f"模板 {name} 第{line}行有误：{why}", f"template {name}, line {line}: {why}"))

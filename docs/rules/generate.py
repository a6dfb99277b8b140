"""Write the pages of this folder from the pages of the findings: ``python docs/rules/generate.py``."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from stdkit.check.catalogue import pages
from stdkit.cli.rule_page import names_by_group, page_markdown, severities
from stdkit.render.markdown import escape

FOLDER = Path(__file__).parent
INDEX = "README.md"
GENERATED = "<!-- Written by docs/rules/generate.py from the code: change the page there, then run it again. -->"
INTRODUCTION = f"""{GENERATED}

# 检查规则 Rules

`stdkit validate` 能报的全部{{count}}种发现，每种一页，中文在前。终端里看同样的内容：`stdkit explain verb-forbidden`。

“改正”一列：

- safe：由 `stdkit validate --fix` 改正；
- suggested：只给出建议，由人决定；
- none：由人修改；
- depends：视写法而定，`stdkit validate --diff` 显示会改什么。

All {{count}} findings of `stdkit validate`, a page each, Chinese first, English below.
The same in a terminal: `stdkit explain verb-forbidden`.

The column “fix”:

- safe: made by `stdkit validate --fix`;
- suggested: offered, a person decides;
- none: mended by a person;
- depends: goes by the text, `stdkit validate --diff` shows what would change.
"""
TABLE = "| 规则 rule | 缺陷 | defect | 级别 severity | 改正 fix |\n|---|---|---|---|---|"


def files() -> Mapping[str, str]:
    """Return the text of every file of this folder but this one, by its name."""
    return {INDEX: _index(), **{f"{name}.md": _page(name) for name in sorted(pages())}}


def main() -> None:
    """Write the files and remove the pages of findings that exist no more."""
    wanted = files()
    for file in FOLDER.glob("*.md"):
        if file.name not in wanted:
            file.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(wanted)} files in docs/rules\n")


def _page(name: str) -> str:
    title = pages()[name].title
    return "\n\n".join(
        (
            GENERATED,
            f"# {name}　{escape.markdown(title.zh)}",
            f"[全部规则]({INDEX}) · [English](#english)",
            page_markdown(name, "zh"),
            "## English",
            f"*{escape.markdown(title.en)}*",
            page_markdown(name, "en") + "\n",
        )
    )


def _index() -> str:
    sections = [INTRODUCTION.format(count=len(pages())).rstrip("\n")]
    for prefix, names in names_by_group():
        title = f"## {prefix}" if prefix else "## 其他 Others"
        rows = "\n".join(_row(name) for name in names)
        sections.append(f"{title}\n\n{TABLE}\n{rows}")
    return "\n\n".join(sections) + "\n"


def _row(name: str) -> str:
    page = pages()[name]
    title, fix = page.title, page.fix or "none"
    cells = (f"[{name}]({name}.md)", escape.markdown(title.zh), escape.markdown(title.en), severities(name, "zh"), fix)
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()

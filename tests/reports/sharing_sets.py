"""Small sets with planted overlap: sentences of seeded characters, some of them in two standards."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

MINIMAL = Path(__file__).parents[1] / "check" / "minimal"
Plan = dict[str, list[str]]


def word(random: Random) -> str:
    """Return two common characters that seldom stand beside each other."""
    return bytes(each for _ in range(2) for each in (random.randint(0xB0, 0xD6), random.randint(0xA1, 0xFE))).decode("gb2312")


def sentence(random: Random) -> str:
    """Return a sentence of about 40 characters, like no other one."""
    parts = ("".join(word(random) for _ in range(random.randint(5, 8))) for _ in range(3))
    return f"执委应{'，'.join(parts)}。"


def write_set(directory: Path, plan: Plan, heads: dict[str, str] | None = None) -> None:
    """Write a set: ``plan`` gives the sentences of each standard, a clause each; ``heads`` replace the origin of some."""
    shutil.copytree(MINIMAL, directory)
    head = (MINIMAL / "service-project" / "XM-101.yaml").read_text(encoding="utf-8").partition("scope:")[0]
    for name, sentences in plan.items():
        clauses = "".join(
            f"  - id: c{number}\n    title: 事项{number}\n    content: |\n      {each}\n"
            for number, each in enumerate(sentences, 1)
        )
        own = head.replace("XM-101", name).replace("执委走访工作规程", f"{name}工作规程")
        own = own.replace("origin:\n  kind: original\n", (heads or {}).get(name, "origin: {kind: original}\n"))
        scope = f"scope: |\n  {sentence(Random(name))}\n"  # noqa: S311 - texts, no secret
        (directory / "service-project" / f"{name}.yaml").write_text(f"{own}{scope}clauses:\n{clauses}", encoding="utf-8")

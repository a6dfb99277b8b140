"""Small made-up sets of provisions, the same for the same seed, and their figures counted straight from the files.

The sets hold sentences of every kind, lists, tables that are cited and not cited, declared and typed values of few names, forms
with and without a time, and figures of what posts write. ``Counted`` reads the YAML as text and data and knows nothing of stdkit.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

ACTORS = {"executive-member": "执委", "town": "镇妇联", "village-chair": "村妇联主席", "archivist": "档案员"}
ACTS = ("登记名册", "核对记录", "告知家属", "移交材料", "公布结果", "检查场所")
KINDS = {"应": "requirement", "宜": "recommendation", "可": "permission"}
NAMES = ("公示期限", "答复时限", "走访次数", "培训学时")
VERB = re.compile("不?([应宜可])")
Data = dict[str, Any]

SYSTEM = """format: 1
title: {zh: 样例标准体系, en: Sample}
organization: {name: {zh: 示例区妇联, en: Shili}, code: SLFL}
language: zh
house: gbt
number_pattern: Q/{organization} {module} {serial}—{year}
modules:
  - id: service-project
    title: {zh: 服务项目标准, en: Projects}
    code: XM
    subsystems: [{id: XM1, title: {zh: 执委履职, en: M}}]
audiences: [{id: executive-member, name: {zh: 执委, en: m}}, {id: town, name: {zh: 镇妇联, en: t}}]
posts: [{id: village-chair, name: {zh: 村妇联主席, en: c}}, {id: archivist, name: {zh: 档案员, en: a}}]
defaults: {issued: 2025-06-20, implemented: 2025-08-01}
"""


def write_provision_set(directory: Path, seed: int) -> Path:
    """Write a set into a folder and return it."""
    drawn = random.Random(seed)  # noqa: S311 - a made-up set, no secret
    folder = directory / "service-project"
    folder.mkdir(parents=True)
    forms: list[str] = []
    for number in range(101, 101 + drawn.randint(1, 4)):
        (folder / f"XM-{number}.yaml").write_text(_standard(drawn, number, forms), encoding="utf-8")
    outer = ["  - {id: outer, number: W-01, title: 外部申请表}"] * drawn.randint(0, 1)
    lines = [*(["forms:", *outer] if outer else []), "burden:"]
    chosen = [*forms, *(["W-01"] if outer else []), "NO-SUCH"]
    for _ in range(drawn.randint(1, 8)):
        minutes = f", minutes: {drawn.choice((3, 7.5))}" * drawn.randint(0, 1)
        basis = f", basis: {{kind: {drawn.choice(('assumed', 'measured'))}}}" * drawn.randint(0, 1)
        post, form = drawn.choice((*ACTORS, "nobody")), drawn.choice(chosen)
        figures = f"sheets: {drawn.choice((0, 1, 0.2, 12))}, entries: {drawn.choice((0.2, 4, 30))}"
        lines.append(f"  - {{post: {post}, form: {form}, {figures}{minutes}{basis}}}")
    (directory / "system.yaml").write_text(SYSTEM + "\n".join(lines) + "\n", encoding="utf-8")
    (directory / "references.yaml").write_text("{}\n", encoding="utf-8")
    return directory


def _standard(drawn: random.Random, number: int, forms: list[str]) -> str:
    lines = [
        f"id: XM-{number}",
        "subsystem: XM1",
        "type: specification",
        "stage: draft",
        f"title: {{zh: 第{number}项规范, en: S}}",
    ]
    lines += [
        "applies_to: [executive-member]",
        "origin: {kind: original}",
        "scope: |",
        "  本文件规定了执委的工作。",
        "parameters:",
    ]
    for name in drawn.sample(NAMES, 2):
        value = drawn.choice((3, 5, "5.0"))
        lines.append(
            f"  - {{id: p{NAMES.index(name)}, name: {name}, value: {value}, unit: 日, bound: at-most, basis: {{kind: assumed}}}}"
        )
    lines.append("clauses:")
    for clause in range(1, drawn.randint(3, 6)):
        lines += [f"  - id: c{clause}", f"    title: 事项{clause}", "    content:", "      - |", *_texts(drawn, clause)]
        if drawn.random() < 0.5:
            lines += _table(drawn, clause)
    lines += ["annexes:", "  - id: forms", "    title: 表单", "    content:", "      - |", "        式样见[[f1]]和[[f2]]。"]
    for form in (1, 2):
        forms.append(f"XM{number}-R0{form}")
        minutes = [f"          minutes: {drawn.choice((5, 20))}"] * drawn.randint(0, 1)
        head = [f"          id: f{form}", f"          number: {forms[-1]}", f"          title: 第{number}项登记表{form}"]
        lines += [
            "      - form:",
            *head,
            "          filled_by: archivist",
            *minutes,
            "          cells: |",
            "            姓名 | _",
        ]
    return "\n".join(lines) + "\n"


def _texts(drawn: random.Random, clause: int) -> Iterator[str]:
    for _ in range(drawn.randint(1, 4)):
        yield " " * 8 + "".join(_sentence(drawn) for _ in range(drawn.randint(1, 3)))
        yield ""
    if drawn.random() < 0.5:
        yield " " * 8 + f"{drawn.choice([*ACTORS.values()])}应做好下列工作："
        yield ""
        yield from (f"        {number}. {drawn.choice(ACTS)}{'；' if number == 1 else '。'}" for number in (1, 2))
        yield ""
    if drawn.random() < 0.6:
        verb = drawn.choice(("应符合[[t{}]]的规定", "宜按[[t{}]]的规定", "见[[t{}]]"))
        yield " " * 8 + f"{drawn.choice([*ACTORS.values()])}办理事项的时限{verb.format(clause)}。"
        yield ""


def _sentence(drawn: random.Random) -> str:
    actor, act, days = drawn.choice([*ACTORS.values()]), drawn.choice(ACTS), drawn.choice((2, 3, 5))
    return drawn.choice(
        (
            f"{actor}应在{days}日内{act}。",
            f"{actor}不应擅自{act}。",
            f"{actor}宜每月{act}1次。",
            f"{actor}可{act}。",
            f"名册共有{days}个部分。",
            f"{drawn.choice(NAMES)}不应超过{days}日。",
        )
    )


def _table(drawn: random.Random, clause: int) -> list[str]:
    rows = [
        f"            事项{number} | {drawn.choice([*ACTORS.values()])} | {drawn.randint(1, 9)}日"
        for number in range(drawn.randint(1, 4))
    ]
    head = [
        f"          id: t{clause}",
        f"          title: 事项{clause}的时限",
        "          cells: |",
        "            事项 | 承担者 | 时限",
    ]
    return ["      - table:", *head, "            ---", *rows]


class Counted:
    """The figures of a set, counted from its files in the simplest way."""

    def __init__(self, directory: Path) -> None:
        """Read every file as plain data."""
        read = {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(directory.rglob("*.yaml"))}
        self.system = read.pop("system")
        read.pop("references")
        self.standards: dict[str, Data] = read
        self.kinds: dict[str, Counter[str]] = {name: Counter() for name in read}
        self.rows: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        for name, standard in read.items():
            self._count(name, standard)

    def _count(self, name: str, standard: Data) -> None:
        tables: dict[str, list[list[str]]] = {}
        required: set[str] = set()
        for clause in standard["clauses"]:
            for block in clause["content"]:
                if isinstance(block, dict):
                    cells = block["table"]["cells"].split("---\n")[1].strip().split("\n")
                    tables[block["table"]["id"]] = [[cell.strip() for cell in row.split("|")] for row in cells]
                else:
                    required |= self._sentences(name, block)
        for rows in (tables[each] for each in required if each in tables):
            self.rows[name] += len(rows)
            self.kinds[name]["requirement"] += len(rows)
            self.asked.update(row[1] for row in rows)

    def _sentences(self, name: str, text: str) -> set[str]:
        """Count the sentences of a text; return the tables that its requirements cite."""
        required: set[str] = set()
        actor = ""
        for sentence in (each for each in re.split(r"(?<=[。：；])\s*", text) if each.strip()):
            verb = VERB.search(sentence)
            item = bool(re.match(r"\d\. ", sentence))
            kind = "requirement" if item else KINDS[verb[1]] if verb else None
            if kind is None:
                continue
            self.kinds[name][kind] += 1
            first = next((each for each in ACTORS.values() if sentence.startswith(each) and "时限" not in sentence), "")
            actor = actor if item else first
            if kind == "requirement":
                self.asked[actor] += 1
                required.update(re.findall(r"\[\[(t\d)\]\]", sentence))
        return required

    def burden(self) -> dict[str, tuple[Fraction, Fraction, int]]:
        """Return of each post the forms and minutes a month, and of how many forms the minutes are not known."""
        minutes = {form["number"]: form.get("minutes") for form in self.forms()}
        minutes |= {form["number"]: None for form in self.system.get("forms", ())}
        found: dict[str, tuple[Fraction, Fraction, int]] = {}
        for row in self.system.get("burden", ()):
            if row["form"] in minutes and row["post"] in {
                each["id"] for key in ("audiences", "posts") for each in self.system[key]
            }:
                sheets, spent, unknown = found.get(row["post"], (Fraction(0), Fraction(0), 0))
                each = row.get("minutes", minutes[row["form"]])
                spent += Fraction(str(row["entries"])) * Fraction(str(each or 0)) / 12
                found[row["post"]] = (sheets + Fraction(str(row["sheets"])) / 12, spent, unknown + (each is None))
        return found

    def forms(self) -> list[Data]:
        """Return the forms of the standards."""
        found: list[Data] = []
        waiting: list[Any] = [*self.standards.values()]
        while waiting:
            node = waiting.pop()
            if isinstance(node, dict):
                found += [node["form"]] if isinstance(node.get("form"), dict) else []
                waiting += node.values()
            elif isinstance(node, list):
                waiting += node
        return found

    def disputed(self) -> set[str]:
        """Return the names of values that differ: declared twice, or declared or typed at most so much in two ways."""
        declared: dict[str, set[Fraction]] = {}
        typed: dict[str, set[Fraction]] = {}
        for standard in self.standards.values():
            for each in standard["parameters"]:
                declared.setdefault(each["name"], set()).add(Fraction(str(each["value"])))
            for clause in standard["clauses"]:
                for text in (each for each in clause["content"] if isinstance(each, str)):
                    for name, days in re.findall(r"(?:^|[。\s])([^。\s]{4})不应超过(\d)日", text):
                        typed.setdefault(name, set()).add(Fraction(days))
        both = {name: declared.get(name, set()) | typed.get(name, set()) for name in NAMES}
        return {name for name, values in both.items() if len(values) > 1}

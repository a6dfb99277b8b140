"""Made-up sets of standards, the same for the same seed: everything that the reports count, in whatever mixture comes."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

from tests.check.overlay import MINIMAL

Data = dict[str, Any]
MODULES = {"general": "JC", "service-support": "BZ", "service-project": "XM"}
AUDIENCES = ("member", "village", "town", "district")
WORDS = ("走访", "家访", "联系卡", "联系", "回访", "登记簿", "公示", "积分", "值班")
DAYS = ("2024-02-29", "2025-01-10", "2025-06-20", "2026-11-23", "2027-11-23", "2027-11-24", "2030-01-01")
TYPES = ("specification", "code-of-practice", "guide", "vocabulary")
STAGES = ("proposed", "draft", "trial", "approval", "published", "published", "published", "withdrawn", "withdrawn")
BINDING = ("执委应符合{}的规定。", "记录应按{}填写。", "办理时限执行{}。", "村妇联应在办结后填写{}。")
TELLING = (
    "步骤见{}。",
    "执委应填写记录表（见{}）。",
    "{}给出了示例。",
    "{}所列的情形不在此限。",
    "执委可查阅{}，应留下记录（参见{}）。",
)


def write_random_set(directory: Path, seed: int) -> Path:
    """Write a set into a new folder and return it."""
    _Maker(directory, random.Random(seed)).write()  # noqa: S311 - a made-up set, no secret
    return directory


class _Texts(yaml.SafeDumper):
    """Writes texts of several lines under ``|``."""


def _represent(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Texts.add_representer(str, _represent)


class _Maker:
    """Draws a set: first what there is, then texts that name it, rightly and wrongly."""

    def __init__(self, directory: Path, drawn: random.Random) -> None:
        """Draw the ids of everything that can be named."""
        self.directory, self.drawn = directory, drawn
        codes = [(module, f"{code}-{number}") for module, code in MODULES.items() for number in range(101, 105)]
        self.names = dict(sorted((name, module) for module, name in drawn.sample(codes, drawn.randint(1, 9))))
        self.registry = _registry(drawn)
        free = [number for number, each in self.registry.items() if each["level"] != "law"]
        self.adopted = {name: free.pop() for name in self.names if len(free) > 2 and self.maybe(0.2)}
        self.own = [name for name in self.names if name not in self.adopted]
        self.forms = {name: [f"sheet-{n}" for n in range(drawn.choice((0, 0, 1, 2)))] for name in self.own}
        self.values = {name: [f"v{n}" for n in range(drawn.randint(0, 3))] for name in self.own}
        self.terms = {name: drawn.sample(WORDS[:5], drawn.choice((0, 1, 1, 2))) for name in self.own}
        self.outer = [f"outer-{n}" for n in range(drawn.randint(0, 2))]

    def maybe(self, share: float) -> bool:
        return self.drawn.random() < share

    def some(self, items: Sequence[str], most: int = 3) -> list[str]:
        return self.drawn.sample(items, self.drawn.randint(0, min(most, len(items))))

    def write(self) -> None:
        """Write the files."""
        self.file("system.yaml", self.system())
        self.file("references.yaml", self.registry)
        for name, module in self.names.items():
            made = self.standing_in(name) if name in self.adopted else self.standard(name)
            self.file(f"{module}/{name}.yaml", {"id": name, "subsystem": f"{MODULES[module]}1", **made})

    def file(self, path: str, data: Data) -> None:
        file = self.directory / path
        file.parent.mkdir(parents=True, exist_ok=True)
        words = yaml.dump(data, Dumper=_Texts, allow_unicode=True, sort_keys=False, width=10**6)
        file.write_text(words, encoding="utf-8", newline="\n")

    def system(self) -> Data:
        base: Data = yaml.safe_load((MINIMAL / "system.yaml").read_text(encoding="utf-8"))
        needed = self.drawn.choice(({}, {"needed": 3}))
        base["modules"] = [
            {
                "id": module,
                "title": {"zh": f"{code}模块"},
                "code": code,
                "subsystems": [{"id": f"{code}1", "title": {"zh": code}, **needed}],
            }
            for module, code in MODULES.items()
        ]
        base["audiences"] = [{"id": each, "name": {"zh": f"对象{each}"}} for each in AUDIENCES[: self.drawn.randint(0, 4)]]
        base["posts"] = [{"id": "chair", "name": {"zh": "主席"}}]
        base["forms"] = [{"id": each, "title": f"外部{each}"} for each in self.outer]
        base["parameters"] = self.parameters(["s0", "s1"])
        base["processes"] = [self.process(number) for number in range(self.drawn.choice((0, 2, 5)))]
        base["sites"] = [
            {"id": each, "name": {"zh": each}, "count": self.drawn.randint(1, 9)} for each in self.some(["town", "village"])
        ]
        base["defaults"] |= self.drawn.choice(({}, {"review_due": self.drawn.choice(DAYS)}))
        if self.maybe(0.5):
            base["declared"] = {"standards": len(self.names), "original": self.drawn.randint(0, 5)}
        return base

    def process(self, number: int) -> Data:
        named = self.some(list(self.names)) + (["XM-999"] if self.maybe(0.1) else [])
        return {
            "id": f"p{number}",
            "name": {"zh": f"环节{number}"},
            "standards": named,
            **self.drawn.choice(({}, {"note": "说明"})),
        }

    def standing_in(self, name: str) -> Data:
        due = {"review_due": self.drawn.choice(DAYS)} if self.maybe(0.3) else {}
        use = [{"who": "妇联", "for": "归档", "evidence": "卷宗"}]
        return {"origin": {"kind": "adopted", "source": self.adopted[name], "use": use}, **self.readers(), **due}

    def readers(self) -> Data:
        known = AUDIENCES
        return {"applies_to": self.some(known), "informs": self.some(known)}

    def standard(self, name: str) -> Data:
        """Draw a standard with a text of its own."""
        made: Data = {
            "title": {"zh": f"工作规范（{name}）"},
            "type": self.drawn.choice(TYPES if self.terms[name] else TYPES[:-1]),
            "stage": self.drawn.choice(STAGES),
            **self.readers(),
            "origin": self.origin(),
            "introduction": self.sentence(name),
            "scope": f"本文件适用于村妇联。{self.sentence(name)}",
        }
        made |= {key: self.drawn.choice(DAYS) for key in ("implemented", "review_due") if self.maybe(0.7)}
        made |= {"issued": self.drawn.choice(DAYS[1:4])} if self.maybe(0.9) else {}
        if self.maybe(0.4):
            other = self.drawn.choice(self.own)
            former = (f"Q/SLFL {name}—2020", f"Q/SLFL {other}—2025", f"Q/SLFL {other}")
            made["replaces"] = [self.drawn.choice(former).replace("-", " ")]
        others = [each for each in self.own if each != name and self.terms[each]]
        made |= {"terms_from": self.some(others, 1)} if others and self.maybe(0.5) else {}
        made |= {"references": {"normative": self.some([*self.registry, "XM-999"], 2)}} if self.maybe(0.2) else {}
        made |= {"parameters": self.parameters(self.values[name])} if self.values[name] else {}
        made |= (
            {"terms": [self.entry(name, number, word) for number, word in enumerate(self.terms[name])]}
            if self.terms[name]
            else {}
        )
        made["clauses"] = [self.clause(name, number) for number in range(3)]
        return made | ({"annexes": [self.annex(name)]} if self.forms[name] else {})

    def origin(self) -> Data:
        kind = self.drawn.choice(("original", "original", "adapted"))
        if kind == "adapted":
            source = self.drawn.choice([each for each in self.registry if self.registry[each]["level"] != "law"])
            return {"kind": kind, "source": source, "clauses": ["4.1"], "differences": ["时限不同"]}
        found: Data = {"kind": kind}
        found |= (
            {"novelty": [{"what": f"做法{n}", "clause": f"c{n}"} for n in range(self.drawn.randint(1, 3))]}
            if self.maybe(0.8)
            else {}
        )
        search = {"date": "2026-01-05", "where": "公开目录", "terms": ["走访"], "hits": []}
        return found | ({"search": search} if self.maybe(0.7) else {})

    def parameters(self, identifiers: Sequence[str]) -> list[Data]:
        kinds = ("law", "superior", "standard", "measured", "agreed", "assumed", "assumed")
        found = []
        for each in identifiers:
            made: Data = {"id": each, "name": self.drawn.choice(("走访间隔", "走访 间隔", "时限", "户数", f"值{each}"))}
            made |= {"value": self.drawn.choice((3, 5, 5.0, 10)), "unit": self.drawn.choice(("日", "户"))}
            made |= {"bound": self.drawn.choice(("at-least", "at-most"))} if self.maybe(0.5) else {}
            found.append(made | ({"basis": {"kind": self.drawn.choice(kinds), "note": "甲"}} if self.maybe(0.8) else {}))
        return found

    def entry(self, name: str, number: int, word: str) -> Data:
        others = [each for each in WORDS if each != word]
        made: Data = {"id": f"t{number}", "term": {"zh": word, "en": f"term {number}"}}
        made |= {"admitted": [self.drawn.choice(WORDS[5:])]} if self.maybe(0.3) else {}
        made |= {"deprecated": [self.drawn.choice(others)]} if self.maybe(0.3) else {}
        said = self.drawn.choice(("一种往来", "一种往来", f"执委进行的{self.drawn.choice(others)}", "与[[term:t0]]有关的事项"))
        return made | {"definition": said, **({"notes": [self.sentence(name)]} if self.maybe(0.3) else {})}

    def clause(self, name: str, number: int) -> Data:
        """Draw a chapter: prose, a list, a note, an example, a table, or two clauses below it."""
        made: Data = {"id": f"c{number}", "title": self.drawn.choice(("总则", "走访", "联系和公示"))}
        if number == 2 and self.maybe(0.4):
            made["clauses"] = [{"id": f"c{number}-{n}", "title": "要求", "content": self.sentence(name)} for n in range(2)]
            return made
        items = "\n".join(f"- {self.sentence(name).rstrip('。')}；" for _ in range(2))
        lead = self.drawn.choice(("执委应完成下列事项：", "下列事项供选择：", f"下列事项按{self.target(name)}办理："))
        content: list[str | Data] = [f"{self.sentence(name)}\n\n{self.spoken()}\n\n{lead}\n\n{items}"]
        parts: list[Callable[[], Data]] = [
            lambda: {"note": self.sentence(name)},
            lambda: {"example": self.sentence(name)},
            lambda: {"table": self.table(name, number)},
        ]
        content += [self.drawn.choice(parts)() for _ in range(self.drawn.randint(0, 2))]
        tables = [each for each in content if isinstance(each, dict) and "table" in each]
        if tables:
            content = [each for each in content if each not in tables[1:]]
            content.insert(1, self.drawn.choice(BINDING + TELLING[:2]).format(f"[[table-{number}]]"))
        made["content"] = content
        return made

    def table(self, name: str, number: int) -> Data:
        cells = f"事项 | 依据\n---\n走访 | {self.target(name)}\n{self.drawn.choice(WORDS)} | 应符合{self.target(name)}"
        return {"id": f"table-{number}", "title": "事项", "cells": cells}

    def annex(self, name: str) -> Data:
        content: list[str | Data] = [self.drawn.choice((f"式样见[[{self.forms[name][0]}]]。", "式样如下。"))]
        for number, each in enumerate(self.forms[name]):
            form: Data = {"id": each, "number": f"{name}-R{number}", "title": "记录表"}
            form |= {"filled_by": self.drawn.choice(AUDIENCES)} if self.maybe(0.6) else {}
            form |= {"keep": {"by": "village", "for": "3年"}, "minutes": 5, "when": "当日"} if self.maybe(0.6) else {}
            form["cells"] = f"{self.drawn.choice(WORDS)} | _\n依据 | {self.target(name)}"
            content.append({"form": form | ({"blank_rows": 3} if self.maybe(0.3) else {})})
        return {"id": "sheets", "title": "记录", "content": content}

    def spoken(self) -> str:
        words = [self.drawn.choice((each, each, f"“{each}”", f"《{each}》")) for each in self.drawn.choices(WORDS, k=3)]
        return f"执委应完成{words[0]}和{words[1]}，不做{words[2]}。"

    def sentence(self, name: str) -> str:
        form = self.drawn.choice(BINDING + TELLING)
        return form.format(*(self.target(name) for _ in range(form.count("{}"))))

    def target(self, name: str) -> str:
        """Draw a reference of any kind, now and then one that leads nowhere."""
        other = self.drawn.choice(list(self.names))
        document = self.drawn.choice(list(self.registry))
        owners = [each for each in self.own if self.forms[each]]
        valued = [each for each in self.own if self.values[each]]
        termed = [each for each in self.own if self.terms[each]]
        kinds = [
            other,
            self.drawn.choice(self.own or [other]) + "#c1",
            f"c{self.drawn.randint(0, 2)}",
            document,
            document.partition("—")[0] if "—" in document else f"law:{document}",
            f"{document}#5.1" if "—" in document else document,
            "org",
            "post:chair",
            "=s0",
            *(f"={each}#v0" for each in valued[:1]),
            *([f"={self.values[name][0]}"] if self.values.get(name) else []),
            *(f"{each}#sheet-0" for each in owners[:1] if each != name),
            *([f"{self.forms[name][-1]}"] * 2 if self.forms.get(name) else []),
            *(f"form:{each}-R0" for each in owners[-1:]),
            *(f"form:{each}" for each in self.outer[:1]),
            *(f"term:t0|{self.terms[each][0]}" if self.maybe(0.5) else "term:t0" for each in termed[:1]),
            self.drawn.choice(("XM-999", "nowhere", "GB/T 99999—2020", "form:lost", "term:lost", "=lost", "post:lost", other)),
        ]
        return f"[[{self.drawn.choice(kinds)}]]"


def _registry(drawn: random.Random) -> Data:
    """Draw documents of all states; of one number there are two editions."""
    found: Data = {}
    for number in (
        "GB/T 9704—2012",
        "GB/T 24421.2—2009",
        "GB/T 24421.2—2023",
        "GB/T 36733—2018",
        "DA/T 22—2015",
        "MZ/T 148—2020",
    ):
        made: Data = {"title": {"zh": f"文件{number}"}, "level": drawn.choice(("national", "industry", "local"))}
        made["status"] = drawn.choice(("current", "current", "superseded", "withdrawn", "unknown"))
        made |= {"replaced_by": "GB/T 1—2026"} if made["status"] == "superseded" else {}
        made |= {"implemented": drawn.choice(DAYS)} if drawn.random() < 0.5 else {}
        made |= {"checked_on": drawn.choice(DAYS), "evidence": "目录"} if drawn.random() < 0.7 else {}
        found[number] = made
    found["妇女权益保障法"] = {"title": {"zh": "妇女权益保障法"}, "level": "law", "status": "current"}
    return found

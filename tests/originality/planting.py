"""Plants passages of some texts in others, with the truth of where: a set to measure the engine on.

python -m tests.originality.planting CHINESE ENGLISH OUT [--seed N]     two folders of .txt files; OUT gets sources/, suspicious/,
truth.jsonl, suspicious.jsonl, neutral.jsonl, in the form that score_development.py reads, and set/ with a truth.jsonl of its own

Sixty documents with adopted shares of 1, 3, 5, 10, 30 and 60 %, some with none, and all kinds of change; and a set of twelve that
share with each other.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

SYNONYMS = {
    "zh": dict(
        pair.split("=")
        for pair in [
            "应当=须",
            "可以=能够",
            "规定=要求",
            "管理=管控",
            "部门=机构",
            "人员=员工",
            "单位=组织",
            "办法=细则",
            "进行=开展",
            "制定=编制",
            "及时=尽快",
            "情况=状况",
            "有关=相关",
            "依法=照章",
            "建立=设立",
            "责任=职责",
            "检查=查验",
            "批准=核准",
            "公布=发布",
            "报告=上报",
            "加强=强化",
            "设施=装备",
            "组织=安排",
            "标准=准则",
            "国家=全国",
            "人民政府=政府机关",
            "根据=依据",
            "按照=依照",
            "保护=维护",
            "使用=采用",
            "提供=给予",
            "工作=事务",
            "建设=修建",
            "服务=帮助",
            "符合=满足",
            "期限=时限",
            "申请=请求",
            "处理=处置",
            "项目=工程",
            "禁止=严禁",
            "主管=分管",
            "社会=公众",
            "企业=公司",
            "活动=行动",
            "监督=督导",
        ]
    ),
    "en": dict(
        pair.split("=")
        for pair in [
            "organization=enterprise",
            "organizations=enterprises",
            "information=data",
            "system=platform",
            "systems=platforms",
            "security=protection",
            "controls=measures",
            "control=measure",
            "access=entry",
            "users=operators",
            "defined=specified",
            "includes=comprises",
            "including=covering",
            "assessment=evaluation",
            "provides=supplies",
            "required=demanded",
            "procedures=steps",
            "requirements=conditions",
            "policy=guideline",
            "personnel=staff",
            "review=examine",
            "ensure=guarantee",
            "monitoring=surveillance",
            "management=administration",
            "employs=applies",
            "identify=determine",
            "components=elements",
            "individuals=persons",
            "activities=actions",
            "specific=particular",
            "appropriate=suitable",
            "develop=create",
            "maintain=keep",
            "prior=previous",
            "report=notify",
            "risk=hazard",
            "process=procedure",
            "changes=modifications",
            "used=applied",
        ]
    ),
}
OWN = {
    "zh": "值班电工接班时看{0}号水泵的轴承读数，超过{1}度就停机，并在交接本第{2}栏写明时刻。",
    "en": "The night electrician reads gauge {0} of the mixer, stops it above {1} degrees and signs line {2} of the card. ",
}
SHARES = (0.0, 0.01, 0.03, 0.05, 0.1, 0.3, 0.6)


def substituted(share: float) -> Callable[[str, str, random.Random], str]:
    def change(text: str, language: str, chance: random.Random) -> str:
        table = SYNONYMS[language]
        pattern = re.compile("|".join(sorted(table, key=len, reverse=True)) if language == "zh" else r"[A-Za-z]+")
        return pattern.sub(
            lambda match: table.get(match.group(), match.group()) if chance.random() < share else match.group(), text
        )

    return change


def unchanged(text: str, language: str, chance: random.Random) -> str:
    return text


def sentences(text: str) -> list[str]:
    return [each for each in re.findall(r"[^。；.;\n]+[。；.;\n]*\s*", text) if each.strip()]


def reordered(text: str, language: str, chance: random.Random) -> str:
    parts = sentences(text)
    chance.shuffle(parts)
    return "".join(parts)


def compressed(text: str, language: str, chance: random.Random) -> str:
    parts = re.findall(r"[^，,。；.;\n]+[，,。；.;\n]*", text)
    return "".join(part for number, part in enumerate(parts) if number in {0, len(parts) - 1} or chance.random() > 0.25)


def merged(text: str, language: str, chance: random.Random) -> str:
    return re.sub(
        "。|(?<=[a-z])\\. ",
        lambda match: ("，并且" if language == "zh" else ", and ") if chance.random() < 0.5 else match.group(),
        text,
    )


def wide(text: str, language: str, chance: random.Random) -> str:
    return "".join(
        chr(ord(each) + 0xFEE0) if each.isascii() and each.isalnum() and chance.random() < 0.4 else each for each in text
    )


def wrapped(text: str, language: str, chance: random.Random) -> str:
    width = chance.randrange(18, 40) * (1 if language == "zh" else 2)
    words = text.replace("\n", " ").split(" ") if language == "en" else list(text)
    lines, line = [], ""
    for word in words:
        line += word + (" " if language == "en" else "")
        if len(line) >= width:
            lines.append(line.rstrip())
            line = ""
    return "\n  ".join([*lines, line]).strip()


def adapted(text: str, language: str, chance: random.Random) -> str:
    pairs = (
        (("本法", "本制度"), ("人民政府", "公司"), ("国家", "集团"))
        if language == "zh"
        else (("organization", "company"), ("agency", "company"))
    )
    for old, new in pairs:
        text = text.replace(old, new)
    return re.sub(r"第[一二三四五六七八九十百]+条\s*", "", text)


KINDS: dict[str, Callable[[str, str, random.Random], str]] = {
    "verbatim": unchanged,
    "sub20": substituted(0.5),
    "sub45": substituted(1.0),
    "reorder": reordered,
    "compress": compressed,
    "merge_split": merged,
    "script_width": wide,
    "format": wrapped,
    "adapt": adapted,
    "short": unchanged,
    "short_sub": substituted(0.6),
}


@dataclass
class Planted:
    name: str
    language: str
    characters: str = ""
    truth: list[dict[str, object]] = field(default_factory=list)


def planted(name: str, language: str, share: float, pool: dict[str, str], host: str, chance: random.Random) -> Planted:
    """A document of about so adopted a share: own text and lines of a host, with passages of other texts between them."""
    document = Planted(name, language)
    length = chance.randrange(4000, 9000) * (1 if language == "zh" else 2)
    own = [line for line in host.split("\n") if len(line) > 20]
    adopted = 0
    while len(document.characters) < length:
        number = len(document.truth) + len(document.characters)
        if adopted < share * max(len(document.characters), 0.5 * length) and (own or adopted == 0):
            adopted += _plant(document, pool, share, length, chance)
        elif own and chance.random() < 0.8:
            document.characters += own.pop(0) + "\n"
        else:
            document.characters += OWN[language].format(number, chance.randrange(40, 90), chance.randrange(9)) + "\n"
    return document


def _plant(document: Planted, pool: dict[str, str], share: float, length: int, chance: random.Random) -> int:
    kind = chance.choice(["short", "short_sub", "verbatim"] if share < 0.04 else list(KINDS))
    source = chance.choice(sorted(pool))
    parts = sentences(pool[source])
    begin = chance.randrange(max(1, len(parts) - 12))
    wanted = (30 if kind.startswith("short") else chance.randrange(100, 500)) * (1 if document.language == "zh" else 3)
    taken = ""
    while len(taken.strip()) < wanted and begin < len(parts):
        taken += parts[begin]
        begin += 1
    original = taken.strip()
    if len(original) < wanted // 2 or len(original) > 3 * wanted + 100:
        return 0
    start = pool[source].find(original)
    text = KINDS[kind](original, document.language, chance).strip()
    row = {
        "suspicious": document.name,
        "source": source,
        "susp_start": len(document.characters),
        "category": kind,
        "lang": document.language,
    }
    document.characters += text
    row |= {"susp_end": len(document.characters), "src_start": start, "src_end": start + len(original), "edit_ratio": 0.0}
    document.characters += "\n"
    document.truth.append(row)
    return len(text)


def drawn(folder: Path, count: int, chance: random.Random) -> list[str]:
    files = sorted(folder.glob("*.txt"))
    found: list[str] = []
    for file in chance.sample(files, min(len(files), 4 * count)):
        text = re.sub(r"\n\s*\n", "\n", file.read_text(encoding="utf-8")).strip()
        if 2000 < len(text) < 30000 and len(found) < count:
            found.append(text)
    return found


def main(chinese: Path, english: Path, out: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 – texts, no secrets
    texts = {"zh": drawn(chinese, 190, chance), "en": drawn(english, 62, chance)}
    sources = {f"src{number:03}.txt": ("zh", text) for number, text in enumerate(texts["zh"][:145])}
    sources |= {f"src{145 + number:03}.txt": ("en", text) for number, text in enumerate(texts["en"][:48])}
    hosts = {
        language: hosts_of([text for each, text in sources.values() if each == language], drawn(folder, 700, chance), language)
        for language, folder in (("zh", chinese), ("en", english))
    }
    documents = []
    for number in range(60):
        language = "en" if number % 4 == 3 else "zh"
        pool = {name: text for name, (each, text) in sources.items() if each == language}
        host = hosts[language][number % len(hosts[language])]
        documents.append(planted(f"susp{number:03}.txt", language, SHARES[number % len(SHARES)], pool, host, chance))
    _write(out, sources, documents)
    _write_set(out / "set", hosts["zh"], chance)


def hosts_of(sources: list[str], texts: list[str], language: str) -> list[str]:
    """Texts of lines that share nothing with the sources by nature: no run of eight ideographs or twenty letters."""
    length = 8 if language == "zh" else 20
    held = {text[at : at + length] for text in sources for at in range(len(text) - length + 1)}
    lines = [line for text in texts for line in text.split("\n") if 20 < len(line) < 600]
    lines = [line for line in dict.fromkeys(lines) if not any(line[at : at + length] in held for at in range(len(line)))]
    size = max(1, len(lines) // 60)
    return ["\n".join(lines[at : at + size]) for at in range(0, len(lines), size)]


def _write_set(out: Path, hosts: list[str], chance: random.Random) -> None:
    """Twelve documents of which each but the first has passages of those before it."""
    documents: list[Planted] = []
    for number, host in enumerate(hosts[-12:]):
        pool = {each.name: each.characters for each in documents}
        share = SHARES[1 + number % (len(SHARES) - 1)] if pool else 0.0
        documents.append(planted(f"set{number:03}.txt", "zh", share, pool, host, chance))
    out.mkdir(parents=True, exist_ok=True)
    for each in documents:
        (out / each.name).write_bytes(each.characters.encode())
    rows = [row for document in documents for row in document.truth]
    (out / "truth.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _write(out: Path, sources: dict[str, tuple[str, str]], documents: list[Planted]) -> None:
    for folder in ("sources", "suspicious"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    for name, (_, text) in sources.items():
        (out / "sources" / name).write_bytes(text.encode())
    runs: dict[str, set[str]] = {name: {text[at : at + 10] for at in range(len(text) - 9)} for name, (_, text) in sources.items()}
    with (out / "neutral.jsonl").open("w", encoding="utf-8") as file:
        for document in documents:
            (out / "suspicious" / document.name).write_bytes(document.characters.encode())
            for name, held in runs.items():
                for start, end in _natural(document, held):
                    row = {"suspicious": document.name, "source": name, "susp_start": start, "susp_end": end}
                    file.write(json.dumps(row) + "\n")
    rows = [row for document in documents for row in document.truth]
    (out / "truth.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with (out / "suspicious.jsonl").open("w", encoding="utf-8") as file:
        for each in documents:
            adopted = sum(int(str(row["susp_end"])) - int(str(row["susp_start"])) for row in each.truth)
            kind = "planted" if each.truth else "negative"
            row = {"id": each.name, "lang": each.language, "kind": kind, "chars": len(each.characters), "boilerplate": []}
            file.write(json.dumps(row | {"adopted_share": round(adopted / len(each.characters), 4)}) + "\n")


def _natural(document: Planted, held: set[str]) -> list[tuple[int, int]]:
    """Stretches that the document and a source share anyway: ten characters and more."""
    found: list[tuple[int, int]] = []
    for at in range(len(document.characters) - 9):
        if document.characters[at : at + 10] in held:
            if found and at <= found[-1][1]:
                found[-1] = (found[-1][0], at + 10)
            else:
                found.append((at, at + 10))
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("chinese", type=Path)
    parser.add_argument("english", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    main(asked.chinese, asked.english, asked.out, asked.seed)

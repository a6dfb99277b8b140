"""Sources made of common words, and texts with passages of three of them."""

from __future__ import annotations

import random

from stdkit.originality.passages import Exclusion, Extent, Text

DENSITY = 4
WORDS = [
    "走访", "联系", "妇女", "儿童", "家庭", "登记", "名册", "责任", "人员",
    "项目", "评审", "反馈", "档案", "编号", "季度", "主席", "执委", "服务",
    "活动", "报告", "时限", "记录", "保存", "告知", "意见",
]  # fmt: skip


def _sentences(seed: int, count: int) -> list[str]:
    draw = random.Random(seed)  # noqa: S311 — texts, no secrets
    return ["".join(draw.choices(WORDS, k=draw.randint(8, 16))) + f"，不少于{draw.randint(2, 90)}日。" for _ in range(count)]


def sources() -> list[Text]:
    return [Text(f"source{number:03}.txt", "\n".join(_sentences(number, 40))) for number in range(60)]


def texts() -> list[Text]:
    """Texts of their own with passages of three sources each; the first is empty, the last left out in part."""
    texts = [Text("empty.txt", "")]
    for number in range(1, 25):
        own = _sentences(1000 + number, 20)
        for source in (number, number + 7, number + 30):
            own[5:5] = _sentences(source, 40)[number : number + 4]
        texts.append(Text(f"text{number:02}.txt", "\n".join(own), (Exclusion(Extent(0, 60), "heading"),) if number == 24 else ()))
    return texts

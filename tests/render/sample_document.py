"""A document with every kind of node: a booklet of two standards, made up for the tests of the backends."""

from __future__ import annotations

import struct
import zlib

from stdkit.model.document import (
    Blank,
    Block,
    Caption,
    Cell,
    Code,
    Document,
    EndLine,
    Example,
    Figure,
    FootnoteMark,
    Formula,
    Heading,
    HeadingKind,
    Inline,
    Item,
    Labelled,
    LineBreak,
    Link,
    List,
    Math,
    Note,
    NumberedParagraph,
    Paragraph,
    Role,
    Script,
    Section,
    Strong,
    Table,
    TermHead,
    Text,
)
from stdkit.model.drawing import Box, Drawing, Image, Line
from stdkit.model.frontmatter import BookletCover, Contents, ContentsEntry, Cover

SAMPLE = "示范文本：用于测试，不是任何组织发布的文件"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="20mm"><rect width="100" height="40"/></svg>'


def t(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def png(width: int = 48, height: int = 24) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + bytes((x * 5 + y * 3) % 256 for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def heading(kind: HeadingKind, title: str, anchor: str, number: str | None = None, level: int = 1) -> Heading:
    return Heading(kind, level, number, title, anchor)


def chapter(key: str, number: str, title: str) -> Heading:
    kind = HeadingKind.CLAUSE if "." in number else HeadingKind.CHAPTER
    return heading(kind, title, f"{key}/{number}", number, number.count(".") + 1)


def cells(*rows: tuple[str, ...], align: str = "center") -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(Cell((t(text),), align="left" if align == "left" else "center") for text in row) for row in rows)


def flow() -> Drawing:
    boxes = (
        Box("step", 30, 0, 40, 10, ("登记反映的问题",)),
        Box("decision", 25, 18, 50, 18, ("能否当场", "解决？")),
        Box("step", 85, 22, 40, 10, ("转交村妇联",)),
        Box("end", 30, 46, 40, 10, ("反馈并销号",)),
    )
    lines = (
        Line(((50, 10), (50, 18))),
        Line(((50, 36), (50, 46)), "是", (54, 40)),
        Line(((75, 27), (85, 27)), "否", (79, 24.5)),
        Line(((105, 32), (105, 51), (70, 51))),
    )
    return Drawing(126, 58, boxes, lines, "流程图：登记、判断能否当场解决、转交村妇联、反馈并销号。")


def cover(key: str, number: str, title: str, stage: tuple[str, ...] = ()) -> Cover:
    return Cover(
        anchor=f"{key}/cover",
        classification=("ICS 03.080.01", "CCS A 16"),
        mark="Q/SLFL",
        banner="示例区妇女联合会标准",
        number=number,
        replaces="代替 Q/SLFL XM 101—2021" if not stage else "",
        title=title,
        english="Specification for contact with women by executive committee members",
        correspondence="（ISO 22458:2022，MOD）" if stage else "",
        stage=stage,
        issued="2025-06-20发布",
        implemented="2025-08-01实施",
        issuer="示例区妇女联合会",
        issue_word="发布",
        sample=SAMPLE,
    )


def entries(blocks: tuple[Block, ...]) -> tuple[ContentsEntry, ...]:
    found = []
    for block in blocks:
        if isinstance(block, Heading) and block.level <= 2 and block.kind is not HeadingKind.ANNEX_CLAUSE:
            nature = block.nature or ""
            text = f"{block.number}{nature}　{block.title}" if block.number else block.title.replace("　", "")
            found.append(ContentsEntry(block.level, text, block.anchor, "1"))
    return tuple(found)


def front(key: str, body: tuple[Block, ...]) -> tuple[Block, ...]:
    foreword = (
        heading(HeadingKind.FOREWORD, "前　言", f"{key}/foreword"),
        Paragraph(t("本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。")),
        Paragraph(t("请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。")),
        Paragraph((Text("本文件由示例区妇女联合会提出并归口"), FootnoteMark("1", t("联系地址见组织网站。")), Text("。"))),
        Paragraph(t("本文件起草单位：示例区妇女联合会。")),
        heading(HeadingKind.INTRODUCTION, "引　言", f"{key}/introduction"),
        Paragraph(t("执委来自村（社区）妇女群众。本文件把走访、登记和回复的做法固定下来，各村可自行选择走访的方式和主题。" * 2)),
    )
    title = heading(HeadingKind.CONTENTS, "目　次", f"{key}/contents")
    return (title, Contents(entries((*foreword, *body)), key), *foreword)


def opening(key: str, title: str) -> tuple[Block, ...]:
    return (
        Paragraph(t(title), Role.TITLE),
        Paragraph((Strong(t("重要提示：")), Text("使用本文件的人员宜经过培训。")), Role.NOTICE),
        chapter(key, "1", "范围"),
        Paragraph(t("本文件规定了执委联系妇女群众的联系对象、走访和记录的要求，描述了对应的证实方法。")),
        Paragraph(t("本文件适用于村（社区）妇联执委联系妇女群众的工作。")),
        chapter(key, "2", "规范性引用文件"),
        Paragraph(
            t(
                "下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，"
                "仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。"
            )
        ),
        Paragraph(t("GB/T 9704　党政机关公文格式"), Role.ENTRY),
        Paragraph(t("GB/T 24421.2—2023　服务业组织标准化工作指南　第2部分：标准体系构建"), Role.ENTRY),
        chapter(key, "3", "术语和定义"),
        Paragraph(t("下列术语和定义适用于本文件。")),
        TermHead("3.1", "四必访", "four must-visits", f"{key}/term-visits", 2, (("四访", None),)),
        Paragraph(t("执委在联系户发生特定情形时进行的上门走访。")),
        Note("注1：", t("情形见5.2。这条注很长，为了看它折行以后第二行是不是与注的文字对齐，所以再多写一些字，直到它折行为止。")),
        Note("注2：", t("走访不含电话联系。")),
        Paragraph(t("[来源：GB/T 20000.1—2014，5.3，有修改]"), Role.SOURCE),
        TermHead("3.2", "联系户", "contact household", f"{key}/term-household", 2),
        Paragraph(t("由执委固定联系的妇女家庭。")),
        Example("示例：", (Paragraph(t("独居老人家庭、困难家庭。")), letters("甲户；", "乙户。"))),
    )


def letters(*texts: str, anchor: str | None = None, sublist: List | None = None) -> List:
    last = len(texts) - 1
    items = (
        Item(f"{chr(97 + n)})", t(text), anchor if n == 0 else None, sublist if n == last else None)
        for n, text in enumerate(texts)
    )
    return List(tuple(items), "letters")


def requirements(key: str) -> tuple[Block, ...]:
    digits = List((Item("1)", t("父母离世；")), Item("2)", t("房屋受灾；"))), "digits", 2)
    dots = List((Item("·", t("村（社区）；")), Item("·", t("镇（街道）。"))), "dots", 2)
    sample: tuple[Block, ...] = (
        chapter(key, "4", "联系对象"),
        Paragraph(
            (
                Text("每名执委应固定联系不少于10户妇女家庭，见"),
                Link("5.2", f"{key}/5.2"),
                Text("和"),
                Link("表1", f"{key}/table-1"),
                Text("；他处见"),
                Link("Q/SLFL XM 102", "elsewhere/cover"),
                Text("及"),
                Link("网站", "https://example.org/a?b=1&c=2", external=True),
                Text("。面积以m"),
                Script("2", "super"),
                Text("计，水为H"),
                Script("2", "sub"),
                Text("O，编号写作"),
                Code("XM-101"),
                Text("，比例为"),
                Math(r"\frac{a}{b}"),
                Text("。"),
                FootnoteMark("2", (Text("见"), Link("5.2", f"{key}/5.2"), Text("，“引号”与——破折号。"))),
            )
        ),
        chapter(key, "5", "走访"),
        chapter(key, "5.1", "定期走访"),
        NumberedParagraph(
            3, "5.1.1", (Strong(t("间隔")), Text("　执委应对每户固定联系户至少每3个月走访1次。" * 3)), f"{key}/5.1.1"
        ),
        NumberedParagraph(3, "5.1.2", t("走访后按第6章给出的流程办理所反映的问题。"), f"{key}/5.1.2"),
        chapter(key, "5.2", "四必访"),
        Paragraph(t("固定联系户发生下列情形之一的，执委应在获知后3日内上门走访：")),
        letters("妇女生育；", "妇女患重病；", "家庭遭遇变故：", anchor=f"{key}/birth", sublist=digits),
        Paragraph(t("获知的途径如下："), anchor=f"{key}/ways"),
        List((Item("——", t("村妇联告知；")), Item("——", t("邻里告知，范围包括："), None, dots)), "dashes"),
        letters("第二个列项从头编号；", "不接上一个列项。"),
        Note("注：", t("获知的方式包括村（社区）妇联告知和邻里告知。")),
        Note("示例1：", t("妇联主席来电告知。")),
        Note("示例2：", t("邻居上门告知。")),
        Labelled("■必做", t("执委应在走访当日填写走访记录表。" * 3), f"{key}/labelled"),
        chapter(key, "5.3", "计算"),
        Paragraph(t("走访率按公式（1）计算：")),
        Formula(r"P=\frac{\sum_{i=1}^{n} w_i x_i}{N}\times 100\%", "（1）", f"{key}/formula-1"),
        Paragraph(t("式中："), Role.WHERE),
        Paragraph((Math("P"), Text("——走访率；")), Role.WHERE),
        Paragraph((Math("x_i"), Text("——第i户的走访次数。")), Role.WHERE),
        Formula(r"v=\begin{cases}1,&\text{已走访}\\0,&\text{未走访}\end{cases}", None, None),
    )
    return sample


def tables(key: str) -> tuple[Block, ...]:
    merged_head = (
        (Cell((t("联系户"),), row_span=2), Cell((t("走访"),), column_span=2), Cell((t("记录"),), row_span=2)),
        (Cell((t("间隔／月"),)), Cell((t("每次不少于／min"),))),
    )
    body = (
        (*cells(("一般联系户", "3", "15"))[0], Cell((t("走访记录表"), t("照片")), row_span=2)),
        cells(("困难联系户", "1", "30"))[0],
        (Cell((t("合计情况说明"),), column_span=3, align="left"), Cell((t("—"),))),
    )
    foot = (
        Paragraph(t("本表适用于村（社区）。")),
        Note("注：", t("每次走访的时间不含路途时间。")),
        Paragraph((Script("a", "super"), Text("　由村妇联认定的困难家庭。"))),
    )
    long = tuple(cells((str(n), f"第{n}项", "应", "每月1次", "—"))[0] for n in range(1, 46))
    return (
        chapter(key, "6", "问题办理"),
        Paragraph(t("问题办理流程见图1，各类联系户的走访要求见表1。")),
        Figure(Caption("figure", "图1", "问题办理流程", f"{key}/figure-1", None, 1), flow(), (Note("注：", t("虚线省略。")),)),
        Table(
            Caption("table", "表1", "各类联系户的走访要求", f"{key}/table-1", None, 1),
            (0.25, 0.25, 0.25, 0.25),
            merged_head,
            body,
            unit="单位为次",
            foot=foot,
        ),
        Paragraph(t("检查项目见表2。")),
        Table(
            Caption("table", "表2", "检查项目", f"{key}/table-2", None, 2),
            (0.1, 0.4, 0.1, 0.2, 0.2),
            cells(("序号", "项目", "类型", "频次", "备注")),
            long,
        ),
        Figure(Caption("figure", "图2", "标志", f"{key}/figure-2", None, 2), Image("figures/mark.png", png(), "一个灰色的标志")),
        Figure(Caption("figure", "图3", "矢量标志", f"{key}/figure-3", None, 3), Image("mark.svg", SVG, "一个黑色的矩形")),
        Table(None, (0.5, 0.5), (), cells(("没有标题", "没有表头"))),
        Table(
            Caption("table", "表3", "年度安排", f"{key}/table-3", None, 3),
            (0.1, *[0.075] * 12),
            cells(("项目", *[f"{month}月" for month in range(1, 13)])),
            cells(("走访", *["√"] * 12), ("培训", *["—"] * 12)),
            landscape=True,
        ),
    )


def form(key: str) -> Table:
    label = {"label": True}
    rows = (
        (
            Cell((t("执委姓名"),), **label),
            Cell(((Blank("line"),),)),
            Cell((t("联系户编号"),), **label),
            Cell(((Blank("line"),),)),
        ),
        (
            Cell((t("走访日期"),), **label),
            Cell((t("　　年　　月　　日"),)),
            Cell((t("走访方式"),), **label),
            Cell((t("□上门　□电话　□视频"),)),
        ),
        (Cell((t("反映的问题"),), **label), Cell(((Blank("line", 5),),), column_span=3)),
        (Cell((t("处理意见"),), **label), Cell(((Blank("line", 4),),), column_span=3)),
        (Cell((t("执委（签字）：　　　　　日期：　　年　　月　　日"),), column_span=4, align="left"),),
    )
    caption = Caption("table", "表A.1", "走访记录表", f"{key}/form", "A", 1)
    return Table(caption, (0.15, 0.35, 0.15, 0.35), (), rows, foot=(Note("注：", t("一户一表。")),), blank=True)


def annexes(key: str) -> tuple[Block, ...]:
    return (
        Heading(HeadingKind.ANNEX, 1, "附录A", "走访记录表", f"{key}/A", "（规范性）"),
        Heading(HeadingKind.ANNEX_CLAUSE, 2, "A.1", "式样", f"{key}/A.1"),
        Paragraph(t("走访记录表的式样见表A.1。")),
        form(key),
        Heading(HeadingKind.ANNEX_CLAUSE, 2, "A.2", "填写", f"{key}/A.2"),
        NumberedParagraph(3, "A.2.1", t("走访记录表应在走访当日填写。"), f"{key}/A.2.1", annex=True),
        NumberedParagraph(3, "A.2.2", t("走访记录表应由执委签字。"), f"{key}/A.2.2", annex=True),
        Heading(HeadingKind.ANNEX, 1, "附录B", "走访用语示例", f"{key}/B", "（资料性）"),
        Paragraph((Text("第一行"), LineBreak(), Text("第二行，填"), Blank("line"), Text("，日期"), Blank("date"))),
        Example("示例1：", (Paragraph(t("您好，我是村妇联执委。")),)),
        Example("示例2：", (Paragraph(t("请问家里最近有什么困难？")),)),
        Paragraph(t("接上文的段。"), Role.CONTINUED),
        Paragraph(t("居中的段。"), Role.CENTERED),
        Paragraph(t("签字：　　　　"), Role.SIGNATURE),
        Paragraph(t(SAMPLE), Role.SAMPLE),
        heading(HeadingKind.BIBLIOGRAPHY, "参考文献", f"{key}/bibliography"),
        List(
            (Item("[1]", t("GB/T 20000.1—2014　标准化工作指南　第1部分：标准化和相关活动的通用术语")), Item("[2]", t("某书"))),
            "bibliography",
        ),
        EndLine(),
    )


def standard(key: str, number: str, title: str, stage: tuple[str, ...] = ()) -> tuple[Section, ...]:
    body = (*opening(key, title), *requirements(key), *tables(key), *annexes(key))
    return (
        Section("cover", (cover(key, number, title, stage),), standard=key),
        Section("front", front(key, body), number, SAMPLE, "roman", restart=True, standard=key),
        Section("body", body, number, SAMPLE, "arabic", restart=True, standard=key),
    )


def booklet() -> Document:
    """Return a booklet of two standards that holds every kind of node."""
    first = standard("XM-101", "Q/SLFL XM 101—2025", "执委联系妇女群众工作规范")
    draft = ("（征求意见稿）", "在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。")
    second = standard("XM-102", "Q/SLFL XM 102—2025", "服务项目公示　通用要求", draft)
    title = "基层妇联组织建设标准汇编"
    front_cover = BookletCover(
        "booklet/cover", title, "服务项目标准", ("适用于执委", "共2项标准"), "示例区妇女联合会", "2025年8月", SAMPLE
    )
    listed = (
        heading(HeadingKind.LIST, "总目次", "booklet/contents"),
        Contents(
            (
                ContentsEntry(1, "Q/SLFL XM 101—2025　执委联系妇女群众工作规范", "XM-101/cover", "3"),
                ContentsEntry(1, "Q/SLFL XM 102—2025　服务项目公示　通用要求", "XM-102/cover"),
                ContentsEntry(2, "未收入的标准", "elsewhere/cover", "—"),
            ),
            None,
        ),
        heading(HeadingKind.LIST, "编印说明", "booklet/preface"),
        heading(HeadingKind.LIST, "来源", "booklet/sources", level=2),
        Paragraph(t("本汇编用于测试。")),
        heading(HeadingKind.INDEX, "索引", "booklet/index"),
        Paragraph(t("四必访　3.1")),
    )
    return Document(
        "booklet",
        title,
        "zh",
        (
            Section("cover", (front_cover,)),
            Section("list", listed, title, SAMPLE, "roman", restart=True),
            *first,
            *second,
        ),
        (("creator", "示例区妇女联合会"), ("number", "Q/SLFL"), ("stage", "published")),
    )

"""What the parts of a provision look like: expressions made of the lists of a house."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from stdkit.resolve.expressions import NEVER, grouped, one_of

Words = Mapping[str, tuple[str, ...]]
INSIDE = r"[^，；：。！？（）、]"
STOP = "。；"
NUMBER = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半]+)"
BOUNDS = ("至少", "不少于", "不应少于", "不超过", "不应超过", "不多于", "最多")
EACH = r"(?:由|各|每名|每位|每个)?"


class PartPatterns:
    """The expressions for who acts, how often, by when and what is recorded (``part_…``, ``actor_endings``)."""

    def __init__(self, words: Words) -> None:
        """Take the word lists of a house; what it has no list for is not found."""
        self.words = words

    def list(self, name: str) -> tuple[str, ...]:
        """Return a list of the house, empty where it has none."""
        return self.words.get(name, ())

    @cached_property
    def acting(self) -> str:
        """What ends the name of somebody who can act, but not as a part of another word (施工)."""
        endings = (*self.list("actor_endings"), *self.list("part_actor_endings"))
        others = "".join(f"(?<!{re.escape(each)})" for each in self.list("part_no_actor_endings"))
        return f"(?:{one_of(endings)}){others}(?!成)" if endings else ""

    @cached_property
    def name(self) -> str:
        """Somebody who can act: no preposition or verb within the name, and one of the endings."""
        never, whole = (one_of(self.list(f"part_{each}")) for each in ("no_actor_beginnings", "in_actor"))
        letter = rf"(?:{whole}|[^，；：。！？（）、\x00{self._never_in('actor')}])"
        return rf"(?P<actor>(?!{never}){letter}{{0,20}}?(?:{self.acting}))"

    @cached_property
    def subject(self) -> re.Pattern[str]:
        """The beginning of a clause up to its modal verb: a name, then nothing but circumstances."""
        around, ends = one_of(self.list("part_adverbials")), one_of(self.list("part_event_endings"))
        return re.compile(rf"{EACH}{self.name}(?:(?:{around}).*|[^的]{{1,14}}(?:{ends}))?$")

    @cached_property
    def agent(self) -> re.Pattern[str]:
        """Who acts behind the verb: (可)由工作人员代写."""
        named = self.name.replace(r"\x00", r"\x00的")
        return re.compile(rf"(?<![理缘自事案交])由{named}(?!{INSIDE}{{1,8}}的)(?=(?:{self.acts})|.{{0,2}}$|[一二两三四\d每在共])")

    @cached_property
    def doing(self) -> re.Pattern[str]:
        """The beginning of a clause without a modal verb: a name and what it does."""
        return re.compile(rf"{EACH}{self.name}(?=(?:{self.acts}))")

    @cached_property
    def actor_then(self) -> re.Pattern[str]:
        """The beginning of a clause: a name, where an event or what it does follows."""
        around = one_of((*self.list("condition_beginnings"), *self.list("instruction_verbs"), *self.list("part_acts"), "在"))
        return re.compile(rf"{EACH}{self.name}(?=(?:{around}))")

    @cached_property
    def alone(self) -> re.Pattern[str]:
        """A clause that only names somebody: 开展入户宣讲的志愿者."""
        return re.compile(rf"(?:.*的)?{EACH}{self.name}$")

    @cached_property
    def described(self) -> re.Pattern[str]:
        """A clause that names somebody by what holds for him: 已在平台注册的志愿者."""
        return re.compile(rf"(?P<actor>{INSIDE}+的[^的]{{0,6}}(?:{self.acting}))$")

    @cached_property
    def acts(self) -> str:
        """What somebody does, or does it by."""
        words = (*self.list("part_adverbials"), *self.list("instruction_verbs"), *self.list("part_acts"))
        return grouped(dict.fromkeys(words)) if words else NEVER

    @cached_property
    def frequency(self) -> re.Pattern[str]:
        """How often: 每月至少1次, 每隔2 h, 按季度."""
        units = one_of(self.list("part_frequency_units"))
        bounds = one_of(BOUNDS)
        gap = rf"(?:(?!{bounds}){INSIDE}){{0,14}}?"
        day = r"周[一二三四五六日](?:上午|下午)?|季度末|月末|年末"
        every = rf"(每(?:隔|满)?(?:\d+|两|半|三)?\s?个?(?:{day}|(?:{units})(?![末的周月]|(?<=[周月])[一二三四五六日]|\d+日)))"
        often = r"(?:\d+|一|两|三)(?:～\d+)?次(?:至\d+次)?"
        times = rf"(?:{gap}({bounds})?{gap}({often})|{gap}((?:{bounds})\d+\s?天))?"
        single = one_of(self.list("part_frequency_words"))
        interval = r"((?:两|半|一|\d+)个?(?:天|周|月|季度|年)(?:一|\d+)次)"
        return re.compile(rf"{every}{times}|({single})(?![期历常程均])|{interval}")

    @cached_property
    def limits(self) -> tuple[re.Pattern[str], ...]:
        """By when, the surest first: a span of time or a day, then an event before which something is done."""
        units, endings, days = (one_of(self.list(f"part_time_{name}")) for name in ("units", "endings", "words"))
        event = rf"[^，；。：！？（）、\x00{self._never_in('event')}]"
        span = rf"{NUMBER}\s?(?:{units})"
        after = rf"(?:{event}{{1,14}}(?:之日起|后|起|完成)\s?)?{span}(?:{endings})"
        ahead = rf"{event}{{1,12}}前\s?{span}(?:内)?"
        early = rf"(?:至少)?提前\s?{span}"
        day = rf"(?:{event}{{1,10}}的)?{event}{{0,8}}(?:{days})(?:末|第?[一二三四]季度|{event}{{0,5}}前)?"
        month = rf"(?:每年|次年|当年)?\d{{1,2}}月(?:底|末|\d+日)前|(?<!每)(?:{one_of(self.list('part_time_ends'))})"
        until = rf"(?:在|于|最迟在|最迟于)(?P<event>{event}{{1,14}}前)(?!\s?\d)"
        first = rf"(?:^|(?<=[，；：])){event}{{2,14}}前(?=[，；]|{event}*$|[{STOP}])"
        sure = rf"(?<!近)(?P<limit>{early}|{ahead}|{after}|\d{{1,2}}:\d\d前|{month}|{day}|{first})|{until}"
        return re.compile(sure), self._before(event)

    def _before(self, event: str) -> re.Pattern[str]:
        """Return the expression for an event before which somebody acts: (评委)评分前应签署."""
        masks = "".join(f"(?<!{re.escape(each)})" for each in self.list("part_no_event"))
        who = f"(?:{self.name})?" if self.acting else ""
        return re.compile(
            rf"(?:^|(?<=[，；：。])){who}(?:每[日天周月次])?(?P<limit>{event}{{1,10}}前{masks})(?=[^\s\d{self._never_in('before')}])"
        )

    @cached_property
    def record(self) -> re.Pattern[str]:
        """What is written: 填写走访记录表, 在台账上登记."""
        verbs, nouns = (one_of(self.list(f"part_record_{name}")) for name in ("verbs", "nouns"))
        name = r"[^，；。的、和并在\x00]{0,12}?"
        acts = one_of(self.list("part_record_acts"))
        within = rf"在(?P<place>{name}(?:{nouns}))(?:(?:上|中|里)?|同一{INSIDE}{{1,4}}?)(?:{acts})"
        return re.compile(rf"(?:{verbs})(?P<record>{name}(?:{nouns}))(?=[，；。、（中内并和上后]|$)|{within}")

    def _never_in(self, name: str) -> str:
        return "".join(self.list(f"part_never_in_{name}"))

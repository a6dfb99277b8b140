"""Imperatives in a language that neither inflects its verbs nor parts its words: 登记来件, 由内向外扫, 断网、断电.

A sentence commands when it begins with a verb, or with circumstances and a verb, and does not go on as a statement about a noun:
many nouns begin with a verb (登记表由…, 检查结果见…), and with those that name a thing it is the predicate that tells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from stdkit.resolve.expressions import NEVER, grouped, one_of
from stdkit.resolve.hiding import HIDDEN

Words = Mapping[str, tuple[str, ...]]
INSIDE = r"[^，；：。！？（）]"
WORD = r"[^，；：。！？（）、并时后前]"
PLAIN = r"[^，；：。！？（）、由经的]"
MEASURE = r"[长宽高深厚重]约?\d"
NEAR = 3
"""How long a verb with its ending of time is: 搅拌时."""
FIRST = "一两每各"
"""What begins a number behind an act, so that somebody acts: 换药时一人一包."""
REACH = 9
"""How far behind its subject a verb may stand."""
NUMBER = r"[\d一二两三四五六七八九十半几]"


class Commands:
    """Tells commands from statements by the lists of a house."""

    def __init__(self, words: Words) -> None:
        """Take the word lists of a house; one without ``instruction_verbs`` finds none."""
        self.words = words

    def commands(self, clause: str) -> bool:
        """Return whether a clause begins as an imperative and does not go on as a statement about a noun (登记表由…)."""
        if self._noun.match(clause) and not self._timed.match(clause):
            return False
        if clause.startswith(self._list("instruction_openings")):
            return True
        if clause.startswith(self._list("instruction_soft_openings")):
            return not self._marked.match(clause)
        if self._happens(clause):
            return False
        return not self._stating.match(clause) and bool(self._command.match(clause))

    def _happens(self, clause: str) -> bool:
        """Return whether a clause tells what happens during an act: 搅拌时溶液变浑浊."""
        timed = self._timed.match(clause)
        if timed is None or timed.end() != NEAR or not self._procedure.fullmatch(clause[: NEAR - 1]):
            return False
        rest = clause[NEAR:]
        return bool(rest) and rest[0] not in FIRST and self._command.match(clause, NEAR) is None

    def acts(self, clause: str) -> bool:
        """Return whether somebody who can act is the subject of an action: 村妇联核对名册."""
        return bool(self._acting.match(clause))

    def undergoes(self, clause: str, *, bare: bool) -> bool:
        """Return whether something has to be done to what a clause begins with: 需求清单逐项勾选; 由质管科接收.

        A ``bare`` one, with no word that says how or by whom, does so beside a command: 平均值修约到个位，附上偏差.
        """
        assigned = self._assigned.match(clause)
        if assigned:
            does, told = clause[assigned.end() :], clause[assigned.end("thing") if assigned["thing"] else 0 :]
            how = bare or not assigned["thing"] or self._adverb.match(does)
            return not self._marked.match(told) and bool(how) and (not assigned["thing"] or self.commands(does))
        return not self._marked.match(clause) and self._treated(clause, bare=bare)

    def _treated(self, clause: str, *, bare: bool) -> bool:
        """Return whether a subject and what is done to it make a clause."""
        how = self._how.match(clause)
        if how is None and not bare:
            return False
        if how and how["how"].startswith("一") and len(how["how"]) == NEAR:
            return True  # 布草一客一换
        first, last = how.span("how") if how else (2, REACH)
        places = range(first, min(last + REACH, len(clause) - 1))
        if any(clause[at] not in self._opening and self._command.match(clause, at) for at in places):
            return True
        stems, results = self._results
        return any(clause[at] in stems and clause[at + 1] in results for at in range(2, min(REACH, len(clause) - 1)))

    def states(self, clause: str) -> bool:
        """Return whether a clause has a predicate that only statements have: 复审由审核小组完成."""
        return bool(self._marked.match(clause)) and not self.commands(clause)

    def times(self, clause: str) -> bool:
        """Return whether a clause begins with a circumstance of time: 用后倒入回收桶."""
        return bool(self._timed.match(clause))

    def names_actor(self, clause: str) -> bool:
        """Return whether a clause is but the name of somebody who can act: 保育员."""
        return clause.endswith(self._list("actor_endings"))

    def names_procedure(self, clause: str) -> bool:
        """Return whether a clause is but the name of a procedure: 试件养护."""
        return bool(self._procedure.fullmatch(clause))

    def is_case(self, clause: str) -> bool:
        """Return whether a clause gives a case without a word for it (未接到口令，…) or names what is at issue (…的苗木，…)."""
        marks = self._list("condition_marks")
        cases = clause.startswith(self._list("condition_beginnings")) or any(mark in clause for mark in marks)
        return cases or (bool(self._topic.fullmatch(clause)) and not self._stating.match(clause))

    def _list(self, name: str) -> tuple[str, ...]:
        return self.words.get(name, ())

    @cached_property
    def _verbs(self) -> str:
        """Verbs of two characters or more, those made of an act and its result among them: 放回, 洗净."""
        stems, results = "".join(self._list("instruction_stems")), "".join(self._list("instruction_complements"))
        made = rf"|[{stems}][{results}]" if stems and results else ""
        return grouped(self._list("instruction_verbs")) + made

    @cached_property
    def _any_verb(self) -> str:
        """Any verb, those of one character too: an object follows them (查近三年的统计) or nothing at all."""
        short = "".join(self._list("instruction_short_verbs"))
        return rf"{self._verbs}|[{short}]" if short else self._verbs

    @cached_property
    def _core(self) -> str:
        """A verb that makes no noun; of some the person behind them is the object: 通知人员到场."""
        agents, personal = one_of(self._list("agent_nouns")), one_of(self._list("instruction_personal_verbs"))
        named = rf"(?!..[{''.join(self._list('agent_suffixes'))}])" if self._list("agent_suffixes") else ""
        return rf"(?:(?:{personal})(?![员者师的])|{named}(?>{self._any_verb})(?!{agents}))"

    @cached_property
    def _nouns(self) -> str:
        return rf"(?:{grouped(self._list('instruction_nouns'))})(?!(?<=[表图])\d)"

    @cached_property
    def _noun(self) -> re.Pattern[str]:
        """A noun that begins with the character of a verb or a preposition: 发票, 对讲机."""
        return re.compile(self._nouns)

    @cached_property
    def _points(self) -> str:
        """What ends a circumstance of time: 时, 后."""
        endings = (*self._list("circumstance_endings"), *self._list("condition_endings"))
        points = one_of([each for each in endings if each not in self._list("circumstance_moments")])
        before = "".join(self._list("circumstance_befores"))
        return rf"(?!(?<=[{before or HIDDEN}])时)(?!{one_of(self._list('circumstance_nouns'))})(?:{points})"

    @cached_property
    def _timed(self) -> re.Pattern[str]:
        """A circumstance at the beginning: 运动员口干时小口补水."""
        return re.compile(rf"{PLAIN}{{1,12}}?(?:{self._points})(?!的)")

    @cached_property
    def _around(self) -> str:
        """Adverbs and circumstances before a verb."""
        adverbs, moments, endings = one_of(self._list("instruction_adverbs")), self._list("circumstance_moments"), self._points
        units = one_of((*self._list("circumstance_spans"), HIDDEN * 2))  # 小时 is hidden for its 时
        span = rf"[第分]?{NUMBER}+\s?(?:{units})(?:{endings})?"
        time = rf"{self._timed.pattern}(?:{span})?|{PLAIN}{{2,4}}(?:{one_of(moments)})|\d+:\d+(?:{endings})?"
        return rf"(?:{adverbs}|{span}|{time})"

    @cached_property
    def _prepositions(self) -> str:
        return one_of(self._list("instruction_prepositions"))

    @cached_property
    def _command(self) -> re.Pattern[str]:
        """Circumstances, then a verb; a preposition at the beginning has its verb somewhere behind."""
        prepositional = rf"(?:{self._prepositions})(?={INSIDE}{{2}})"
        return re.compile(rf"{self._around}{{0,3}}(?!{self._nouns})(?:{self._core}|{prepositional})")

    @cached_property
    def _acting(self) -> re.Pattern[str]:
        actors, never = one_of(self._list("actor_endings")), one_of(self._list("acting_never"))
        around = rf"(?:{self._around}|(?:{self._prepositions}){INSIDE}{{1,24}}?)"
        subject = rf"(?!{INSIDE}*(?:{never}))[^，；：。！？（）由]{{0,14}}?(?:{actors})"
        return re.compile(rf"{subject}{around}{{0,3}}(?!{self._nouns}){self._core}")

    @cached_property
    def _assigned(self) -> re.Pattern[str]:
        actors = one_of(self._list("actor_endings"))
        never = one_of(self._list("agent_nouns"))
        thing = rf"(?P<thing>{PLAIN}{{2,10}}?(?<![事理自缘案来经]))?"
        return re.compile(rf"{thing}由{INSIDE}{{1,14}}?(?:{actors})(?!{never})(?={INSIDE}{{2}})")

    @cached_property
    def _adverb(self) -> re.Pattern[str]:
        return re.compile(self._manner)

    @cached_property
    def _manner(self) -> str:
        """Adverbs that say how something is done."""
        vague = frozenset(self._list("instruction_vague"))
        return one_of([each for each in self._list("instruction_adverbs") if each not in vague])

    @cached_property
    def _results(self) -> tuple[frozenset[str], frozenset[str]]:
        """The two halves of verbs like 放回."""
        return frozenset(self._list("instruction_stems")), frozenset(self._list("instruction_complements"))

    @cached_property
    def _how(self) -> re.Pattern[str]:
        """A subject and a word that says how something is done to it."""
        return re.compile(rf"{PLAIN}{{2,9}}?(?P<how>{self._manner}|一.一(?=\w)|[用按从](?={INSIDE}{{3}}))")

    @cached_property
    def _opening(self) -> str:
        """The first characters of prepositions."""
        return "".join({each[0] for each in self._list("instruction_prepositions")})

    @cached_property
    def _procedure(self) -> re.Pattern[str]:
        return re.compile(rf"(?:(?!{self._prepositions}){PLAIN}){{0,10}}(?:{self._verbs})")

    @cached_property
    def _topic(self) -> re.Pattern[str]:
        return re.compile(rf"{INSIDE}{{1,12}}的{PLAIN}{{1,6}}")

    @cached_property
    def _stating(self) -> re.Pattern[str]:
        """A noun that begins with a verb, and what is said of it: 登记表由村妇联保存, 检查结果在公示栏公布."""
        short = "".join(self._list("instruction_short_verbs"))
        results = "".join(self._list("instruction_complements"))
        behind = rf"{self._headed}|{self._stated}|(?<![{results}])(?:{self._compound}|{self._qualified})"
        single = rf"|[{short}](?:{self._headed}|{WORD}(?:{self._qualified}))" if short else ""
        return re.compile(rf"(?:{self._verbs})(?:了(?!解)|采用|{behind}){single}|{self._marked.pattern}")

    @cached_property
    def _headed(self) -> str:
        """Behind a verb, a noun that it qualifies and a predicate: (登记)表由…."""
        heads, predicates, never = (one_of(self._list(f"statement_{name}")) for name in ("heads", "predicates", "never"))
        return rf"{WORD}{{0,4}}?(?:{heads})(?!{never})(?:{predicates})"

    @cached_property
    def _stated(self) -> str:
        """Behind a verb, a predicate of statements, but not within a word like 事由."""
        masks, states, never = (one_of(self._list(f"statement_{name}")) for name in ("masks", "verbs", "never"))
        return rf"(?>{masks}|{WORD}){{0,10}}?(?!{never})(?:{states})"

    @cached_property
    def _said(self) -> str:
        near, predicates = (one_of(self._list(f"statement_{name}")) for name in ("near", "predicates"))
        return rf"(?:{near}|{predicates}|每\d|{MEASURE})"

    @cached_property
    def _qualified(self) -> str:
        """Behind a verb, a noun that it qualifies and whatever begins a predicate: (养护)周期视树龄而定, (停车)券随门票发放."""
        abstracts, heads, suffixes = (one_of(self._list(f"statement_{name}")) for name in ("abstracts", "heads", "suffixes"))
        return rf"(?:{abstracts})(?={self._said}|\d)|(?:{heads}|{suffixes})(?={self._said})"

    @cached_property
    def _compound(self) -> str:
        """Behind a verb, what makes a noun of it by itself: (救助)站开放…, (运输)途中的损耗…, (回访)分两种."""
        suffixes = one_of(self._list("statement_suffixes"))
        within = rf"(?:途中|过程中|期间|中){WORD}{{0,6}}的{WORD}{{2}}|分{INSIDE}{{1,14}}[种类级档]"
        return rf"{within}|(?![表图]\d)(?:{suffixes})(?:{NUMBER}|{self._verbs})"

    @cached_property
    def _marked(self) -> re.Pattern[str]:
        """A predicate that tells wherever it stands: it is none within 事由 or 调整为."""
        marks, masks, never = (one_of(self._list(f"statement_{name}")) for name in ("marks", "masks", "never"))
        marks = marks.replace("…", rf"{INSIDE}{{1,8}}?")
        often = rf"[每一](?:{one_of(self._list('circumstance_spans'))})\s?{NUMBER}+次"
        scores = one_of(self._list("statement_beginnings")).replace("…", r"\d+(?:\.\d)?")
        return re.compile(rf"(?>{masks}|{INSIDE}){{2,}}?(?!{never})(?:{marks}|{often})|{scores or NEVER}")

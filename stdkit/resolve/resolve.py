"""A whole set: every standard numbered, every reference followed, every list derived."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stdkit.model.blocks import Figure, Flow, Form, Table
from stdkit.model.diagnostics import Diagnostic, Severity, slots
from stdkit.model.house import House
from stdkit.model.standard import Annex, Clause, Standard
from stdkit.model.system import StandardSet
from stdkit.model.text import Reference, Word
from stdkit.resolve.citations import Mention, Nature
from stdkit.resolve.editions import held_targets
from stdkit.resolve.facts import gather
from stdkit.resolve.index import Index, build_index
from stdkit.resolve.lists import citation_of, cite, list_citations
from stdkit.resolve.memory import Memory, Words
from stdkit.resolve.numbering import Numbering
from stdkit.resolve.passages import Key, clauses, key
from stdkit.resolve.references import canonical_fix, near_hint, resolve_reference, unknown_reference
from stdkit.resolve.resolved import Citation, Placed, ResolvedSet, ResolvedStandard
from stdkit.resolve.short_texts import ShortTexts
from stdkit.resolve.system_names import system_findings
from stdkit.resolve.targets import OwnTarget, Target, UnknownTarget

CAPTIONED = (Table, Form, Figure, Flow)


def resolve(standards: StandardSet, house: House, memory: Memory | None = None) -> ResolvedSet:
    """Return the resolved set; nothing is raised, what is wrong stands in ``diagnostics``.

    ``memory`` holds what was found before in standards that are still the same.
    """
    memory = memory or Memory()
    index = build_index(standards, memory)
    found = (*_repeated_standards(standards), *system_findings(index))
    own_text = {name: each for name, each in index.standards.items() if not each.adopted}
    resolved = {name: _standard(standard, index, memory.words(standard, house)) for name, standard in own_text.items()}
    own = tuple(each for standard in resolved.values() for each in standard.diagnostics)
    facts = gather(index, (each.mentions for each in resolved.values()))
    return ResolvedSet(standards, house, index, facts, resolved, tuple(sorted((*found, *own))))


def _standard(standard: Standard, index: Index, words: Words) -> ResolvedStandard:
    name = standard.id.text
    numbering = index.numberings[name]
    every = tuple(clauses((*standard.clauses, *standard.annexes)))
    found = words.mentions
    targets, wrong = _targets(standard, found, index)
    captioned = tuple([block for clause in every for block in clause.content if isinstance(block, CAPTIONED)])
    flows = [each for each in (*standard.introduction, *standard.scope, *captioned) if isinstance(each, Flow)]
    wrong.extend(_repeated_ids(standard, numbering, flows))
    wrong.extend(_dangling_words(standard, every, flows, numbering))
    targets |= held_targets(standard, found, targets, index)
    followed = tuple([(mention, targets[key(mention.reference.at)]) for mention in found])
    citations = _citations(standard, followed, index)
    normative, bibliography = list_citations(standard, citations, index)
    headings = tuple(_headings(every))
    return ResolvedStandard(
        standard=standard,
        number=index.numbers[name],
        passages=index.passages[name],
        occurrences=words.occurrences,
        provisions=words.provisions,
        clauses=every,
        blocks=tuple([Placed(clause, block) for clause in every for block in clause.content]),
        captioned=captioned,
        headings=headings,
        short_texts=ShortTexts(standard, headings, captioned),
        numbering=numbering,
        targets=targets,
        followed=followed,
        citations=citations,
        normative=normative,
        bibliography=bibliography,
        natures=_natures(standard, followed),
        diagnostics=tuple(sorted(wrong)),
    )


def _targets(standard: Standard, found: Sequence[Mention], index: Index) -> tuple[dict[Key, Target], list[Diagnostic]]:
    """Return what each reference leads to, by its place, and what is wrong with references."""
    targets: dict[Key, Target] = {}
    wrong: list[Diagnostic] = []
    for mention in found:
        reference = mention.reference
        target = resolve_reference(reference, standard, index)
        targets[key(reference.at)] = target
        wrong.extend(_judge(reference, target, standard, index))
    return targets, wrong


def _headings(every: Iterable[Clause | Annex]) -> Iterable[Word]:
    """Yield the titles of chapters, clauses, annexes, tables, forms and figures in printed order."""
    for clause in every:
        if clause.title:
            yield clause.title
        for block in clause.content:
            if isinstance(block, CAPTIONED) and block.title:
                yield block.title


def _judge(reference: Reference, target: Target, standard: Standard, index: Index) -> Iterable[Diagnostic]:
    if isinstance(target, UnknownTarget):
        if target.judged:
            yield unknown_reference(reference, standard, index)
        return
    typed = canonical_fix(reference)
    if typed:
        canonical, fix = typed
        values = slots(typed=reference.target, canonical=canonical)
        yield Diagnostic(standard.path, reference.at, "reference-form", Severity.WARNING, values, fix=fix)


def _citations(standard: Standard, followed: Sequence[tuple[Mention, Target]], index: Index) -> tuple[Citation, ...]:
    cited: list[Citation] = []
    for mention, target in followed:
        citation = cite(mention, target, index)
        if citation:
            cited.append(citation)
    for word in standard.terms_from:
        target = resolve_reference(Reference(word.text, None, word.at), standard, index)
        citation = citation_of(target, index, "normative", word.at)  # the lead-in of chapter 3 binds (9.5.4.2.1)
        if citation:
            cited.append(citation)
    return tuple(cited)


def _natures(standard: Standard, followed: Sequence[tuple[Mention, Target]]) -> dict[str, Nature]:
    """Return the nature of each annex by its strictest mention; that of a table in it counts as its own (9.6.1.2)."""
    natures: dict[str, Nature] = {annex.id.text: "informative" for annex in standard.annexes}
    letters = {chr(ord("A") + position): annex.id.text for position, annex in enumerate(standard.annexes)}
    for mention, target in followed:
        if not isinstance(target, OwnTarget) or target.label.annex is None:
            continue
        outside = mention.passage.annex != letters.get(target.label.annex)
        if outside and mention.nature == "normative" and target.label.annex in letters:
            natures[letters[target.label.annex]] = "normative"
    for annex in standard.annexes:
        if annex.nature:
            natures[annex.id.text] = "normative" if annex.nature.text == "normative" else "informative"
    return natures


def _repeated_ids(standard: Standard, numbering: Numbering, flows: Sequence[Flow]) -> Iterable[Diagnostic]:
    for later, earlier in (*numbering.repeated, *_repeated_steps(flows)):
        values = slots(id=later.text, line=str(earlier.at.line))
        yield Diagnostic(standard.path, later.at, "id-duplicate", Severity.ERROR, values)


def _repeated_steps(flows: Iterable[Flow]) -> Iterable[tuple[Word, Word]]:
    """Yield the steps of a flow chart with an id that an earlier step has, each with that one."""
    for flow in flows:
        seen: dict[str, Word] = {}
        for step in flow.steps:
            first = seen.setdefault(step.id.text, step.id)
            if first is not step.id:
                yield step.id, first


def _repeated_standards(standards: StandardSet) -> Iterable[Diagnostic]:
    seen: dict[str, Standard] = {}
    for standard in standards.standards:
        first = seen.setdefault(standard.id.text, standard)
        if first is not standard:
            values = slots(id=standard.id.text, path=first.path, line=str(first.id.at.line))
            yield Diagnostic(standard.path, standard.id.at, "standard-duplicate", Severity.ERROR, values)


def _dangling_words(
    standard: Standard, every: Sequence[Clause | Annex], flows: Sequence[Flow], numbering: Numbering
) -> Iterable[Diagnostic]:
    """Yield findings for ids that stand outside prose: ``verifies``, steps, novelty."""
    for word in _words(standard, every, flows):
        if word.text not in numbering.by_id:
            yield _dangling(standard, word, numbering.by_id)
    for flow in flows:
        yield from _dangling_steps(standard, flow)


def _words(standard: Standard, every: Sequence[Clause | Annex], flows: Sequence[Flow]) -> Iterable[Word]:
    for clause in every:
        if isinstance(clause, Clause):
            yield from clause.verifies
    for novelty in standard.origin.novelty:
        if novelty.clause:
            yield novelty.clause
    for flow in flows:
        yield from (step.clause for step in flow.steps if step.clause)


def _dangling_steps(standard: Standard, flow: Flow) -> Iterable[Diagnostic]:
    names = {step.id.text for step in flow.steps}
    for step in flow.steps:
        targets = [answer.to for answer in step.answers] + ([step.next] if step.next else [])
        yield from (_dangling(standard, word, names) for word in targets if word.text not in names)


def _dangling(standard: Standard, word: Word, names: Iterable[str]) -> Diagnostic:
    values = slots(target=word.text, hint=near_hint(word.text, names))
    return Diagnostic(standard.path, word.at, "reference-unknown", Severity.ERROR, values)

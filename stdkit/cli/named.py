"""What a person has named on the command line: a standard, or something in it (``XM-102#publish``)."""

from __future__ import annotations

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.resolve.documents import parse_number
from stdkit.resolve.enclosing import anchors
from stdkit.resolve.index import Index
from stdkit.resolve.labels import Kind
from stdkit.resolve.references import nearest
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

PRINTED = {Kind.CHAPTER, Kind.CLAUSE, Kind.ANNEX, Kind.ANNEX_CLAUSE, Kind.TERM}
"""What has a number of its own in a standard, so that somebody may name it by that."""


def named(target: str, resolved: ResolvedSet) -> tuple[str, str | None]:
    """Return the standard and the anchor in it.

    Raises ``StdkitError`` when the set has no such standard or clause, or when its file cannot be read.
    """
    identifier, mark, anchor = target.partition("#")
    if identifier not in resolved.index.standards:
        raise unknown_standard(identifier, resolved.index)
    if not mark:
        return identifier, None
    if not anchor:
        raise StdkitError(
            Bilingual(f"“{target}”的 # 后面没有写是哪一条", f"“{target}” does not say which clause is meant: add its id behind #")
        )
    standard = resolved.standards.get(identifier)
    if standard is None:
        raise StdkitError(
            Bilingual(
                f"{identifier} 是直接执行的标准，这里没有它的条文：只写 {identifier}",
                f"{identifier} is implemented directly, its clauses are not here: name {identifier} alone",
            )
        )
    known = anchors(standard.standard, standard.numbering)
    if anchor not in known:
        hint = _hint(_by_number(anchor, standard, resolved.index) or nearest(anchor, known))
        raise StdkitError(Bilingual(f"{identifier} 中没有 {anchor}{hint.zh}", f"there is no {anchor} in {identifier}{hint.en}"))
    return identifier, anchor


def unknown_standard(identifier: str, index: Index) -> StdkitError:
    """Return why a standard is none of the set, or none that could be read."""
    return StdkitError(_why_unknown(identifier, index))


def _why_unknown(identifier: str, index: Index) -> Bilingual:
    failed = index.failed.get(identifier)
    if failed:
        return Bilingual(
            f"{identifier} 的文件 {failed.path} 读不出来：用 stdkit validate 查看原因",
            f"{identifier}: its file {failed.path} cannot be read: see stdkit validate",
        )
    if not identifier:
        return Bilingual(
            "写明标准的标识，如 XM-102 或者 XM-102#publish", "name a standard by its id, such as XM-102 or XM-102#publish"
        )
    number = parse_number(identifier)
    bearer = index.bearers.get(identifier) or (index.bearers.get(number.canonical) if number else None)
    if bearer is None and (identifier in index.registry or (number and number.undated in index.editions)):
        return Bilingual(
            f"{identifier} 不是体系中的标准：谁引用它，见 stdkit report crossref",
            f"{identifier} is no standard of the set: stdkit report crossref says who cites it",
        )
    hint = _hint(bearer or nearest(identifier, (*index.standards, *index.failed)))
    return Bilingual(f"没有标准 {identifier}{hint.zh}", f"there is no standard {identifier}{hint.en}")


def _by_number(number: str, standard: ResolvedStandard, index: Index) -> str | None:
    """Return the id of what is printed under a number: a clause, a term, a form."""
    labels = standard.numbering.labels.values()
    found = next((each.anchor for each in labels if each.number == number and each.kind in PRINTED), None)
    form = index.forms.get(number)
    return found or (form.form.id.text if form and form.standard == standard.id else None)


def _hint(meant: str | None) -> Bilingual:
    return Bilingual(f"：是不是 {meant}", f": is {meant} meant") if meant else Bilingual("", "")

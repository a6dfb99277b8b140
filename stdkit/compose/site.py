"""The list of a site: every standard by module, what the filters find it by, what the search finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from stdkit.compose.site_texts import search_texts
from stdkit.model.document import Document
from stdkit.model.frontmatter import BookletCover
from stdkit.model.house import House
from stdkit.model.site import Choice, Filter, Group, Listing, SearchText, Site
from stdkit.model.standard import Stage, Standard
from stdkit.resolve.resolved import ResolvedSet

ADOPTED = "adopted"
"""What the filter by stage calls the directly implemented standards, whose stage is their issuer's matter."""
PREFIX = "site_"


def compose_site(resolved: ResolvedSet, standards: Sequence[str], documents: Sequence[Document]) -> Site:
    """Return the list of the standards, in their order; those among the documents have pages that the search leads into."""
    system, language = resolved.index.system, resolved.index.language
    own = {each.name: each for each in documents if each.name in resolved.standards}
    listings = {each: _listing(resolved, each, has_page=each in own) for each in standards}
    modules = [
        (module, [each for each in standards if _standard(resolved, each).module == module.id]) for module in system.modules
    ]
    return Site(
        title=system.title.text(language),
        language=language,
        sample=system.sample_notice or "",
        words=site_words(resolved.house),
        filters=_filters(resolved, standards),
        groups=tuple(
            Group(each.title.text(language), tuple(listings[name] for name in names)) for each, names in modules if names
        ),
        texts=tuple(text for each in standards for text in _texts(resolved, listings[each], own.get(each))),
        volumes=tuple(_volumes(each for each in documents if each.name not in own)),
    )


def site_words(house: House) -> dict[str, str]:
    """Return the texts of a site's controls by their names without the prefix."""
    return {name.removeprefix(PREFIX): text for name, text in house.labels.items() if name.startswith(PREFIX)}


def _standard(resolved: ResolvedSet, identifier: str) -> Standard:
    return resolved.index.standards[identifier]


def _volumes(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    """Yield title and name of each document that gathers several standards."""
    for document in documents:
        cover = next((each for each in document.blocks() if isinstance(each, BookletCover)), None)
        yield (cover.subtitle if cover else "") or document.title, document.name


def _filters(resolved: ResolvedSet, standards: Sequence[str]) -> tuple[Filter, ...]:
    house, system, language = resolved.house, resolved.index.system, resolved.index.language
    found = {value for each in standards for value in (*_audiences(resolved, each), _stage(resolved, each))}
    modules = tuple(Choice(each.id, each.title.text(language)) for each in system.modules)
    audiences = tuple(Choice(each.id, each.name.text(language)) for each in system.audiences if each.id in found)
    stages = [Choice(each.value, house.label(f"stage_{each.value}")) for each in Stage if each.value in found]
    if ADOPTED in found:
        stages.append(Choice(ADOPTED, house.label("kind_adopted")))
    return (
        Filter("module", house.label("site_module"), modules),
        Filter("audience", house.label("site_audience"), audiences),
        Filter("stage", house.label("site_stage"), tuple(stages)),
    )


def _audiences(resolved: ResolvedSet, identifier: str) -> tuple[str, ...]:
    return tuple(word.text for word in _standard(resolved, identifier).applies_to)


def _stage(resolved: ResolvedSet, identifier: str) -> str:
    standard = _standard(resolved, identifier)
    return ADOPTED if standard.adopted else standard.stage.value


def _listing(resolved: ResolvedSet, identifier: str, *, has_page: bool) -> Listing:
    standard = _standard(resolved, identifier)
    return Listing(
        id=identifier,
        number=resolved.number(identifier),
        title=resolved.title(identifier),
        target=f"{identifier}/cover" if has_page else None,
        facts=tuple(_facts(resolved, identifier)),
        values=(
            ("module", (standard.module,)),
            ("audience", _audiences(resolved, identifier)),
            ("stage", (_stage(resolved, identifier),)),
        ),
    )


def _facts(resolved: ResolvedSet, identifier: str) -> Iterator[str]:
    house, standard = resolved.house, _standard(resolved, identifier)
    if standard.adopted:
        yield house.label("kind_adopted")
    else:
        yield from (house.label(f"type_{standard.type.value}"),) if standard.type else ()
        yield house.label(f"stage_{standard.stage.value}")
    if standard.implemented:
        yield house.label("implemented", date=standard.implemented.text)
    names = {each.id: each.name.text(resolved.index.language) for each in resolved.index.system.audiences}
    audiences = [names.get(each, each) for each in _audiences(resolved, identifier)]
    if audiences:
        yield house.label("booklet_for", audience=house.label("separator").join(audiences))


def _texts(resolved: ResolvedSet, listing: Listing, document: Document | None) -> Iterator[SearchText]:
    """Yield the standard itself, then its clauses."""
    standard = _standard(resolved, listing.id)
    words = [listing.id, standard.title.en.text if standard.title.en else "", *(each.purpose for each in standard.origin.use)]
    gap = resolved.house.label("gap")
    text = resolved.house.label("use_separator").join(word for word in words if word)
    yield SearchText(listing.id, f"{listing.number}{gap}{listing.title}", text, listing.target)
    if document:
        yield from search_texts(resolved.house, listing.id, document)

"""For whom a handbook or a card is made: an audience or a post, and under which names sentences speak of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.system import Named, System
from stdkit.resolve.expressions import one_of
from stdkit.resolve.passages import plain
from stdkit.resolve.references import nearest
from stdkit.resolve.resolved import ResolvedSet

SHORTEST = 4  # characters of a shortened name


@dataclass(frozen=True, slots=True)
class Reader:
    """An audience or a post with the names under which sentences speak of it, its own first.

    ``short`` are the names that single standards give it: （以下简称“队长”）.
    """

    id: str
    names: tuple[str, ...]
    ids: frozenset[str]
    short: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Its own name."""
        return self.names[0]

    def is_one_of(self, actors: str | None, standard: str = "") -> bool:
        """Return whether the reader is among those who act: 村（社区）妇联和镇（街道）妇联.

        A name may stand without what goes before it (标准化工作组), unless little is left of it (主席). In a ``standard`` that
        gives the reader a short name of its own that name says so, too.
        """
        found = re.split(r"(?<!或)[、和]|或者|\band\b|, ", actors or "")
        short = self.short.get(standard, ())
        return any(actor.endswith(self.names) or actor in short or self._ends_with(actor) for actor in found)

    def _ends_with(self, actor: str) -> bool:
        return len(actor) >= SHORTEST and any(name.endswith(actor) for name in self.names)


def find_reader(resolved: ResolvedSet, identifier: str | None) -> Reader | None:
    """Return an audience or post by its id, with the posts of an audience; ``None`` where there is none."""
    system, language = resolved.index.system, resolved.index.language
    own = next((each for each in (*system.audiences, *system.posts) if each.id == identifier), None)
    if own is None:
        return None
    posts = () if own in system.posts else posts_of(own, system, language)
    found = (own, *posts)
    names = dict.fromkeys(each.name.text(language) for each in found)
    ids = frozenset(each.id for each in found)
    return Reader(own.id, tuple(names), ids, _short_names(resolved, ids))


def reader_of(resolved: ResolvedSet, identifier: str | None) -> Reader | None:
    """Return the audience or post that somebody asks about, ``None`` where nobody asks.

    Raises ``StdkitError`` when there is none of that id; a name, or an id that is nearly one, is told its id.
    """
    reader = find_reader(resolved, identifier)
    if identifier is None or reader:
        return reader
    people = (*resolved.index.system.audiences, *resolved.index.system.posts)
    known = tuple(dict.fromkeys(each.id for each in people))
    called = (each.id for each in people if identifier in {each.name.text("zh"), each.name.text("en")})
    meant = next(called, None) or nearest(identifier, known)
    zh, en = (f"，是不是 {meant}", f", is {meant} meant") if meant else ("", "")
    names = Bilingual("、".join(known), ", ".join(known))
    raise StdkitError(
        Bilingual(
            f"没有执行对象或者岗位“{identifier}”{zh}：有 {names.zh}",
            f"no audience or post “{identifier}”{en}: there are {names.en}",
        )
    )


def _short_names(resolved: ResolvedSet, posts: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Return the short names that standards give to posts where they first name them, by standard."""
    words = one_of(resolved.house.words.get("short_name_openings", ()))
    pattern = re.compile(rf"[（(](?:{words})[“\"](?P<name>[^”\"]+)[”\"][）)]")
    targets = {f"post:{each}" for each in posts}
    found: dict[str, tuple[str, ...]] = {}
    for name, standard in resolved.standards.items():
        for mention in standard.mentions if targets else ():
            content = mention.passage.content
            if mention.reference.target in targets and mention.reference in content:
                behind = plain(content[content.index(mention.reference) + 1 :])
                match = pattern.match(behind)
                if match:
                    found[name] = (*found.get(name, ()), match["name"])
    return found


def posts_of(audience: Named, system: System, language: str) -> tuple[Named, ...]:
    """Return the posts within an audience: theirs begin with its id or name (``village-chair``, 村（社区）妇联主席)."""
    name = audience.name.text(language)
    return tuple(
        post
        for post in system.posts
        if post.id == audience.id or post.id.startswith(f"{audience.id}-") or post.name.text(language).startswith(name)
    )


def audiences_of(identifier: str, system: System, language: str) -> tuple[str, ...]:
    """Return the ids of the audiences that an audience or post belongs to: itself, or those whose post it is."""
    if any(each.id == identifier for each in system.audiences):
        return (identifier,)
    return tuple(each.id for each in system.audiences if any(post.id == identifier for post in posts_of(each, system, language)))

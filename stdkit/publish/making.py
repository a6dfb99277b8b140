"""What a selection is made into: the Documents, before any format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from stdkit.compose.booklet import compose_booklet
from stdkit.compose.card import compose_card
from stdkit.compose.forms import compose_forms
from stdkit.compose.handbook import compose_handbook
from stdkit.compose.papers import compose_papers
from stdkit.compose.selection import Selection
from stdkit.compose.standard import compose_standard
from stdkit.model.diagnostics import Bilingual, Severity, StdkitError
from stdkit.model.document import Document
from stdkit.publish.selection import Kind, Selected
from stdkit.resolve.resolved import ResolvedSet

GATHERED: Mapping[Kind, Callable[[ResolvedSet, Selection], Document]] = {
    "booklet": compose_booklet,
    "handbook": compose_handbook,
    "forms": compose_forms,
    "card": compose_card,
    "papers": compose_papers,
}
"""What composes a whole selection into one Document, by kind."""


@dataclass(frozen=True, slots=True)
class Made:
    """A Document under the path that it has in each format, without the extension; ``standards`` are those that it prints."""

    path: str
    document: Document
    kind: Kind
    standards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be made, and why."""

    name: str
    message: Bilingual


@dataclass(slots=True)
class Making:
    """The Documents of a selection so far, and what could not be made."""

    resolved: ResolvedSet
    made: list[Made] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def make(self, selected: Selected, kinds: tuple[Kind, ...]) -> None:
        """Compose every Document that is wanted; one that fails is named and the others are made."""
        for failed in selected.failed:
            self.fail(failed, Bilingual("文件有错误，见 stdkit validate", "its file has errors: see stdkit validate"))
        own = tuple(each for each in selected.standards if each in self.resolved.standards)
        sound = [each for each in own if self._is_sound(each)]
        if "standard" in kinds:
            for each in sound:
                self._standard(each)
        whole = not selected.failed and len(sound) == len(own)
        for kind in kinds:
            if kind in GATHERED:
                self._gathered(kind, selected.booklet, own, whole=whole)

    def fail(self, name: str, message: Bilingual) -> None:
        """Note that a document could not be made."""
        self.failures.append(Failure(name, message))

    def _is_sound(self, identifier: str) -> bool:
        wrong = [each for each in self.resolved.standards[identifier].diagnostics if each.severity is Severity.ERROR]
        if wrong:
            zh = f"有{len(wrong)}处引用或编号错误，见 stdkit validate"
            self.fail(identifier, Bilingual(zh, f"{len(wrong)} references or ids are wrong: see stdkit validate"))
        return not wrong

    def _standard(self, identifier: str) -> None:
        path = f"{self.resolved.index.standards[identifier].module}/{identifier}"
        try:
            self.made.append(Made(path, compose_standard(self.resolved, identifier), "standard", (identifier,)))
        except StdkitError as error:
            self.fail(identifier, error.message)

    def _gathered(self, kind: Kind, selection: Selection, own: tuple[str, ...], *, whole: bool) -> None:
        if not whole:
            self.fail(selection.name_of(kind), Bilingual("其中有标准不能生成", "some of its standards cannot be made"))
            return
        try:
            document = GATHERED[kind](self.resolved, selection)
        except StdkitError as error:
            self.fail(selection.name_of(kind), error.message)
        else:
            self.made.append(Made(document.name, document, kind, own))

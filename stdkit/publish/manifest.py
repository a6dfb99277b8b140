"""The manifest: what the last build put into the folder, with the hash of every file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Literal, get_args

from stdkit.model.diagnostics import Bilingual
from stdkit.publish.paths import is_safe

VERSION = 1
DocumentKind = Literal["standard", "booklet", "handbook", "forms", "card", "papers", "asset", "listed"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a build. A listed standard has no file of its own: its path is that of the file that lists it, or ``None``."""

    path: str | None
    kind: DocumentKind
    standards: tuple[str, ...]
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that could not be made, and why."""

    document: str
    message: Bilingual


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says; ``pages`` names the page engine, ``fonts`` what it measured with.

    ``engines`` names, by format, the programs that laid out its files.
    """

    stdkit: str
    pages: str
    fonts: tuple[str, ...] = ()
    documents: tuple[Entry, ...] = ()
    failed: tuple[Failed, ...] = ()
    engines: tuple[tuple[str, str], ...] = ()

    def files(self) -> dict[str, str]:
        """Return path and hash of every file that the build made."""
        own = (each for each in self.documents if each.kind != "listed")
        return {each.path: each.sha256 for each in own if each.path and each.sha256}


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return a manifest as JSON: keys and paths sorted, the same for the same build."""
    documents = sorted(manifest.documents, key=lambda each: (each.path or "", each.kind, each.standards))
    data = {
        "version": VERSION,
        "stdkit": manifest.stdkit,
        "pages": manifest.pages,
        "fonts": sorted(manifest.fonts),
        "engines": dict(manifest.engines),
        "documents": [
            {"path": each.path, "kind": each.kind, "standards": list(each.standards), "sha256": each.sha256} for each in documents
        ],
        "failed": [
            {"document": each.document, "message": {"zh": each.message.zh, "en": each.message.en}}
            for each in sorted(manifest.failed, key=lambda each: each.document)
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def read_manifest(data: bytes) -> Manifest | None:
    """Return the manifest that these bytes hold; ``None`` when they are no manifest of ours, or a damaged one."""
    try:
        return _manifest(json.loads(data))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _manifest(data: Any) -> Manifest:
    if data["version"] != VERSION:
        raise ValueError(data["version"])
    return Manifest(
        _text(data["stdkit"]),
        _text(data["pages"]),
        tuple(_text(font) for font in data["fonts"]),
        tuple(_entry(each) for each in data["documents"]),
        tuple(_failed(each) for each in data["failed"]),
        tuple((_text(form), _text(engine)) for form, engine in data.get("engines", {}).items()),
    )


def _entry(data: Any) -> Entry:
    entry = Entry(data["path"], data["kind"], tuple(_text(each) for each in data["standards"]), data["sha256"])
    if entry.kind not in get_args(DocumentKind):
        raise ValueError(entry.kind)
    if entry.path is None and entry.kind == "listed":
        return entry
    # A path decides what the next build removes, so one that leaves the folder is never believed.
    if not is_safe(_text(entry.path)) or not _is_digest(_text(entry.sha256)):
        raise ValueError(entry.path)
    return entry


def _failed(data: Any) -> Failed:
    message = data["message"]
    return Failed(_text(data["document"]), Bilingual(_text(message["zh"]), _text(message["en"])))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _is_digest(text: str) -> bool:
    return len(text) == hashlib.sha256().digest_size * 2 and set(text) <= set("0123456789abcdef")

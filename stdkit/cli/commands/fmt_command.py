"""``stdkit fmt``: put the files of a set into canonical layout; what they say stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from stdkit.check.fix_harm import kind_of
from stdkit.check.fix_set import diff
from stdkit.cli.language import Say, pick, speaker
from stdkit.cli.opening import locate, shown_prefix
from stdkit.cli.options import GlobalCommand, Options
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.read.layout import formatted
from stdkit.read.load import MODULES, REGISTRY, SYSTEM
from stdkit.read.replace import replace_file
from stdkit.read.source import MappingNode, read_source


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person has asked ``fmt`` for."""

    paths: tuple[str, ...]
    check: bool
    diff: bool

    @property
    def writes(self) -> bool:
        """Return whether files are changed."""
        return not (self.check or self.diff)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A file before and after; ``refusal`` says why it was left alone."""

    file: Path
    before: bytes = b""
    after: bytes = b""
    refusal: Bilingual | None = None

    @property
    def changed(self) -> bool:
        return self.before != self.after


def command(say: Say) -> click.Command:
    """Return the command."""
    check = say("只说明哪些文件需要排版，有则退出码为 1", "only say which files need it; exit code 1 if any")
    return GlobalCommand(
        "fmt",
        params=[
            click.Argument(["paths"], nargs=-1, metavar="[PATH]..."),
            click.Option(["--check"], is_flag=True, help=check),
            click.Option(["--diff"], is_flag=True, help=say("只显示会改什么", "only show what would change")),
        ],
        help=say("整理键的顺序、缩进和空行，内容不变。", "Put keys, indentation and blank lines in order; the content stays."),
        epilog=say("例：stdkit fmt --check", "Example: stdkit fmt --check"),
        callback=lambda **given: _run(Wanted(**given), click.get_current_context().obj),
    )


def _run(wanted: Wanted, options: Options) -> int:
    directory = locate(options)
    language, prefix = options.language or _language_of_set(directory), shown_prefix(directory)
    say = speaker(language)
    outcomes = [_outcome(file, directory, prefix, write=wanted.writes) for file in _files(wanted.paths, directory)]
    changed = [each for each in outcomes if each.changed]
    for each in changed:
        shown = prefix + each.file.relative_to(directory).as_posix()
        click.echo(diff(each.before, each.after, shown) if wanted.diff else shown, nl=not wanted.diff)
    refused = [each.refusal for each in outcomes if each.refusal is not None]
    for refusal in refused:
        click.echo(pick(refusal, language), err=True)
    if not options.quiet:
        done = say("已排版", "laid out") if wanted.writes else say("需要排版", "to be laid out")
        click.echo(
            say(f"{len(outcomes)}个文件，{len(changed)}个{done}", f"{len(outcomes)} files, {len(changed)} {done}"), err=True
        )
    return 1 if refused or (wanted.check and changed) else 0


def _language_of_set(directory: Path) -> str:
    data = read_source(directory / SYSTEM, SYSTEM).data
    return "en" if isinstance(data, MappingNode) and data.get("language") == "en" else "zh"


def _outcome(file: Path, directory: Path, prefix: str, *, write: bool) -> _Outcome:
    path = file.relative_to(directory).as_posix()
    try:
        before = file.read_bytes()
        after = formatted(before, prefix + path, kind_of(path))
        if write and after != before:
            replace_file(file, after, before=before)
    except StdkitError as error:
        return _Outcome(file, refusal=error.message)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return _Outcome(file, refusal=Bilingual(f"{prefix}{path} 读不出来：{reason}", f"{prefix}{path} cannot be read: {reason}"))
    return _Outcome(file, before, after)


def _files(paths: tuple[str, ...], directory: Path) -> list[Path]:
    """Return the files of the set that the named paths mean, all when none is named.

    Raises ``StdkitError`` for a path that is no file or folder of the set.
    """
    known = list(_of_set(directory))
    found: set[Path] = set()
    for typed in paths:
        path = Path(typed).resolve()
        matching = {each for each in known if each.resolve().is_relative_to(path)}
        if not matching:
            raise StdkitError(Bilingual(f"{typed} 不是这套标准中的文件", f"{typed} is no file of this set"))
        found |= matching
    return [each for each in known if each in found] if paths else known


def _of_set(directory: Path) -> Iterator[Path]:
    yield from (file for name in (SYSTEM, REGISTRY) if (file := directory / name).is_file())
    for module in MODULES:
        yield from sorted(file for file in (directory / module).glob("*.yaml") if file.is_file() and file.name[0] != ".")

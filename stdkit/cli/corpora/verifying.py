"""One corpus checked, and made anew where it is damaged: ``stdkit corpus verify``."""

from __future__ import annotations

from pathlib import Path

import click

from stdkit.cli.corpora.faults import damage_words, index_faults, unread_line
from stdkit.cli.corpora.progress import progress
from stdkit.cli.language import Say, pick, speaker
from stdkit.cli.options import Options
from stdkit.corpora.corpus import DENSITY, Added, Adding, add_folder, stale_documents
from stdkit.corpora.place import folder_of
from stdkit.originality.disk import Disk
from stdkit.originality.index import damages
from stdkit.originality.manifest import Manifest, read_manifest

MOST_SHOWN = 50


def verify_one(directory: Path, options: Options, *, rebuild: bool) -> int:
    """Print what is wrong with a corpus; return 0 when nothing is, or no longer."""
    say, name = speaker(options.language or "zh"), directory.name
    found = damages(directory)
    for each in found[:MOST_SHOWN]:
        click.echo(f"{name}{say('：', ': ')}{pick(damage_words(each), options.language or 'zh')}")
    if len(found) > MOST_SHOWN:
        count = len(found) - MOST_SHOWN
        click.echo(say(f"{name}：还有{count}处", f"{name}: {count} more"))
    if found and not rebuild:
        click.echo(say(f"{name}：索引坏了，加 --rebuild 重做", f"{name}: the index is damaged; add --rebuild"), err=True)
        return 1
    if found:
        return _rebuilt(directory, options, say)
    stale = stale_documents(directory)
    for document in stale:
        click.echo(f"{name}/{unread_line(document, say)}")
    if not stale:
        click.echo(say(f"{name}：完好", f"{name}: sound"))
    return 1 if stale else 0


def _rebuilt(directory: Path, options: Options, say: Say) -> int:
    name = directory.name
    with index_faults(name), progress(options, {"read": say("读文件", "reading")}) as tell:
        folder = folder_of(directory, read_manifest(directory, Disk()) or Manifest(DENSITY))
        done = add_folder(Adding(folder, directory, rebuild=True, progress=lambda done, of: tell("read", done, of)))
    return _tell(done, name, say)


def _tell(done: Added, name: str, say: Say) -> int:
    for each in done.unread:
        click.echo(unread_line(each, say))
    for document in done.removed:
        click.echo(say(f"{document}：文件不在了，去掉", f"{document}: its file is gone, it was taken out"))
    count = len(done.added) + len(done.changed)
    click.echo(say(f"{name}：重做了{count}个文件的索引", f"{name}: the index of {count} files was made anew"))
    if done.added:
        count = len(done.added)
        click.echo(
            say(
                f"{name}：其中{count}个文件没有级别、编号等，有表格的用 stdkit corpus add --table 再收一次",
                f"{name}: level, number and the like of {count} of them are not known: add the folder again with its --table",
            )
        )
    return 1 if done.removed or any(not each.harmless for each in done.unread) else 0

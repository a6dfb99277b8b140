"""Loose files compared with a folder of sources on a cluster: the result of ``check_files``, for more than one machine can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from stdkit.corpora.extract import Extractor
from stdkit.corpora.loose import Checked, Compared, Progress, names_of, nothing_in, read_file, read_sources
from stdkit.corpora.reasons import Extracted, Unread
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.originality.library import DENSITY
from stdkit.originality.passages import Comparison, Text
from stdkit.originality.spark.comparison import compare_on_spark
from stdkit.originality.spark.session import Cluster, SparkUnavailableError, session
from stdkit.originality.spark.store import stored


@dataclass(slots=True)
class _Told:
    """The sources on their way to the cluster: counted, and what could not be read of them."""

    count: int = 0
    characters: int = 0
    unread: list[Unread] = field(default_factory=list)

    def texts(self, found: Iterator[tuple[str, Extracted] | Unread]) -> Iterator[Text]:
        """Yield the texts one after the other, so that they need not fit into memory."""
        for each in found:
            if isinstance(each, Unread):
                self.unread.append(each)
                continue
            name, extracted = each
            self.count += 1
            self.characters += len(extracted.characters)
            yield Text(name, extracted.characters)


@dataclass(frozen=True, slots=True)
class OnCluster:
    """Where to compare, and the folder in which texts and postings are kept as Parquet; none: a folder that is removed again."""

    cluster: Cluster
    keep: Path | None = None


def check_on_cluster(files: Sequence[Path], against: Path, where: OnCluster, progress: Progress) -> Checked:
    """Return what files share with the files of a folder. The folder kept must be reachable for every worker by the same path.

    Raises ``StdkitError`` when there is nothing to compare with, or no Spark.
    """
    told = _Told()
    with ExitStack() as opened:
        extractor = opened.enter_context(Extractor())
        read = [(name, read_file(file, name, extractor)) for file, name in zip(files, names_of(files), strict=True)]
        own = [(name, found) for name, found in read if not isinstance(found, Unread)]
        folder = where.keep or Path(opened.enter_context(TemporaryDirectory())) / "store"
        try:
            spark = opened.enter_context(session(where.cluster))
        except SparkUnavailableError as error:
            raise _unavailable(str(error)) from error
        store = stored(told.texts(read_sources(files, against, extractor, progress)), folder, DENSITY, spark)
        if not told.count:
            raise nothing_in(against)
        comparisons: list[Comparison] = []
        for each in compare_on_spark([Text(name, found.characters) for name, found in own], store, spark):
            comparisons.append(each)
            progress("compare", len(comparisons), len(own))
        named = {passage.source for each in comparisons for passage in each.passages}
        texts = {name: read_file(against / name, name, extractor) for name in sorted(named)}
    return Checked(
        tuple(Compared(found, comparison) for (_, found), comparison in zip(own, comparisons, strict=True)),
        {name: found for name, found in texts.items() if not isinstance(found, Unread)},
        told.count,
        told.characters,
        tuple(found for _, found in read if isinstance(found, Unread)),
        tuple(sorted(told.unread)),
    )


def _unavailable(reason: str) -> StdkitError:
    """Return the error that Spark cannot be used, with its cure."""
    if reason == "spark":
        return StdkitError(
            Bilingual("没有安装 Spark：pip install 'stdkit[spark]'", "Spark is not there: pip install 'stdkit[spark]'")
        )
    if reason == "java":
        return StdkitError(Bilingual("Spark 要用 Java 17 或更新的版本", "Spark needs Java 17 or newer"))
    return StdkitError(Bilingual(f"Spark 没有启动：{reason}", f"Spark did not start: {reason}"))

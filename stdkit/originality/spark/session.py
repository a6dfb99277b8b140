"""A session of Apache Spark, on this machine or on a cluster."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LOOPBACK = "127.0.0.1"


class SparkUnavailableError(Exception):
    """Spark is not installed, Java is not there, or the cluster does not answer; the text says which."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where Spark runs: `local[2]`, `spark://host:7077`, …, and settings of Spark itself."""

    master: str = "local[2]"
    configuration: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def session(cluster: Cluster) -> Iterator[SparkSession]:
    """Start Spark and stop it at the end. It listens on this machine only, unless the cluster is elsewhere.

    Raises SparkUnavailableError.
    """
    spark = _started(cluster)
    # Spark reads the interpreter of the workers from the environment, which is not ours to change
    spark.sparkContext.pythonExec = cluster.configuration.get("spark.pyspark.python", sys.executable)
    try:
        yield spark
    finally:
        spark.stop()


def _started(cluster: Cluster) -> SparkSession:
    try:
        import pandas  # noqa: F401, ICN001 — Spark asks for it where tables are passed
        import pyarrow as pa  # noqa: F401 — likewise
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise SparkUnavailableError("spark") from error
    builder = SparkSession.builder.appName("stdkit originality").master(cluster.master)
    for name, value in {**_defaults(cluster.master), **cluster.configuration}.items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except PySparkException as error:
        raise SparkUnavailableError("java" if "JAVA" in str(error) else str(error)) from error
    except Exception as error:  # whatever the Java side throws when a master does not answer
        raise SparkUnavailableError(f"{cluster.master}: {error}") from error


def _defaults(master: str) -> dict[str, str]:
    """No page of its own, few partitions, this interpreter; on this machine nothing listens to others."""
    defaults = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.sql.shuffle.partitions": "16",
        "spark.sql.adaptive.coalescePartitions.enabled": "false",
    }
    if master.startswith("local") or LOOPBACK in master:
        defaults |= {"spark.driver.bindAddress": LOOPBACK, "spark.driver.host": LOOPBACK}
    return defaults

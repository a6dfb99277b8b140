"""A standalone cluster of Spark on this machine: one master, two workers of one core each."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HOST = "127.0.0.1"
PATIENCE = 180


@dataclass
class Running:
    """A cluster that answers, and its processes."""

    master: str
    workers: list[subprocess.Popen[bytes]]

    def kill_a_worker(self) -> None:
        """End a worker with its executors at once, as when a machine fails."""
        worker = self.workers.pop()
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()


@contextmanager
def cluster(folder: Path) -> Iterator[Running]:
    """Start master and workers, and end them all."""
    port = _free_port()
    log = folder / "master.log"
    master = _started(folder, log, "master.Master", "--host", HOST, "--port", str(port), "--webui-port", "0")
    address = f"spark://{HOST}:{port}"
    workers: list[subprocess.Popen[bytes]] = []
    try:
        _wait_for(log, "I have been elected leader", 1)
        for name in ("first", "second"):
            asked = (
                "--host",
                HOST,
                "--cores",
                "1",
                "--memory",
                "1g",
                "--webui-port",
                "0",
                "--work-dir",
                str(folder / name),
                address,
            )
            workers.append(_started(folder, folder / f"{name}.log", "worker.Worker", *asked))
        _wait_for(log, "Registering worker", 2)
        yield Running(address, workers)
    finally:
        for process in [*workers, master]:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _started(folder: Path, log: Path, name: str, *arguments: str) -> subprocess.Popen[bytes]:
    import pyspark

    home = Path(pyspark.__file__).parent
    environment = {**os.environ, "SPARK_HOME": str(home), "PYSPARK_PYTHON": sys.executable, "SPARK_NO_DAEMONIZE": "1"}
    command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{name}", *arguments]
    with log.open("wb") as output:
        return subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output, start_new_session=True)


def _wait_for(log: Path, words: str, times: int) -> None:
    end = time.monotonic() + PATIENCE
    while log.read_text(encoding="utf-8", errors="replace").count(words) < times:
        assert time.monotonic() < end, log.read_text(encoding="utf-8", errors="replace")[-2000:]
        time.sleep(0.2)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])

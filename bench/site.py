"""A site of its own for measuring: fresh SQLite with researchers, real web processes, CPU read from the kernel."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory

CHECKOUT = Path(__file__).parents[1]
HOST = "127.0.0.1"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Site:
    """A running site: where it listens, its environment, its first process."""

    port: int
    environment: dict[str, str]
    process: subprocess.Popen[bytes]

    def cpu_seconds(self) -> float:
        """CPU time used so far by the web processes together."""
        return sum(cpu_seconds(pid) for pid in children(self.process.pid))

    def cookie_of(self, sign_in: str) -> str:
        """The session cookie of an invented person."""
        connection = HTTPConnection(HOST, self.port)
        connection.request("GET", f"/accounts/demo/{sign_in}/")
        answer = connection.getresponse()
        cookies = [value.split(";")[0] for name, value in answer.getheaders() if name.lower() == "set-cookie"]
        connection.close()
        return "; ".join(cookies)


@contextmanager
def site(researchers: int) -> Iterator[Site]:
    """Serve the demo world with so many more researchers at Nordhavn, with two web processes and no worker."""
    with TemporaryDirectory() as folder:
        environment = os.environ | {"DEMO": "1", "DATA_DIR": folder, "SECRET_KEY": "bench", "PYTHONPATH": str(CHECKOUT)}
        environment.pop("DATABASE_URL", None)
        port = free_port()
        command(environment, "veivalg.cli.main", "demo", "--researchers", str(researchers))
        command(environment, "django", "collectstatic", "--no-input", "-v", "0")
        process = subprocess.Popen(  # noqa: S603 - our own words and a number
            [
                *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)),
                *("--workers", "2", "--blocking-threads", "1", "--no-log", "--workers-kill-timeout", "3"),
                "veivalg.config.wsgi:application",
            ],
            env=environment | {"DJANGO_SETTINGS_MODULE": "veivalg.config.settings"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait(port)
            yield Site(port, environment, process)
        finally:
            process.terminate()
            process.wait()


def command(environment: dict[str, str], module: str, *arguments: str) -> None:
    subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-m", module, *arguments],
        env=environment | {"DJANGO_SETTINGS_MODULE": "veivalg.config.settings"},
        check=True,
        capture_output=True,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def wait(port: int) -> None:
    """Until the site answers, a minute at most."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            connection = HTTPConnection(HOST, port, timeout=5)
            connection.request("GET", "/health/ready")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the site did not start")


def children(pid: int) -> list[int]:
    """Processes that a process has started."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(child) for child in found.split()]


def cpu_seconds(pid: int) -> float:
    """CPU time that a process has used, in its own code and in the kernel's."""
    after_name = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / TICKS

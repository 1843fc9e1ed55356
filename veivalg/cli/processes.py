"""The processes of a local site: web server and worker, started and stopped together."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

HOST = "127.0.0.1"
PATIENCE_SECONDS = 60
LAST_WORDS_SECONDS = 8

Processes = list[subprocess.Popen[bytes]]


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def start_worker() -> subprocess.Popen[bytes]:
    """The process that sends mail, reads files and imports."""
    return subprocess.Popen([sys.executable, "-m", "django", "work"])


def start_server(port: int, workers: int) -> subprocess.Popen[bytes]:
    command = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)),
        *("--workers", str(workers), "--blocking-threads", "1", "--log-level", "warning"),
        *("--workers-kill-timeout", "3"),  # else one that is still starting keeps all waiting
        "veivalg.config.wsgi:application",
    ]
    return subprocess.Popen(command)  # noqa: S603 - our own words and two numbers


def wait_until_ready(processes: Processes, port: int) -> bool:
    """Whether the site answers before patience ends; at once False when a process has died."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and all_run(processes):
        if answers(port):
            return True
        time.sleep(0.05)
    return False


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/health/ready", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def all_run(processes: Processes) -> bool:
    return all(process.poll() is None for process in processes)


def stay(processes: Processes) -> None:
    """Return when one of them ends."""
    while all_run(processes):
        time.sleep(0.3)


def stop(processes: Processes) -> None:
    """Ask them to end, and end those that do not."""
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + LAST_WORDS_SECONDS
    for process in processes:
        try:
            process.wait(timeout=max(deadline - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

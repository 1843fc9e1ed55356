"""`veivalg run`: a local server and its worker, with demo data, until Ctrl-C."""

from __future__ import annotations

import argparse
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from veivalg.cli.django_setup import setup

HOST = "127.0.0.1"
PATIENCE_SECONDS = 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=2, help="web processes")


def run(options: argparse.Namespace) -> int:
    if not port_is_free(options.port):
        print(f"Port {options.port} is in use. Another one: make run PORT={options.port + 1}", file=sys.stderr)
        return 1
    prepare_environment(options.port)
    setup()
    prepare_data()
    children = [start_worker(), start_server(options)]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        return serve(children, options.port)
    except KeyboardInterrupt:
        return 0
    finally:
        stop(children)


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def prepare_environment(port: int) -> None:
    """Demo settings, and a secret of this folder's own that survives a restart."""
    os.environ.setdefault("DEMO", "1")
    os.environ.setdefault("BASE_URL", f"http://localhost:{port}")
    folder = Path(os.environ.get("DATA_DIR", "var"))
    folder.mkdir(parents=True, exist_ok=True)
    secret = folder / "secret-key"
    if "SECRET_KEY" not in os.environ:
        if not secret.exists():
            secret.touch(mode=0o600)
            secret.write_text(secrets.token_urlsafe(60), encoding="ascii")
        os.environ["SECRET_KEY"] = secret.read_text(encoding="ascii")


def prepare_data() -> None:
    """Database, reference data, demo world and style sheets; quick when all is there."""
    from django.conf import settings
    from django.core.management import call_command

    step("database")
    call_command("migrate", verbosity=0)
    step("style sheets")
    if styles_are_stale(Path(settings.STATIC_ROOT)):
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)


def styles_are_stale(collected: Path) -> bool:
    """Whether something below `static/` is newer than what was collected."""
    manifest = collected / "staticfiles.json"
    if not manifest.exists():
        return True
    made = manifest.stat().st_mtime
    return any(path.stat().st_mtime > made for path in Path("static").rglob("*") if path.is_file())


def step(what: str) -> None:
    print(f"  {what} …", flush=True)


def start_worker() -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "django", "work"])


def start_server(options: argparse.Namespace) -> subprocess.Popen[bytes]:
    command = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(options.port)),
        *("--workers", str(options.workers), "--blocking-threads", "1", "--log-level", "warning"),
        "veivalg.config.wsgi:application",
    ]
    return subprocess.Popen(command)  # noqa: S603


def serve(children: list[subprocess.Popen[bytes]], port: int) -> int:
    """Wait until the server answers, say where it is, and stay until one of the two ends."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not answers(port):
        if time.monotonic() > deadline or any(child.poll() is not None for child in children):
            print("The server did not start.", file=sys.stderr)
            return 1
        time.sleep(0.1)
    welcome(port)
    while all(child.poll() is None for child in children):
        time.sleep(0.3)
    return 1


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def welcome(port: int) -> None:
    print(f"\nVeivalg is ready: http://{HOST}:{port}\n  (for passkeys: http://localhost:{port})", flush=True)
    print("Ctrl-C stops it.", flush=True)


def stop(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()

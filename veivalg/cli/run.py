"""`veivalg run`: a local server and its worker, with demo data, until Ctrl-C."""

from __future__ import annotations

import argparse
import signal
import sys
from types import FrameType

from veivalg.cli import processes
from veivalg.cli.django_setup import setup
from veivalg.cli.preparing import prepare_database, prepare_environment, prepare_reference_data, prepare_styles
from veivalg.cli.saying import complain, step

ASKED_TO_END = (signal.SIGINT, signal.SIGTERM)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=2, help="web processes (2)")


def run(options: argparse.Namespace) -> int:
    if not processes.port_is_free(options.port):
        return complain(f"Port {options.port} is in use. Take another one: make run PORT={options.port + 1}")
    prepare_environment(options.port)
    for asked_to_end in ASKED_TO_END:
        signal.signal(asked_to_end, as_interrupt)
    try:
        setup()
        prepare_site()
        return serve(options.port, options.workers)
    except KeyboardInterrupt:
        return 0


def as_interrupt(_signal: int, _frame: FrameType | None) -> None:
    """Being asked to end is the same as Ctrl-C."""
    raise KeyboardInterrupt


def prepare_site() -> None:
    from django.conf import settings

    from veivalg.demo.services import build_world

    prepare_reference_data(anyway=prepare_database())
    if settings.DEMO:
        step("demo world")
        build_world()
    prepare_styles()


def serve(port: int, workers: int) -> int:
    """Run both processes until Ctrl-C; 1 when one of them ends by itself."""
    step("server and worker")
    running: processes.Processes = []
    try:
        running.append(processes.start_server(port, workers))
        if not processes.wait_until_ready(running, port):
            return complain("The server did not start; its last words stand above.")
        running.append(processes.start_worker())  # second, so that the first page need not wait for it
        welcome(port)
        processes.stay(running)
        return complain("A process has ended by itself; its last words stand above.")
    finally:
        for asked_to_end in ASKED_TO_END:  # once is enough: being asked again must not leave a process behind
            signal.signal(asked_to_end, signal.SIG_IGN)
        processes.stop(running)


def welcome(port: int) -> None:
    """Say where the site is, and as whom one can look around."""
    from django.conf import settings
    from django.utils import translation

    from veivalg.demo.queries import sign_ins

    address = f"http://localhost:{port}"
    print(f"\nVeivalg is ready: http://{processes.HOST}:{port}  and  {address} (passkeys need this one)\n")
    if settings.DEMO:
        print("Sign in as")
        with translation.override("en"):
            for line in sign_ins():
                print(f"  {line.name:<22}{line.role:<26}{line.institution:<22}{address}{line.path}")
    print("\nCtrl-C stops it.")
    sys.stdout.flush()

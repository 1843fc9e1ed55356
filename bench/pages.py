"""How heavy pages are: queries, CPU of the web processes and waiting time, with many researchers in the database.

CPU is compared with `/health/live`, a request that does nothing: the ratio says the same on any machine.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPConnection

from bench.site import CHECKOUT, HOST, Site, site

NOBODY = ""
RESEARCHER = "ingrid-researcher-nordhavn"
EXPERIENCED = "sunniva-researcher-nordhavn"
COORDINATOR = "kari-coordinator-nordhavn"
PAGES = [
    ("/health/live", NOBODY),
    ("/", NOBODY),
    ("/framework/", NOBODY),
    ("/framework/phase/underway/", NOBODY),
    ("/try/", NOBODY),
    ("/", RESEARCHER),
    ("/", EXPERIENCED),
    ("/me/inbox/", RESEARCHER),
    ("/me/competence/", EXPERIENCED),
    ("/me/competence/profile/", EXPERIENCED),
    ("/me/competence/occupations/", EXPERIENCED),
    ("/", COORDINATOR),
    ("/people/", COORDINATOR),
    ("/institution/units/", COORDINATOR),
]
# Counts queries with Django's own client, in a process of its own with the site's database.
COUNT = """
import json, logging, sys, django
django.setup()
logging.disable(logging.CRITICAL)
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
counts = []
for path, who in json.load(sys.stdin):
    client = Client(headers={"host": "localhost"})
    if who:
        client.get(f"/accounts/demo/{who}/")
    client.get(path)
    with CaptureQueriesContext(connection, ) as queries:
        status = client.get(path).status_code
    counts.append([status, len(queries)])
print(json.dumps(counts))
"""


@dataclass(frozen=True, slots=True)
class Load:
    """How much is asked: requests for each page, by so many at once."""

    requests: int
    at_once: int


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU of all web processes per request and waiting time, in milliseconds."""

    cpu: float
    median: float
    p95: float


def count_queries(running: Site) -> list[tuple[int, int]]:
    """Status and number of queries of each page, the second time it is asked for."""
    done = subprocess.run(  # noqa: S603 - this interpreter with a constant program
        [sys.executable, "-c", COUNT],
        input=json.dumps(PAGES),
        env=running.environment | {"DJANGO_SETTINGS_MODULE": "veivalg.config.settings"},
        capture_output=True,
        text=True,
        check=True,
        cwd=CHECKOUT,
    )
    return [(status, queries) for status, queries in json.loads(done.stdout.splitlines()[-1])]


def cost_of(running: Site, path: str, who: str, load: Load) -> Cost:
    """Ask for a page many times."""
    headers = {"Host": f"localhost:{running.port}"}
    if who:
        headers["Cookie"] = running.cookie_of(who)
    ask(running.port, path, headers, 10, [])
    waited: list[float] = []
    before = running.cpu_seconds()
    askers = [
        threading.Thread(target=ask, args=(running.port, path, headers, load.requests // load.at_once, waited))
        for _ in range(load.at_once)
    ]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    cpu = (running.cpu_seconds() - before) / len(waited)
    return Cost(cpu * 1_000, statistics.median(waited) * 1_000, statistics.quantiles(waited, n=20)[-1] * 1_000)


def ask(port: int, path: str, headers: dict[str, str], times: int, waited: list[float]) -> None:
    """One visitor who asks for the same page again and again over one connection."""
    connection = HTTPConnection(HOST, port)
    for _ in range(times):
        started = time.perf_counter()
        connection.request("GET", path, headers=headers)
        connection.getresponse().read()
        waited.append(time.perf_counter() - started)
    connection.close()


def main(arguments: Sequence[str] | None = None) -> None:
    """Print one line per page."""
    parser = argparse.ArgumentParser(prog="veivalg bench pages", description=__doc__)
    parser.add_argument("--researchers", type=int, default=1_000, help="how many more are in the database (1000)")
    parser.add_argument("--requests", type=int, default=320, help="requests for each page (320)")
    parser.add_argument("--at-once", type=int, default=32, help="how many ask at the same time (32)")
    chosen = parser.parse_args(arguments)
    load = Load(chosen.requests, chosen.at_once)
    with site(chosen.researchers) as running:
        print(f"{'page':<32}{'as':<12}{'queries':>8}{'CPU ms':>9}{'ratio':>7}{'median ms':>11}{'p95 ms':>9}")
        nothing = 0.0
        for (path, who), (status, queries) in zip(PAGES, count_queries(running), strict=True):
            role = who.split("-")[0] or "-"
            if status != 200:
                print(f"{path:<32}{role:<12}answers {status}")
                continue
            cost = cost_of(running, path, who, load)
            nothing = nothing or cost.cpu
            times = f"{cost.cpu:>9.2f}{cost.cpu / nothing:>7.1f}{cost.median:>11.1f}{cost.p95:>9.1f}"
            print(f"{path:<32}{role:<12}{queries:>8}{times}", flush=True)


if __name__ == "__main__":
    main()

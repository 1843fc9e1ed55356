"""`veivalg bench matching|pages`: the benchmarks of a checkout."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import cast

from veivalg.cli.preparing import CHECKOUT
from veivalg.cli.saying import complain

BENCHMARKS = ("matching", "pages")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=BENCHMARKS, help="matching: how good and how fast; pages: CPU and queries")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="…", help="passed on; --help explains")


def run(options: argparse.Namespace) -> int:
    if not (CHECKOUT / "bench").is_dir():
        return complain("Benchmarks are not installed with the product: run this in a checkout.")
    sys.path.insert(0, str(CHECKOUT))
    module = import_module(f"bench.{options.what}")
    return cast(int | None, module.main(options.rest)) or 0

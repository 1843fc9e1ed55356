"""`veivalg`: the commands of the product, one module each below `cli/`.

A module is imported only when its command is called, so that `veivalg match` starts without Django.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

# name → (module with `add_arguments(parser)` and `run(options) -> exit code`, one line of help)
COMMANDS = {
    "run": ("veivalg.cli.run", "a local server with demo data"),
    "demo": ("veivalg.cli.demo", "build the demo world, or more researchers for load tests"),
    "match": ("veivalg.cli.match", "skills in a document, and occupations that fit them"),
    "import-taxonomy": ("veivalg.cli.import_taxonomy", "read official ESCO files into the database"),
    "bench": ("veivalg.cli.bench", "measure how good and how fast it is (in a checkout)"),
    "check": ("veivalg.cli.check", "whether a site can do its work"),
}


def parser_for(argv: Sequence[str]) -> argparse.ArgumentParser:
    """The parser, with the arguments of the command that is called and only the names of the others."""
    parser = argparse.ArgumentParser(prog="veivalg", description="Career guidance for early-career researchers.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (module, help_text) in COMMANDS.items():
        command = commands.add_parser(name, help=help_text, description=help_text)
        if name in argv[:1]:
            import_module(module).add_arguments(command)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    options = parser_for(words).parse_args(words)
    run: Callable[[argparse.Namespace], int] = import_module(COMMANDS[options.command][0]).run
    return run(options)


if __name__ == "__main__":
    sys.exit(main())

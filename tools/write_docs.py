"""Writes the pages of `docs/` that are made from the code; `--check` fails where a page no longer equals the code."""

from __future__ import annotations

import ast
import os
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "veivalg.config.settings")
os.environ.setdefault("DEMO", "1")
sys.path.insert(0, str(ROOT))

import django  # noqa: E402

django.setup()

import grimp  # noqa: E402
from django.utils import translation  # noqa: E402

from veivalg.core.privacy import privacy_modules  # noqa: E402
from veivalg.framework.glossary import read_glossary  # noqa: E402
from veivalg.institutions.roles import CAPABILITIES, EVERYBODY, PLATFORM_CAPABILITIES, Can  # noqa: E402

MARK = "<!-- made by `make docs` from {source}: do not edit below -->"


def picture() -> str:
    """The layers with their apps, and the imports that really exist between apps, as Mermaid."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = [[app.strip() for app in line.split("|")] for line in contracts[0]["layers"]]
    graph = grimp.build_graph("veivalg", cache_dir=None)
    lines = ["```mermaid", "flowchart TD"]
    for number, apps in enumerate(layers):
        lines += [f'  subgraph layer{number}[" "]', *(f"    {app}" for app in apps), "  end"]
    names = [app for apps in layers for app in apps]
    for above in names:
        for below in names:
            if above != below and imports(graph, above, below):
                lines.append(f"  {above} --> {below}")
    return "\n".join([*lines, "```"])


def imports(graph: grimp.ImportGraph, above: str, below: str) -> bool:
    """Whether app code of `above` imports something of `below`; tests do not count."""
    packages = f"veivalg.{above}", f"veivalg.{below}"
    if not set(packages) <= graph.modules:
        return False
    chains = graph.find_modules_directly_imported_by
    inside = {packages[0], *graph.find_descendants(packages[0])}
    return any(
        target == packages[1] or target.startswith(packages[1] + ".")
        for module in inside
        if ".tests" not in module
        for target in chains(module)
    )


def roles() -> str:
    table: list[tuple[str, frozenset[Can]]] = [*CAPABILITIES.items(), *PLATFORM_CAPABILITIES.items()]
    columns = " | ".join(role for role, _capabilities in table)
    lines = [f"| capability | {columns} |", "|---" * (len(table) + 1) + "|"]
    for capability in Can:
        marks = ["yes" if capability in own | EVERYBODY else "" for _role, own in table]
        lines.append(f"| {capability.value} (`Can.{capability.name}`) | " + " | ".join(marks) + " |")
    return "\n".join(lines)


def settings() -> str:
    """Every variable that the settings read from the environment; what it is for stands after `#:` above it."""
    source = (ROOT / "veivalg/config/settings.py").read_text(encoding="utf-8")
    above = source.splitlines()
    rows = []
    for call in ast.walk(ast.parse(source)):
        if not (isinstance(call, ast.Call) and ast.unparse(call.func).startswith("env.")):
            continue
        name = str(ast.literal_eval(call.args[0]))
        kind = ast.unparse(call.func).removeprefix("env.")
        default = next((ast.unparse(word.value) for word in call.keywords if word.arg == "default"), "none")
        comment = above[call.lineno - 2].strip()
        meaning = comment.removeprefix("#:").strip() if comment.startswith("#:") else ""
        rows.append(f"| `{name}` | {meaning} | {kind} | `{default}` |")
    return "\n".join(["| variable | what it is for | kind | default |", "|---|---|---|---|", *sorted(rows)])


def privacy() -> str:
    lines = ["| what | why | legal basis | how long | who sees it |", "|---|---|---|---|---|"]
    with translation.override("en"):
        for module in privacy_modules().values():
            for row in module.kept():
                lines.append(
                    f"| `{row.model}` | {row.purpose} | {row.legal_basis} | {row.retention} | {row.who_sees} |"
                )
    return "\n".join(lines)


def glossary() -> str:
    with translation.override("en"):
        rows = [
            f"| {word.terms['nb']} | {word.terms['nn']} | {word.terms['en']} | `{word.code}` | {word.note} |"
            for word in read_glossary()
        ]
    return "\n".join(["| bokmål | nynorsk | English | in code | note |", "|---|---|---|---|---|", *rows])


PAGES: dict[str, tuple[str, Callable[[], str]]] = {
    "architecture.md": ("the layers in pyproject.toml and the imports in the code", picture),
    "roles.md": ("veivalg/institutions/roles.py", roles),
    "settings.md": ("veivalg/config/settings.py", settings),
    "privacy.md": ("each app's privacy.py", privacy),
    "glossary.md": ("veivalg/framework/data/glossary.yaml", glossary),
}


def page(name: str) -> tuple[Path, str, str]:
    """The path, what stands there now, and what should: the head is written by hand, the rest comes from the code."""
    source, make = PAGES[name]
    path = ROOT / "docs" / name
    now = path.read_text(encoding="utf-8") if path.exists() else ""
    mark = MARK.format(source=source)
    head = now.split("<!-- made by")[0].rstrip() or f"# {name.removesuffix('.md').capitalize()}"
    return path, now, f"{head}\n\n{mark}\n\n{make()}\n"


def main() -> int:
    stale = 0
    for name in PAGES:
        path, now, wanted = page(name)
        if now != wanted and "--check" in sys.argv:
            print(f"{path.relative_to(ROOT)}: no longer equals the code; run `make docs`")
            stale += 1
        elif now != wanted:
            path.write_text(wanted, encoding="utf-8")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())

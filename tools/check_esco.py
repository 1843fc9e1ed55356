"""A development check: every ESCO address in the vocabulary exists in an ESCO bundle, and the four-digit codes agree.

    python tools/check_esco.py FOLDER-WITH-ESCO-CSV-BUNDLES

Without a folder it says that it was skipped: the bundles are not part of the product.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from veivalg.matching import default_vocabulary  # noqa: E402


def concepts(folder: Path, name: str) -> dict[str, str]:
    """Address → ISCO group (empty for skills), from every `<name>_<language>.csv` below the folder."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob(f"{name}_*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                found[row["conceptUri"]] = row.get("iscoGroup", "")
    return found


def main(arguments: list[str]) -> int:
    if not arguments:
        print("skipped: no ESCO bundle given")
        return 0
    folder = Path(arguments[0])
    skills, occupations = concepts(folder, "skills"), concepts(folder, "occupations")
    vocabulary = default_vocabulary()
    faults = [uri for uri in vocabulary.skills if uri.startswith("http") and uri not in skills]
    for uri, occupation in vocabulary.occupations.items():
        if uri.startswith("http") and uri not in occupations:
            faults.append(uri)
        elif uri.startswith("http") and occupations[uri] != occupation.isco:
            faults.append(f"{uri}: ISCO {occupations[uri]}, ours {occupation.isco}")
    for fault in faults:
        print(fault)
    linked = sum(uri.startswith("http") for uri in [*vocabulary.skills, *vocabulary.occupations])
    print(f"{linked} concepts of ours point to ESCO, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

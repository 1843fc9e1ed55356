"""Small ESCO bundles, made for the tests."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

SKILL, OCCUPATION = "http://data.europa.eu/esco/skill/", "http://data.europa.eu/esco/occupation/"

SKILLS = [
    ["conceptUri", "skillType", "preferredLabel", "altLabels", "status"],
    [f"{SKILL}s1", "knowledge", "grow lichens", "lichen growing\nlichen culture", "released"],
    [f"{SKILL}s2", "skill/competence", "read rune stones", "", "released"],
    ["not an address", "knowledge", "x", "", "released"],
]
OCCUPATIONS = [
    ["conceptUri", "iscoGroup", "preferredLabel", "altLabels", "status"],
    [f"{OCCUPATION}o1", "0110", "lichen gardener", "gardener of lichens", "released"],
]
LINKS = [
    ["occupationUri", "relationType", "skillUri"],
    [f"{OCCUPATION}o1", "essential", f"{SKILL}s1"],
    [f"{OCCUPATION}o1", "optional", f"{SKILL}s2"],
    [f"{OCCUPATION}o1", "optional", f"{SKILL}nobody"],
]
FILES = {"skills_en.csv": SKILLS, "occupations_en.csv": OCCUPATIONS, "occupationSkillRelations_en.csv": LINKS}


def table(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def bundle(folder: Path, files: dict[str, list[list[str]]] | None = None, version: str = "1.2.0") -> Path:
    """A zip as the ESCO portal names it."""
    path = folder / f"ESCO dataset - v{version} - classification - en - csv.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in (FILES if files is None else files).items():
            archive.writestr(name, table(rows))
    return path

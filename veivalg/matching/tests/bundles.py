"""Small ESCO bundles for tests."""

from __future__ import annotations

import zipfile
from pathlib import Path

URI = "http://data.europa.eu/esco/{}"

OCCUPATIONS = f"""conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status
Occupation,{URI.format("occupation/1")},2310,history lecturer,"lecturer of history
history don",released
Occupation,{URI.format("occupation/2")},0110,air force officer,,released
"""
OCCUPATIONS_NO = f"""conceptUri,iscoGroup,preferredLabel,altLabels
{URI.format("occupation/1")},2310,"universitetslektor, historie",
"""
SKILLS = f"""conceptUri,preferredLabel,altLabels,status
{URI.format("skill/1")},archives,,released
{URI.format("skill/2")},teaching,,released
not a uri,something,,released
{URI.format("skill/3")},,,released
{URI.format("skill/4")},old,,obsolete
"""
LINKS = f"""occupationUri,relationType,skillType,skillUri
{URI.format("occupation/1")},essential,knowledge,{URI.format("skill/1")}
{URI.format("occupation/1")},optional,knowledge,{URI.format("skill/2")}
{URI.format("occupation/1")},perhaps,knowledge,{URI.format("skill/2")}
"""


def write_zip(path: Path, files: dict[str, str | bytes]) -> Path:
    """Write a zip and return its path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path

"""What the rows of ESCO say, as the records that the matching engine merges."""

from __future__ import annotations

from collections import defaultdict

from veivalg.competence.models import Concept, ConceptLabel, Link
from veivalg.competence.models.taxonomy import Origin
from veivalg.matching import Occupation, Skill
from veivalg.matching.esco_records import sector_of


def esco_records() -> tuple[list[Skill], list[Occupation]]:
    """Everything that ESCO's newest version says, in order of URIs. Three queries, whatever the size."""
    labels, aliases = esco_names()
    needs = esco_links()
    skills, occupations = [], []
    for pk, uri, kind, attributes in esco_concepts():
        if pk not in labels:
            continue
        if kind == Concept.Kind.SKILL:
            skills.append(Skill(uri, labels[pk], aliases[pk], broader=attributes.get("broader")))
        else:
            isco = attributes.get("isco", "")
            occupations.append(
                Occupation(
                    uri,
                    labels[pk],
                    aliases[pk],
                    sector=sector_of(isco, labels[pk].values()),
                    isco=isco,
                    styrk08=isco,
                    essential=tuple(sorted(needs[pk, True])),
                    useful=tuple(sorted(needs[pk, False])),
                )
            )
    return skills, occupations


def esco_concepts() -> list[tuple[int, str, str, dict[str, str]]]:
    rows = Concept.objects.filter(source=Origin.ESCO, retired=False).order_by("uri")
    return list(rows.values_list("pk", "uri", "kind", "attributes"))


def esco_names() -> tuple[dict[int, dict[str, str]], dict[int, dict[str, tuple[str, ...]]]]:
    """Concept id → language → label, and → other names."""
    labels: dict[int, dict[str, str]] = defaultdict(dict)
    aliases: dict[int, dict[str, tuple[str, ...]]] = defaultdict(dict)
    rows = ConceptLabel.objects.filter(concept__source=Origin.ESCO).order_by("concept_id", "language", "text")
    for pk, language, text, preferred in rows.values_list("concept_id", "language", "text", "preferred").iterator():
        if preferred:
            labels[pk][language] = text
        else:
            aliases[pk][language] = (*aliases[pk].get(language, ()), text)
    return labels, aliases


def esco_links() -> dict[tuple[int, bool], list[str]]:
    """(occupation id, essential) → URIs of skills."""
    needs: dict[tuple[int, bool], list[str]] = defaultdict(list)
    rows = Link.objects.filter(occupation__source=Origin.ESCO, skill__retired=False)
    for occupation, essential, uri in rows.values_list("occupation_id", "essential", "skill__uri").iterator():
        needs[occupation, essential].append(uri)
    return needs


def esco_versions() -> list[str]:
    """The versions of ESCO that the rows come from, oldest first."""
    rows = Concept.objects.filter(source=Origin.ESCO, retired=False).exclude(version="")
    return sorted(rows.values_list("version", flat=True).distinct())

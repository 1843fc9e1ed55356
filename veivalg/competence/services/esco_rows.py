"""Writing what ESCO says into rows: batch by batch, each in its own transaction, counting what it changed.

Writing the same again changes nothing, so an import that died can simply be started again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import QuerySet

from veivalg.competence.models import Concept, ConceptLabel, Link
from veivalg.competence.models.taxonomy import Origin
from veivalg.matching.esco import BroaderRow, ConceptRow, LinkRow

ROWS_AT_ONCE = 2_000
ADDED, CHANGED, UNCHANGED, UNKNOWN = "added", "changed", "unchanged", "unknown_concept"

Wanted = dict[str, bool]  # name → whether it is the preferred one


@transaction.atomic
def write_concepts(rows: Sequence[ConceptRow], kind: Concept.Kind, version: str) -> Counter[str]:
    """Write concepts and their names in one language."""
    unique = {row.uri: row for row in rows}
    before = {one.uri: one for one in esco(kind).filter(uri__in=unique)}
    after = [written(row, before.get(row.uri), kind, version) for row in unique.values()]
    differing = [one for one in after if differs(one, before.get(one.uri))]
    Concept.objects.bulk_create(
        differing,
        batch_size=ROWS_AT_ONCE,
        update_conflicts=True,
        unique_fields=["source", "uri"],
        update_fields=["kind", "version", "retired", "attributes"],
    )
    ids = dict(esco(kind).filter(uri__in=unique).values_list("uri", "pk"))
    renamed = write_names({ids[row.uri]: names(row) for row in unique.values()}, rows[0].language)
    changed = {one.uri for one in differing} | {uri for uri, pk in ids.items() if pk in renamed}
    added = len(unique.keys() - before.keys())
    return Counter({ADDED: added, CHANGED: len(changed) - added, UNCHANGED: len(unique) - len(changed)})


def written(row: ConceptRow, before: Concept | None, kind: Concept.Kind, version: str) -> Concept:
    attributes = dict(before.attributes) if before else {}
    if row.code and kind == Concept.Kind.OCCUPATION:
        attributes["isco"] = row.code
    return Concept(source=Origin.ESCO, uri=row.uri, kind=kind, version=version, attributes=attributes)


def differs(after: Concept, before: Concept | None) -> bool:
    return before is None or (after.kind, after.version, after.retired, after.attributes) != (
        before.kind,
        before.version,
        before.retired,
        before.attributes,
    )


def names(row: ConceptRow) -> Wanted:
    return {**dict.fromkeys(row.aliases, False), row.label: True}


def write_names(wanted: dict[int, Wanted], language: str) -> set[int]:
    """Make the names of concepts (by id) in a language those that are wanted; the ids of concepts that changed."""
    now: dict[int, Wanted] = {pk: {} for pk in wanted}
    rows = ConceptLabel.objects.filter(concept_id__in=wanted, language=language)
    for pk, text, preferred in rows.values_list("concept_id", "text", "preferred"):
        now[pk][text] = preferred
    changed = {pk for pk in wanted if now[pk] != wanted[pk]}
    ConceptLabel.objects.filter(concept_id__in=changed, language=language).delete()
    ConceptLabel.objects.bulk_create(
        (
            ConceptLabel(concept_id=pk, language=language, text=text, preferred=preferred)
            for pk in sorted(changed)
            for text, preferred in wanted[pk].items()
        ),
        batch_size=ROWS_AT_ONCE,
    )
    return changed


@transaction.atomic
def write_links(rows: Sequence[LinkRow], ids: dict[str, int]) -> tuple[Counter[str], set[tuple[int, int]]]:
    """Write links between concepts that are known by id; what changed, and the pairs that were read."""
    wanted = {
        (ids[row.occupation], ids[row.skill]): row.essential
        for row in rows
        if row.occupation in ids and row.skill in ids
    }
    links = Link.objects.filter(occupation_id__in={occupation for occupation, _skill in wanted})
    now = {(occupation, skill): essential for occupation, skill, essential in links.values_list(*PAIR, "essential")}
    changed = {pair: essential for pair, essential in wanted.items() if now.get(pair) != essential}
    Link.objects.bulk_create(
        (Link(occupation_id=pair[0], skill_id=pair[1], essential=essential) for pair, essential in changed.items()),
        batch_size=ROWS_AT_ONCE,
        update_conflicts=True,
        unique_fields=["occupation", "skill"],
        update_fields=["essential"],
    )
    added = len(changed.keys() - now.keys())
    counts = Counter({ADDED: added, CHANGED: len(changed) - added, UNCHANGED: len(wanted) - len(changed)})
    counts[UNKNOWN] = sum(row.occupation not in ids or row.skill not in ids for row in rows)
    return counts, set(wanted)


PAIR = ("occupation_id", "skill_id")


@transaction.atomic
def drop_links(read: set[tuple[int, int]]) -> int:
    """Delete links that the newest file no longer has; how many."""
    now = Link.objects.filter(occupation__source=Origin.ESCO).values_list("pk", *PAIR)
    gone = [pk for pk, occupation, skill in now.iterator() if (occupation, skill) not in read]
    for start in range(0, len(gone), ROWS_AT_ONCE):
        Link.objects.filter(pk__in=gone[start : start + ROWS_AT_ONCE]).delete()
    return len(gone)


@transaction.atomic
def write_broader(rows: Iterable[BroaderRow]) -> int:
    """Note for each skill a wider one, where both are skills; how many changed."""
    skills = {one.uri: one for one in esco(Concept.Kind.SKILL)}
    wanted = {row.uri: row.broader for row in rows if row.uri in skills and row.broader in skills}
    changed = [skills[uri] for uri, broader in wanted.items() if skills[uri].attributes.get("broader") != broader]
    for one in changed:
        one.attributes["broader"] = wanted[one.uri]
    Concept.objects.bulk_update(changed, ["attributes"], batch_size=500)
    return len(changed)


@transaction.atomic
def retire(kind: Concept.Kind, version: str) -> int:
    """Put aside the concepts of other versions than the one just read; how many."""
    return esco(kind).filter(retired=False).exclude(version=version).update(retired=True) if version else 0


def esco_ids() -> dict[str, int]:
    """URI → id of everything that ESCO names."""
    return dict(Concept.objects.filter(source=Origin.ESCO).values_list("uri", "pk"))


def esco(kind: Concept.Kind) -> QuerySet[Concept]:
    return Concept.objects.filter(source=Origin.ESCO, kind=kind)

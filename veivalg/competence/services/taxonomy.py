"""Our own vocabulary as rows, and editions: freezing one, taking one into use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from django.db import transaction

from veivalg.audit.services import record
from veivalg.competence.engines import engine_file, frozen, write_engine
from veivalg.competence.models import Concept, ConceptLabel, Edition, Link
from veivalg.competence.models.taxonomy import Origin
from veivalg.competence.rows import esco_records, esco_versions
from veivalg.institutions.models import Person
from veivalg.matching import Occupation, Skill, Vocabulary, default_vocabulary

ROWS_AT_ONCE = 2_000


@transaction.atomic
def load_default_vocabulary() -> Edition:
    """Write our own vocabulary as rows and take it, with the ESCO that was imported, into use.

    Called at every set-up: does nothing when the newest edition already holds it.
    """
    vocabulary = default_vocabulary()
    newest = Concept.objects.filter(source=Origin.DEFAULT, retired=False).values_list("version", flat=True).first()
    active = Edition.objects.filter(active=True).defer("content").first()
    if active and newest == vocabulary.version:
        return active
    write_rows(vocabulary)
    edition = freeze_edition()
    take_into_use(edition=edition)
    return edition


def write_rows(vocabulary: Vocabulary) -> None:
    """Replace the rows of our own vocabulary; what ESCO says about the same concepts stays."""
    records: list[Skill | Occupation] = [*vocabulary.skills.values(), *vocabulary.occupations.values()]
    Concept.objects.filter(source=Origin.DEFAULT).update(retired=True)
    Concept.objects.bulk_create(
        [concept(one, vocabulary.version) for one in records],
        batch_size=ROWS_AT_ONCE,
        update_conflicts=True,
        unique_fields=["source", "uri"],
        update_fields=["kind", "version", "retired", "attributes"],
    )
    ids = dict(Concept.objects.filter(source=Origin.DEFAULT, retired=False).values_list("uri", "pk"))
    ConceptLabel.objects.filter(concept__source=Origin.DEFAULT, concept__retired=False).delete()
    ConceptLabel.objects.bulk_create(labels(records, ids), batch_size=ROWS_AT_ONCE)
    Link.objects.filter(occupation__source=Origin.DEFAULT).delete()
    Link.objects.bulk_create(links(vocabulary.occupations.values(), ids), batch_size=ROWS_AT_ONCE)


def concept(one: Skill | Occupation, version: str) -> Concept:
    is_skill = isinstance(one, Skill)
    left_out = {"uri", "labels", "aliases", "essential", "useful", "ours"}
    return Concept(
        uri=one.uri,
        kind=Concept.Kind.SKILL if is_skill else Concept.Kind.OCCUPATION,
        source=Origin.DEFAULT,
        version=version,
        attributes={key: value for key, value in asdict(one).items() if key not in left_out},
    )


def labels(records: Iterable[Skill | Occupation], ids: dict[str, int]) -> Iterator[ConceptLabel]:
    for one in records:
        for language in {*one.labels, *one.aliases}:
            label = one.labels.get(language)
            names = dict.fromkeys((label, *one.aliases.get(language, ())))
            for name in filter(None, names):
                yield ConceptLabel(
                    concept_id=ids[one.uri],
                    language=language,
                    text=name,
                    preferred=name == label,
                )


def links(occupations: Iterable[Occupation], ids: dict[str, int]) -> Iterator[Link]:
    for one in occupations:
        needed = dict.fromkeys(one.useful, False) | dict.fromkeys(one.essential, True)
        for uri, essential in needed.items():
            yield Link(occupation_id=ids[one.uri], skill_id=ids[uri], essential=essential)


def freeze_edition() -> Edition:
    """Merge what the rows say now into an edition, and write its file; the same content gives the same edition."""
    skills, occupations = esco_records()
    vocabulary = default_vocabulary()
    if skills or occupations:
        vocabulary = vocabulary.merged_with(skills, occupations)
    known = Edition.objects.filter(key=vocabulary.version).defer("content").first()
    if not engine_file(vocabulary.version).exists():
        write_engine(vocabulary.version, vocabulary)
    return known or Edition.objects.create(
        key=vocabulary.version,
        esco_versions=esco_versions(),
        skills=len(vocabulary.skills),
        occupations=len(vocabulary.occupations),
        content=frozen(vocabulary),
    )


@transaction.atomic
def take_into_use(*, edition: Edition, by: Person | None = None) -> None:
    """Let every process work with this edition from its next page on."""
    Edition.objects.filter(active=True).exclude(pk=edition.pk).update(active=False)
    changed = Edition.objects.filter(pk=edition.pk, active=False).update(active=True)
    if changed:
        record("taxonomy-edition-in-use", actor=by.pk if by else None, subject=edition, details={"key": edition.key})

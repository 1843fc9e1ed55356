"""Loading the framework: files in, rows out, the same rows however often it runs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from veivalg.framework.files import DATA, EditionData, ElementData, edition_folders, read_edition
from veivalg.framework.models import Edition, Element, ElementText

Ids = dict[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did with one edition."""

    edition: str
    elements: int
    retired: int
    changed: bool


@transaction.atomic
def load_framework(*, data: Path = DATA) -> list[Loaded]:
    """Bring every edition in the folder into the database, and make the newest one current: all of it or nothing."""
    editions = [read_edition(folder) for folder in edition_folders(data)]
    report = [load_edition(edition=edition) for edition in editions]
    newest = Edition.objects.order_by("-published_on", "-code").first()
    if newest and not newest.is_current:
        Edition.objects.filter(is_current=True).update(is_current=False)
        Edition.objects.filter(pk=newest.pk).update(is_current=True)
    return report


@transaction.atomic
def load_edition(*, edition: EditionData) -> Loaded:
    """Write one edition. What it no longer holds is retired; what it says already is not written again."""
    row, _new = Edition.objects.get_or_create(code=edition.code, defaults=head_of(edition))
    # Two processes that start at once must not write the same edition together.
    row = Edition.objects.select_for_update().get(pk=row.pk)
    if row.digest == edition.digest:
        return Loaded(edition.code, len(edition.elements), 0, changed=False)
    ids = write_elements(row, edition.elements)
    write_texts(ids, edition.elements)
    write_relations(ids, edition.elements)
    retired = row.elements.filter(retired_at=None).exclude(pk__in=ids.values()).update(retired_at=timezone.now())
    Edition.objects.filter(pk=row.pk).update(digest=edition.digest, **head_of(edition))
    return Loaded(edition.code, len(edition.elements), retired, changed=True)


def head_of(edition: EditionData) -> dict[str, object]:
    names = ("title", "title_language", "publisher", "source_url", "published_on")
    return {name: getattr(edition, name) for name in names}


def write_elements(row: Edition, elements: list[ElementData]) -> Ids:
    """Insert or update the elements, then join each to its parent; the row's id by kind and code."""
    fields = ["order", "mark", "source", "source_url", "ours", "retired_at"]
    rows = [
        Element(
            edition=row,
            kind=element.kind,
            code=element.code,
            **{name: getattr(element, name) for name in fields if name != "retired_at"},
        )
        for element in elements
    ]
    Element.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["edition", "kind", "code"], update_fields=fields
    )
    wanted = {element.key: element for element in elements}
    written = {(found.kind, found.code): found for found in row.elements.all() if (found.kind, found.code) in wanted}
    for key, found in written.items():
        parent = wanted[key].parent
        found.parent = written[parent] if parent else None
    Element.objects.bulk_update(written.values(), ["parent"], batch_size=100)
    return {key: found.pk for key, found in written.items()}


def write_texts(ids: Ids, elements: list[ElementData]) -> None:
    """The words of each element in exactly the languages that the files have."""
    ElementText.objects.filter(element__in=ids.values()).delete()
    ElementText.objects.bulk_create(
        ElementText(
            element_id=ids[element.key],
            language=language,
            title=text.title,
            summary=text.summary,
            body=text.body,
            points=text.points,
        )
        for element in elements
        for language, text in element.texts.items()
    )


def write_relations(ids: Ids, elements: list[ElementData]) -> None:
    """Which elements belong together; both ways, however the files say it."""
    through = Element.related.through
    pairs = {(ids[element.key], ids[other]) for element in elements for other in element.related}
    pairs |= {(other, one) for one, other in pairs}
    through.objects.filter(from_element__in=ids.values()).delete()
    through.objects.bulk_create(through(from_element_id=one, to_element_id=other) for one, other in sorted(pairs))

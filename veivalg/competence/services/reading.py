"""Handing in a text, reading it, and letting it go again."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veivalg.competence.engines import current_engine
from veivalg.competence.models import Mention, SkillClaim, Source, Upload
from veivalg.competence.services.acts import lock
from veivalg.core.errors import DomainError
from veivalg.institutions.models import Person
from veivalg.matching import FoundSkill, Reading
from veivalg.text.documents import UnreadableDocument
from veivalg.text.documents.bounded import read_in_child
from veivalg.text.documents.cleaning import clean
from veivalg.text.documents.reading import check_size

LONGEST_PASTE = 50_000
TEXT_KEPT_FOR = timedelta(days=7)
State = Source.State


class NoText(DomainError):
    """There is nothing to read."""


class TextTooLong(DomainError):
    """More than is read while somebody waits."""


@transaction.atomic
def paste_text(*, person: Person, text: str, keep: bool = False) -> Source:
    """Read a text that was pasted; the same text twice is one source."""
    cleaned = clean(text)
    if not cleaned:
        raise NoText(_("Write or paste something first."))
    if len(cleaned) > LONGEST_PASTE:
        raise TextTooLong(
            _("The text has %(count)s characters. We read up to %(most)s at a time: paste the part that says most.")
            % {"count": len(cleaned), "most": LONGEST_PASTE}
        )
    lock(person)
    source, _new = Source.objects.get_or_create(
        person=person, digest=digest(cleaned.encode()), defaults={"kind": Source.Kind.PASTED, "keep_text": keep}
    )
    source.keep_text = keep
    write_reading(source, cleaned)
    return source


@transaction.atomic
def hand_in_file(*, person: Person, content: bytes, name: str, keep: bool = False) -> Source:
    """Take in a file for the worker to read; the same file twice is one source. Raises UnreadableDocument by size."""
    check_size(len(content))
    lock(person)
    source, _new = Source.objects.get_or_create(
        person=person, digest=digest(content), defaults={"kind": Source.Kind.FILE}
    )
    source.file_name, source.keep_text = clean(name)[-200:], keep
    source.state, source.error, source.error_details = State.WAITING, "", {}
    source.save()
    Upload.objects.update_or_create(source=source, defaults={"content": content})
    return source


def read_file(*, source_id: int) -> None:
    """Read a file that was handed in. Safe to run twice: a source without its file has been read already."""
    upload = Upload.objects.filter(source=source_id).select_related("source").first()
    if upload is None:
        return
    try:
        document = read_in_child(bytes(upload.content), upload.source.file_name)
    except UnreadableDocument as refusal:
        refuse(upload, refusal)
        return
    with transaction.atomic():
        lock(upload.source.person)
        source = Source.objects.filter(pk=source_id).first()
        if source is None:  # deleted while it was read
            return
        source.kind = Source.Kind.ORCID if document.kind == "orcid" else Source.Kind.FILE
        write_reading(source, document.text)
        upload.delete()


@transaction.atomic
def refuse(upload: Upload, refusal: UnreadableDocument) -> None:
    """Note why a file could not be read, and let go of it."""
    changed = {"state": State.FAILED, "error": refusal.code, "error_details": refusal.details, "text": ""}
    Source.objects.filter(pk=upload.source_id).update(**changed)
    upload.delete()


def write_reading(source: Source, text: str) -> None:
    """Write down a text and what the engine finds in it: new skills become suggestions, decided ones stay decided."""
    engine = current_engine()
    reading = engine.read(text)
    source.text, source.language, source.read_at = text, reading.language, timezone.now()
    source.state = State.READ if reading.status == "ok" else State.TOO_LITTLE
    source.save()
    write_mentions(source, reading)


def write_mentions(source: Source, reading: Reading) -> None:
    found: dict[str, FoundSkill] = {skill.uri: skill for skill in reading.skills}
    SkillClaim.objects.bulk_create(
        [SkillClaim(person=source.person, uri=uri, state=SkillClaim.State.SUGGESTED) for uri in found],
        ignore_conflicts=True,
    )
    claims = dict(SkillClaim.objects.filter(person=source.person, uri__in=found).values_list("uri", "pk"))
    Mention.objects.filter(source=source).delete()
    Mention.objects.bulk_create(
        [
            Mention(claim_id=claims[skill.uri], source=source, start=skill.start, end=skill.end, rank=rank)
            for rank, skill in enumerate(found.values())
        ]
    )


@transaction.atomic
def finish_text(*, person: Person, source: Source) -> None:
    """The person is done with a text: it goes, unless they asked to keep it. What they confirmed stays."""
    lock(person)
    if not source.keep_text:
        forget(source)


@transaction.atomic
def keep_text(*, person: Person, source: Source, keep: bool) -> None:
    """Keep a text until the person deletes it, or only until they are done."""
    Source.objects.filter(pk=source.pk, person=person).update(keep_text=keep)


@transaction.atomic
def delete_source(*, person: Person, source: Source) -> None:
    """Delete a text, the passages in it, and the undecided suggestions that no other text gives."""
    lock(person)
    claims = list(source.mentions.values_list("claim_id", flat=True))
    source.delete()
    SkillClaim.objects.filter(pk__in=claims, state=SkillClaim.State.SUGGESTED, mentions=None).delete()


@transaction.atomic
def forget_old_texts() -> int:
    """Let go of texts that nobody asked to keep, a week after they were read; how many. For the daily round."""
    old = Source.objects.filter(keep_text=False, read_at__lt=timezone.now() - TEXT_KEPT_FOR).exclude(text="")
    sources = list(old)
    for source in sources:
        forget(source)
    return len(sources)


def forget(source: Source) -> None:
    source.mentions.all().delete()
    Source.objects.filter(pk=source.pk).update(text="")


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

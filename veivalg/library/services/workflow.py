"""Draft → in review → published → archived. Whoever wrote never approves; a state changes by compare-and-swap."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veivalg.core.errors import DomainError
from veivalg.institutions.models import Institution, Person
from veivalg.library.content import SLUG, Content, as_data, check, from_data
from veivalg.library.found import push
from veivalg.library.models import Article, Revision, Step
from veivalg.library.services.live import locked, new_revision, put_live, review_day, step

State = Revision.State


class NotNow(DomainError):
    """The article is not where the person thought it was."""


class SavedMeanwhile(DomainError):
    """Somebody saved the draft while this person was writing."""


class SamePerson(DomainError):
    """Who wrote an article cannot approve it."""


class SlugTaken(DomainError):
    """Another article has the address."""


@transaction.atomic
def begin_article(
    *, by: Person, slug: str, institution: Institution | None, content: Content, public: bool = True
) -> Revision:
    """Begin a new article; without an institution it is shared."""
    if not SLUG.fullmatch(slug):
        raise SlugTaken(_("The address can hold small letters, digits and hyphens."))
    try:
        with transaction.atomic():
            article = Article.objects.create(slug=slug, institution=institution, public=public)
    except IntegrityError as error:
        raise SlugTaken(_("Another article has this address already.")) from error
    revision = new_revision(article, content, author=by, state=State.DRAFT)
    step(article, Step.Kind.BEGUN, by=by, revision=revision)
    return revision


@transaction.atomic
def begin_revision(*, by: Person, article: Article) -> Revision:
    """Go on writing: the open draft if there is one, else a new draft of what stands there now."""
    article = locked(article)
    opened = article.revisions.filter(state__in=Revision.OPEN).first()
    if opened:
        return opened
    live = article.revisions.filter(state=State.PUBLISHED).first()
    return draft_from(article, live or article.revisions.exclude(state=State.PROPOSED).first(), by=by)


@transaction.atomic
def restore(*, by: Person, revision: Revision) -> Revision:
    """Begin a draft with the words of an earlier revision, or of the one that the product proposes."""
    article = locked(revision.article)
    if article.revisions.filter(state__in=Revision.OPEN).exists():
        raise NotNow(_("There is a draft already. Finish or drop it first."))
    draft = draft_from(article, revision, by=by)
    article.revisions.filter(pk=revision.pk, state=State.PROPOSED).update(state=State.DROPPED)
    return draft


def draft_from(article: Article, revision: Revision | None, *, by: Person) -> Revision:
    if revision is None:
        raise NotNow(_("There is nothing to go on with."))
    draft = new_revision(article, from_data(revision.content), author=by, state=State.DRAFT)
    step(article, Step.Kind.BEGUN, by=by, revision=draft)
    return draft


@transaction.atomic
def save_draft(*, by: Person, revision: Revision, content: Content, saves: int) -> Revision:
    """Keep what was written, unless somebody saved since the person opened it (`saves` then)."""
    changed = Revision.objects.filter(pk=revision.pk, state=State.DRAFT, saves=saves).update(
        content=as_data(content), author=by, saves=saves + 1, saved_at=timezone.now()
    )
    if not changed:
        raise SavedMeanwhile(
            _("Somebody else saved this draft or sent it on while you were writing. Your text is still in the form.")
        )
    step(revision.article, Step.Kind.SAVED, by=by, revision=revision)
    return Revision.objects.get(pk=revision.pk)


@transaction.atomic
def send_to_review(*, by: Person, revision: Revision) -> None:
    """Ask a second person. What is not complete is refused here, not by the reader."""
    check(from_data(revision.content))
    move(revision, State.DRAFT, State.REVIEW)
    step(revision.article, Step.Kind.SENT, by=by, revision=revision)


@transaction.atomic
def send_back(*, by: Person, revision: Revision, note: str) -> None:
    """Give a draft back to its author, with a word on why; also one that waits for its day."""
    article = locked(revision.article)
    current = article.revisions.get(pk=revision.pk)
    if current.state not in {State.REVIEW, State.SCHEDULED}:
        raise NotNow(_("This was dealt with meanwhile."))
    move(current, State(current.state), State.DRAFT, approved_by=None, publish_at=None)
    step(article, Step.Kind.RETURNED, by=by, revision=current, note=note)


@transaction.atomic
def approve(*, by: Person, revision: Revision, publish_at: datetime | None = None) -> Revision:
    """Approve what somebody else wrote: it appears at once, or when its time comes."""
    article = locked(revision.article)
    if wrote(by, revision):
        raise SamePerson(_("You wrote this yourself. A second person has to approve it."))
    later = publish_at is not None and publish_at > timezone.now()
    move(revision, State.REVIEW, State.SCHEDULED, approved_by=by, publish_at=publish_at or timezone.now())
    step(article, Step.Kind.APPROVED, by=by, revision=revision)
    if not later:
        publish(article, revision)
    return Revision.objects.get(pk=revision.pk)


def wrote(person: Person, revision: Revision) -> bool:
    """Whether the person had a hand in the revision."""
    hands = revision.steps.filter(kind__in=[Step.Kind.BEGUN, Step.Kind.SAVED, Step.Kind.SENT], by=person)
    return Revision.objects.filter(pk=revision.pk, author=person).exists() or hands.exists()


def publish(article: Article, revision: Revision) -> None:
    put_live(article, Revision.objects.get(pk=revision.pk))
    step(article, Step.Kind.PUBLISHED, by=None, revision=revision)


def publish_due() -> int:
    """Publish what was approved for a time that has come; the number of articles. Safe in several workers."""
    due = Revision.objects.filter(state=State.SCHEDULED, publish_at__lte=timezone.now())
    return sum(publish_one(pk) for pk in list(due.values_list("pk", flat=True)))


@transaction.atomic
def publish_one(revision_id: int) -> bool:
    revision = Revision.objects.select_related("article").get(pk=revision_id)
    article = locked(revision.article)
    if not Revision.objects.filter(pk=revision_id, state=State.SCHEDULED, publish_at__lte=timezone.now()).exists():
        return False
    publish(article, revision)
    return True


@transaction.atomic
def archive(*, by: Person, article: Article) -> None:
    """Take an article from the shelf. Nothing is lost: it can be shown again."""
    article = locked(article)
    if article.state != Article.State.PUBLISHED:
        raise NotNow(_("The article is not on the shelf."))
    Article.objects.filter(pk=article.pk).update(state=Article.State.ARCHIVED)
    push(article)
    step(article, Step.Kind.ARCHIVED, by=by, revision=None)


@transaction.atomic
def revive(*, by: Person, article: Article) -> None:
    """Put an archived article back as it was."""
    article = locked(article)
    if article.state != Article.State.ARCHIVED:
        raise NotNow(_("The article is not archived."))
    Article.objects.filter(pk=article.pk).update(state=Article.State.PUBLISHED)
    push(article)
    step(article, Step.Kind.REVIVED, by=by, revision=None)


@transaction.atomic
def confirm(*, by: Person, article: Article) -> None:
    """A second person has looked over what stands there, and it still holds."""
    article = locked(article)
    if article.state != Article.State.PUBLISHED:
        raise NotNow(_("The article is not on the shelf."))
    if article.author_id == by.pk:
        raise SamePerson(_("You wrote this yourself. A second person has to approve it."))
    now = timezone.now()
    live = article.revisions.get(state=State.PUBLISHED)
    Article.objects.filter(pk=article.pk).update(
        checked_by=by, checked_at=now, review_on=review_day(from_data(live.content), now.date())
    )
    step(article, Step.Kind.CONFIRMED, by=by, revision=live)


@transaction.atomic
def drop(*, by: Person, revision: Revision) -> None:
    """Give up a draft or a proposal. Its words stay in the history."""
    move(revision, State(revision.state), State.DROPPED, among={State.DRAFT, State.PROPOSED})
    step(revision.article, Step.Kind.DROPPED, by=by, revision=revision)


def move(
    revision: Revision,
    before: Revision.State,
    after: Revision.State,
    *,
    among: set[State] | None = None,
    **fields: object,
) -> None:
    """Change a revision's state if it is still what it was."""
    allowed = among is None or before in among
    if not allowed or Revision.objects.filter(pk=revision.pk, state=before).update(state=after, **fields) != 1:
        raise NotNow(_("This was dealt with meanwhile."))

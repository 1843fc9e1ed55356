"""Invitations by e-mail link. The secret stands in the mail alone; the database keeps its digest."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from veivalg.accounts.models import User
from veivalg.audit.services import record
from veivalg.core.errors import DomainError
from veivalg.institutions.models import Institution, Invitation, Membership, Person
from veivalg.institutions.roles import Role
from veivalg.institutions.scoping import across_institutions, acting_for
from veivalg.institutions.services.people import give_role, make_person
from veivalg.institutions.services.setup import found_institution, load_position_types

VALID_FOR = timedelta(days=14)
KEPT_UNANSWERED = timedelta(days=365)


class AlreadyInvited(DomainError):
    """One open invitation per address and role."""


class InvitationClosed(DomainError):
    """Used, withdrawn or too old."""


class ForSomebodyElse(DomainError):
    """The person who is signed in is not the one who was invited."""


def digest(secret: str) -> str:
    """What the database keeps of a secret: nobody can go back from it to the link."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def begin_institution(
    *, slug: str, kind: str, names: dict[str, str], coordinator: str, language: str, ror_id: str = ""
) -> Institution:
    """Make an institution and invite its first coordinator, who does the rest."""
    load_position_types()
    institution = found_institution(slug=slug, kind=kind, names=names, default_language=language, ror_id=ror_id)
    invite(institution=institution, email=coordinator, role=Role.COORDINATOR, language=language)
    return institution


@transaction.atomic
def invite(
    *, institution: Institution, email: str, role: Role, language: str, by: Person | None = None, name: str = ""
) -> Invitation:
    """Send somebody a link that gives one role."""
    secret, now = secrets.token_urlsafe(32), timezone.now()
    try:
        with transaction.atomic(), acting_for(institution):
            invitation = Invitation.objects.create(
                institution=institution,
                digest=digest(secret),
                email=email.strip().lower(),
                name=name,
                role=role,
                language=language,
                invited_by=by,
                sent_at=now,
                expires_at=now + VALID_FOR,
            )
    except IntegrityError as error:
        raise AlreadyInvited(_("%(email)s has been invited to this role already.") % {"email": email}) from error
    send(invitation, secret)
    note("invitation-sent", invitation, by)
    return invitation


def invite_all(
    *, institution: Institution, people: list[tuple[str, str]], role: Role, language: str, by: Person
) -> tuple[list[Invitation], list[DomainError]]:
    """Invite several, given as name and address. One that is refused does not hold up the others."""
    sent, refused = [], []
    for name, email in people:
        try:
            sent.append(invite(institution=institution, email=email, role=role, language=language, by=by, name=name))
        except DomainError as error:
            refused.append(error)
    return sent, refused


@transaction.atomic
def resend_invitation(*, invitation: Invitation, by: Person) -> Invitation:
    """Send a new link with a new fortnight. The old link no longer works, since nobody knows its secret."""
    secret, now = secrets.token_urlsafe(32), timezone.now()
    with acting_for(invitation.institution):
        renewed = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None).update(
            digest=digest(secret), sent_at=now, expires_at=now + VALID_FOR
        )
    if not renewed:
        raise InvitationClosed(_("This invitation has been used or withdrawn."))
    invitation.sent_at, invitation.expires_at = now, now + VALID_FOR
    send(invitation, secret)
    note("invitation-resent", invitation, by)
    return invitation


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: Person) -> None:
    """Make the link useless."""
    with acting_for(invitation.institution):
        withdrawn = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None).update(
            withdrawn_at=timezone.now()
        )
    if not withdrawn:
        raise InvitationClosed(_("This invitation has been used or withdrawn."))
    note("invitation-withdrawn", invitation, by)


@transaction.atomic
def accept_invitation(
    *, invitation: Invitation, user: User, person: Person | None, name: str, language: str
) -> Membership:
    """Take the role: only the invited address can, and once. A second click by the same person changes nothing."""
    if user.email.lower() != invitation.email:
        raise ForSomebodyElse(
            _("This invitation was sent to %(email)s, and you are signed in as %(other)s.")
            % {"email": invitation.email, "other": user.email}
        )
    now = timezone.now()
    with acting_for(invitation.institution):
        first = Invitation.objects.filter(
            pk=invitation.pk, accepted_at=None, withdrawn_at=None, expires_at__gt=now
        ).update(accepted_at=now)
        before = Membership.objects.filter(person=person, role=invitation.role, until=None).first() if person else None
    if not first:
        if before:
            return before
        raise InvitationClosed(_("This invitation has been used or withdrawn, or it is too old. Ask for a new one."))
    whom = person or make_person(name=name, email=user.email, language=language, user=user)
    note("invitation-accepted", invitation, whom)
    return give_role(institution=invitation.institution, person=whom, role=Role(invitation.role))


@transaction.atomic
def forget_old_invitations() -> int:
    """Delete invitations that nobody took within a year; the number of them. The worker does it daily."""
    with across_institutions(reason="retention of invitations"):
        old = Invitation.objects.filter(accepted_at=None, sent_at__lt=timezone.now() - KEPT_UNANSWERED)
        forgotten, _by_model = old.delete()
    return forgotten


def send(invitation: Invitation, secret: str) -> None:
    """The mail, in the language that the coordinator chose for the reader."""
    path = reverse("institutions:invitation", args=[invitation.institution.slug, secret])
    with translation.override(invitation.language):
        words = {
            "institution": invitation.institution,
            "role": invitation.get_role_display(),
            "invited_by": invitation.invited_by,
            "name": invitation.name,
            "expires_at": invitation.expires_at,
            "link": settings.BASE_URL.rstrip("/") + path,
        }
        subject = render_to_string("institutions/mails/invitation_subject.txt", words).strip()
        body = render_to_string("institutions/mails/invitation.txt", words)
    send_mail(subject, body, None, [invitation.email])


def note(action: str, invitation: Invitation, by: Person | None) -> None:
    record(
        action,
        actor=by.pk if by else None,
        institution=invitation.institution_id,
        subject=invitation,
        details={"role": invitation.role},
    )

"""May this address come in? Asked before anybody is signed in, so across institutions, which the audit log keeps."""

from __future__ import annotations

from django.utils import timezone

from veivalg.institutions.models import ApprovedDomain, Institution, Invitation, Person
from veivalg.institutions.scoping import across_institutions


def may_enter(email: str) -> bool:
    """Whether an account may be made: invited, entered by an institution, or at an approved domain."""
    email = email.strip().lower()
    if Person.objects.filter(email=email, user=None).exists():
        return True
    with across_institutions(reason="may this address come in"):
        invited = Invitation.objects.filter(
            email=email, accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now()
        )
        return invited.exists() or ApprovedDomain.objects.filter(domain=domain_of(email)).exists()


def institution_for_address(email: str) -> Institution | None:
    """The institution that has approved the domain of the address."""
    with across_institutions(reason="which institution approved this domain"):
        approved = ApprovedDomain.objects.filter(domain=domain_of(email)).select_related("institution").first()
        return approved.institution if approved else None


def domain_of(email: str) -> str:
    """
    >>> domain_of("Ingrid@Nordhavn.Example")
    'nordhavn.example'
    """
    return email.rpartition("@")[2].lower()

"""E-mail domains at which an institution's own staff receive mail: a way in without any list of names."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from veivalg.audit.services import record
from veivalg.core.errors import DomainError
from veivalg.institutions.models import ApprovedDomain, Institution, Person
from veivalg.institutions.scoping import acting_for

PUBLIC_PROVIDERS = Path(__file__).resolve().parent.parent / "data" / "public_mail_domains.txt"


class OpenToEverybody(DomainError):
    """An address at a public provider says nothing about where its owner works."""


class DomainTaken(DomainError):
    """A domain leads to one institution."""


@cache
def public_providers() -> frozenset[str]:
    lines = PUBLIC_PROVIDERS.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@transaction.atomic
def approve_domain(*, institution: Institution, domain: str, by: Person | None = None) -> ApprovedDomain:
    """Let in everybody who receives mail at exactly this domain (not below it), as a researcher."""
    domain = domain.strip().lower()
    if domain in public_providers():
        raise OpenToEverybody(
            _("Anybody can get an address at %(domain)s. Approve only domains of the institution's own.")
            % {"domain": domain}
        )
    try:
        with transaction.atomic(), acting_for(institution):
            approved = ApprovedDomain.objects.create(institution=institution, domain=domain)
    except IntegrityError as error:
        raise DomainTaken(_("This domain has been approved already.")) from error
    record(
        "domain-approved",
        actor=by.pk if by else None,
        institution=institution.pk,
        subject=approved,
        details={"domain": domain},
    )
    return approved


@transaction.atomic
def withdraw_domain(*, domain: ApprovedDomain, by: Person) -> None:
    """Let nobody new in by this domain. Whoever is here stays."""
    record(
        "domain-withdrawn",
        actor=by.pk,
        institution=domain.institution_id,
        subject=domain,
        details={"domain": domain.domain},
    )
    with acting_for(domain.institution):
        domain.delete()

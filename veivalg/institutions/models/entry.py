"""Ways in without an HR file: an invitation, or an e-mail domain that the institution has approved."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from veivalg.institutions.models.people import Person
from veivalg.institutions.roles import Role
from veivalg.institutions.scoping import InstitutionOwned


class Invitation(InstitutionOwned):
    """A link that gives one person one role. Only a digest of the secret is kept."""

    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the secret in the link.")
    email = models.EmailField()
    name = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=20, choices=Role)
    invited_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    # The language of the mail: nobody knows yet which one the reader prefers.
    language = models.CharField(max_length=10, default="nb")
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta(InstitutionOwned.Meta):
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                "institution",
                Lower("email"),
                "role",
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="one_open_invitation_per_address_and_role",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None), name="invitation_is_accepted_or_withdrawn"
            ),
        ]

    def __str__(self) -> str:
        return self.email


class ApprovedDomain(InstitutionOwned):
    """Whoever can receive mail at this domain may come in as a researcher, with a self-stated position."""

    domain = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(InstitutionOwned.Meta):
        ordering = ["domain"]
        constraints = [
            models.UniqueConstraint(Lower("domain"), name="one_institution_per_domain"),
            models.CheckConstraint(condition=~Q(domain__contains="@"), name="domain_without_at"),
        ]

    def __str__(self) -> str:
        return self.domain

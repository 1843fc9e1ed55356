"""Institutions, their units and people, and how they belong together."""

from __future__ import annotations

from veivalg.institutions.models.affiliations import Affiliation, Leave, PositionType, PositionTypeName
from veivalg.institutions.models.entry import ApprovedDomain, Invitation
from veivalg.institutions.models.institutions import Institution, InstitutionName, Unit, UnitName
from veivalg.institutions.models.people import Membership, Person, PlatformMembership, Relation

__all__ = [
    "Affiliation",
    "ApprovedDomain",
    "Institution",
    "InstitutionName",
    "Invitation",
    "Leave",
    "Membership",
    "Person",
    "PlatformMembership",
    "PositionType",
    "PositionTypeName",
    "Relation",
    "Unit",
    "UnitName",
]

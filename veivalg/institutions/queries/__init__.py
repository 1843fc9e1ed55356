"""Lists and look-ups of institutions and people."""

from __future__ import annotations

from veivalg.institutions.queries.entry import institution_for_address, may_enter
from veivalg.institutions.queries.membership import member_for
from veivalg.institutions.queries.people import (
    MemberRow,
    approved_domains,
    as_rows,
    member_rows,
    open_invitations,
    position_types,
    roles_of,
    unit_tree,
    units_of,
)
from veivalg.institutions.queries.positions import (
    derived_phase,
    may_use_offering,
    needs_position,
    on_leave,
    phase_of,
    terms_of,
)

__all__ = [
    "MemberRow",
    "approved_domains",
    "as_rows",
    "derived_phase",
    "institution_for_address",
    "may_enter",
    "may_use_offering",
    "member_for",
    "member_rows",
    "needs_position",
    "on_leave",
    "open_invitations",
    "phase_of",
    "position_types",
    "roles_of",
    "terms_of",
    "unit_tree",
    "units_of",
]

"""What people do with institutions, roles and positions; one function per intention."""

from __future__ import annotations

from veivalg.institutions.services.domains import (
    DomainTaken,
    OpenToEverybody,
    approve_domain,
    withdraw_domain,
)
from veivalg.institutions.services.entry import (
    claim_person,
    enter_by_domain,
    follow_address,
)
from veivalg.institutions.services.invitations import (
    AlreadyInvited,
    ForSomebodyElse,
    InvitationClosed,
    accept_invitation,
    begin_institution,
    digest,
    forget_old_invitations,
    invite,
    invite_all,
    resend_invitation,
    withdraw_invitation,
)
from veivalg.institutions.services.people import (
    LastCoordinator,
    RoleHasEnded,
    change_own_settings,
    end_role,
    give_role,
    make_person,
    relate,
)
from veivalg.institutions.services.positions import (
    FromStaffRegister,
    LeaveOutsidePosition,
    NotAtThisInstitution,
    PositionFields,
    change_position,
    choose_phase,
    remove_position,
    state_position,
)
from veivalg.institutions.services.setup import (
    SlugTaken,
    UnitCodeTaken,
    add_unit,
    change_institution,
    found_institution,
    load_position_types,
    rename_unit,
)

__all__ = [
    "AlreadyInvited",
    "DomainTaken",
    "ForSomebodyElse",
    "FromStaffRegister",
    "InvitationClosed",
    "LastCoordinator",
    "LeaveOutsidePosition",
    "NotAtThisInstitution",
    "OpenToEverybody",
    "PositionFields",
    "RoleHasEnded",
    "SlugTaken",
    "UnitCodeTaken",
    "accept_invitation",
    "add_unit",
    "approve_domain",
    "begin_institution",
    "change_institution",
    "change_own_settings",
    "change_position",
    "choose_phase",
    "claim_person",
    "digest",
    "end_role",
    "enter_by_domain",
    "follow_address",
    "forget_old_invitations",
    "found_institution",
    "give_role",
    "invite",
    "invite_all",
    "load_position_types",
    "make_person",
    "relate",
    "remove_position",
    "rename_unit",
    "resend_invitation",
    "state_position",
    "withdraw_domain",
    "withdraw_invitation",
]

"""What the pages of this app show, ready to be written down by a template."""

from __future__ import annotations

from veivalg.competence.queries.editions import editions, newest_runs
from veivalg.competence.queries.matches import Card, Matches, card_for, cards_for, matches_for, wishes_of
from veivalg.competence.queries.profile import Profile, name_of_claim, profile_of, quotes_of
from veivalg.competence.queries.review import Review, review_of, text_review
from veivalg.competence.queries.state import ProfileState, last_act, profile_state, sources_of

__all__ = [
    "Card",
    "Matches",
    "Profile",
    "ProfileState",
    "Review",
    "card_for",
    "cards_for",
    "editions",
    "last_act",
    "matches_for",
    "name_of_claim",
    "newest_runs",
    "profile_of",
    "profile_state",
    "quotes_of",
    "review_of",
    "sources_of",
    "text_review",
    "wishes_of",
]

"""Who sees what, in plain words: the table of the privacy page. A change of `institutions.roles` belongs here, too."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Sight:
    """What one kind of reader sees, and what not."""

    who: str | Promise
    sees: str | Promise
    hidden: str | Promise


SIGHT = [
    Sight(
        _("You"),
        _("All that is kept about you, and who has done something with it."),
        _("What is kept about others."),
    ),
    Sight(
        _("Career counsellor"),
        _("What you choose to tell or show."),
        _("Your pages, your texts, your competence, whether you use Veivalg."),
    ),
    Sight(
        _("Supervisor, leader, HR"),
        _("Nothing about you."),
        _("Your pages, your texts, your competence, your phase, whether you use Veivalg or ask for a talk."),
    ),
    Sight(
        _("Coordinator at your institution"),
        _("Your name, your e-mail address, your roles here and since when."),
        _("Your pages, your texts, your competence, your phase, whether you use Veivalg."),
    ),
    Sight(
        _("Data protection officer"),
        _("Which kinds of data are kept, why and for how long."),
        _("What you have written."),
    ),
    Sight(
        _("Operator of the platform"),
        _("Queues, states and numbers."),
        _("What you have written, what mails say, sign-in codes."),
    ),
]

"""The few numbers that tell whether the site is well. Sums over everybody, never about somebody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version

from django.db.models import Count
from django_tasks_db.models import DBTaskResult

from veivalg.accounts.models import User
from veivalg.institutions.models import Institution
from veivalg.notifications.models import Mail


@dataclass(frozen=True, slots=True)
class Gauge:
    """A number, or several of them told apart by a label."""

    name: str
    help: str
    label: str
    values: dict[str, int]

    def text(self) -> str:
        """Prometheus' text format.

        >>> print(Gauge("veivalg_accounts", "Accounts.", "", {"": 3}).text(), end="")
        # HELP veivalg_accounts Accounts.
        # TYPE veivalg_accounts gauge
        veivalg_accounts 3
        """
        head = [f"# HELP {self.name} {self.help}", f"# TYPE {self.name} gauge"]
        lines = [f"{self.name}{self.labelled(value)} {number}" for value, number in self.values.items()]
        return "\n".join([*head, *lines]) + "\n"

    def labelled(self, value: str) -> str:
        return f'{{{self.label}="{value}"}}' if self.label else ""


def gauges() -> list[Gauge]:
    """Four queries."""
    return [
        Gauge("veivalg_build", "The version that runs.", "version", {version("veivalg"): 1}),
        Gauge("veivalg_accounts", "Accounts that can sign in.", "", {"": User.objects.filter(is_active=True).count()}),
        Gauge("veivalg_institutions", "Institutions.", "", {"": Institution.objects.count()}),
        Gauge("veivalg_mails", "Mails by state.", "state", counted(Mail.objects.values_list("state"))),
        Gauge("veivalg_jobs", "Jobs by status.", "status", counted(DBTaskResult.objects.values_list("status"))),
    ]


def counted(rows: Iterable[tuple[str]]) -> dict[str, int]:
    return dict(rows.annotate(n=Count("pk")).order_by())  # type: ignore[attr-defined]

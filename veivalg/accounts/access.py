"""Which accounts may be reached, and by what."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from veivalg.accounts.models import User


def get_demo_account(demo_name: str) -> User:
    """The invented person with this name; 404 for everybody else."""
    return get_object_or_404(User, demo_name=demo_name, is_active=True)

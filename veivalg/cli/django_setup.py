"""Starts Django for the commands that need it."""

from __future__ import annotations

import os


def setup() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "veivalg.config.settings")
    import django

    django.setup()

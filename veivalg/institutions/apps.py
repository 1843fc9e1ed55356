from __future__ import annotations

from django.apps import AppConfig


class InstitutionsConfig(AppConfig):
    name = "veivalg.institutions"

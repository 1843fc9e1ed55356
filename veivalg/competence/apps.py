from __future__ import annotations

from django.apps import AppConfig


class CompetenceConfig(AppConfig):
    name = "veivalg.competence"

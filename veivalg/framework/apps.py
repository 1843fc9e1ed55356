from __future__ import annotations

from django.apps import AppConfig


class FrameworkConfig(AppConfig):
    name = "veivalg.framework"

from __future__ import annotations

from django.urls import path

from veivalg.core import health, views

urlpatterns = [
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
    path("language/", views.choose_language, name="language"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("theme/", views.choose_theme, name="theme"),
]

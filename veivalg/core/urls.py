from __future__ import annotations

from django.urls import path

from veivalg.core import views

urlpatterns = [
    path("language/", views.choose_language, name="language"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("theme/", views.choose_theme, name="theme"),
]

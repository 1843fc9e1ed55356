"""All addresses of the product."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("veivalg.home.urls")),
    path("", include("veivalg.core.urls")),
    path("accounts/", include("veivalg.accounts.urls")),
    path("", include("veivalg.institutions.urls")),
    path("framework/", include("veivalg.framework.urls")),
    path("", include("veivalg.competence.urls")),
    path("", include("veivalg.notifications.urls")),
]

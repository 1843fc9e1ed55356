"""All addresses of the product."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("veivalg.home.urls")),
    path("", include("veivalg.core.urls")),
    path("accounts/", include("veivalg.accounts.urls")),
    path("", include("veivalg.institutions.urls")),
    path("framework/", include("veivalg.framework.urls")),
    path("library/", include("veivalg.library.urls")),
    path("", include("veivalg.competence.urls")),
    path("", include("veivalg.notifications.urls")),
]

handler400 = "veivalg.core.views_errors.bad_request"
handler403 = "veivalg.core.views_errors.forbidden"
handler404 = "veivalg.core.views_errors.not_found"
handler500 = "veivalg.core.views_errors.server_error"

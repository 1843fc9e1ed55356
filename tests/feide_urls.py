"""The addresses of a site that has Feide switched on."""

from __future__ import annotations

from django.urls import include, path

from veivalg.accounts.urls import feide_patterns
from veivalg.config.urls import urlpatterns as all_addresses

urlpatterns = [*all_addresses, path("accounts/", include(feide_patterns))]

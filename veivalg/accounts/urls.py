from __future__ import annotations

from django.conf import settings
from django.urls import path

from veivalg.accounts import views

urlpatterns = []
if settings.DEMO:
    urlpatterns += [path("demo/<slug:demo_name>/", views.demo_sign_in, name="demo-sign-in")]

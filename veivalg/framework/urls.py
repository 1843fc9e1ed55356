from __future__ import annotations

from django.urls import path

from veivalg.framework import views

app_name = "framework"
urlpatterns = [
    path("", views.model, name="model"),
    path("words/", views.words, name="words"),
    path("<slug:kind>/", views.kind, name="kind"),
    path("<slug:kind>/<slug:code>/", views.element, name="element"),
]

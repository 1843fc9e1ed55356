from __future__ import annotations

from django.urls import path

from veivalg.home import views, views_about, views_data, views_site

app_name = "home"
urlpatterns = [
    path("", views.front, name="front"),
    path("about/", views_about.about, name="about"),
    path("about/privacy/", views_about.privacy, name="privacy"),
    path("about/accessibility/", views_about.accessibility, name="accessibility"),
    path("me/data/", views_data.data, name="data"),
    path("me/data/export/", views_data.export, name="export"),
    path("me/data/delete/", views_data.delete, name="delete"),
    path("robots.txt", views_site.robots, name="robots"),
    path(".well-known/security.txt", views_site.security, name="security"),
    path("metrics", views_site.metrics, name="metrics"),
]

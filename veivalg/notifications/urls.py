from __future__ import annotations

from django.conf import settings
from django.urls import path

from veivalg.notifications import views, views_manage

app_name = "notifications"
urlpatterns = [
    path("me/inbox/", views.inbox, name="inbox"),
    path("me/inbox/read/", views.read_all, name="read-all"),
    path("me/inbox/<int:notice_id>/read/", views.read, name="read"),
    path("me/notifications/", views.preferences, name="preferences"),
    path("operator/mail/", views_manage.queue, name="queue"),
    path("operator/mail/<int:mail_id>/again/", views_manage.again, name="again"),
]
if settings.DEMO:
    urlpatterns.append(path("demo/mail/", views.demo_mailbox, name="demo-mailbox"))

from __future__ import annotations

from django.urls import path

from veivalg.institutions import views, views_entry, views_manage

app_name = "institutions"
urlpatterns = [
    # /i/: for everybody
    path("i/<slug:slug>/", views.institution_page, name="institution"),
    path("i/<slug:slug>/invitation/<str:secret>/", views_entry.invitation, name="invitation"),
    path("i/<slug:slug>/invitation/<str:secret>/accept/", views_entry.invitation_accept, name="invitation-accept"),
    path("welcome/", views_entry.welcome, name="welcome"),
    # /me/: the person's own
    path("me/positions/", views.positions, name="positions"),
    path("me/positions/new/<slug:slug>/", views.position_new, name="position-new"),
    path("me/positions/<int:affiliation_id>/", views.position_edit, name="position-edit"),
    path("me/positions/<int:affiliation_id>/remove/", views.position_remove, name="position-remove"),
    path("me/phase/", views.phase, name="phase"),
    path("me/settings/", views.own_settings, name="own-settings"),
    path("me/institution/", views.switch, name="switch"),
    # /people/: who may do what here
    path("people/", views_manage.people, name="people"),
    path("people/invite/", views_manage.invite_people, name="invite"),
    path("people/invitations/<int:invitation_id>/resend/", views_manage.invitation_resend, name="invitation-resend"),
    path(
        "people/invitations/<int:invitation_id>/withdraw/", views_manage.invitation_withdraw, name="invitation-withdraw"
    ),
    path("people/<uuid:public_id>/", views_manage.colleague, name="colleague"),
    path("people/<uuid:public_id>/roles/", views_manage.role_give, name="role-give"),
    path("people/roles/<int:membership_id>/end/", views_manage.role_end, name="role-end"),
    # /institution/: what it says of itself
    path("institution/settings/", views_manage.institution_settings, name="settings"),
    path("institution/domains/", views_manage.domains, name="domains"),
    path("institution/domains/<int:domain_id>/withdraw/", views_manage.domain_withdraw, name="domain-withdraw"),
    path("institution/units/", views_manage.units, name="units"),
    path("institution/units/<int:unit_id>/", views_manage.unit_rename, name="unit-rename"),
]

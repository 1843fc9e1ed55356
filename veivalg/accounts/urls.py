"""Only those of allauth's addresses that the product uses, under the names by which allauth looks them up."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as second
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.conf import settings
from django.urls import path

from veivalg.accounts import views, views_passkeys
from veivalg.core.http import public, signed_in

urlpatterns = [
    # Coming in
    path("login/", public(account.request_login_code), name="account_login"),
    path("login/", public(account.request_login_code), name="account_request_login_code"),
    path("login/code/", public(account.confirm_login_code), name="account_confirm_login_code"),
    path("login/password/", public(account.login), name="account_login_password"),
    path("login/passkey/", public(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("login/second/", public(second.authenticate), name="mfa_authenticate"),
    path("signup/", public(views.ways_in), name="account_signup"),
    path("inactive/", public(account.account_inactive), name="account_inactive"),
    path("logout/", public(account.logout), name="account_logout"),
    # The address; the code page also ends a first sign-in, so it is open
    path("email/", signed_in(account.email), name="account_email"),
    path("email/code/", public(account.email_verification_sent), name="account_email_verification_sent"),
    # Security
    path("security/", views.security, name="account_security"),
    path("security/", views.security, name="mfa_index"),
    path("security/", views.security, name="mfa_list_webauthn"),
    path("security/sessions/end/", views.sessions_end, name="account_sessions_end"),
    path("security/password/", signed_in(account.password_change), name="account_change_password"),
    path("security/password/set/", signed_in(account.password_set), name="account_set_password"),
    path("security/password/remove/", views.password_remove, name="account_remove_password"),
    path("security/app/", signed_in(totp.activate_totp), name="mfa_activate_totp"),
    path("security/app/remove/", signed_in(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("security/recovery/", signed_in(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("security/recovery/new/", signed_in(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("security/passkeys/add/", signed_in(views_passkeys.add), name="mfa_add_webauthn"),
    path("security/passkeys/<int:pk>/", signed_in(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
    path("security/passkeys/<int:pk>/remove/", signed_in(passkeys.remove_webauthn), name="mfa_remove_webauthn"),
    path("again/", signed_in(account.reauthenticate), name="account_reauthenticate"),
    path("again/app/", signed_in(second.reauthenticate), name="mfa_reauthenticate"),
    path("again/passkey/", signed_in(passkeys.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
]
feide_patterns = [
    path("oidc/<str:provider_id>/login/", public(oidc.login), name="openid_connect_login"),
    path("oidc/<str:provider_id>/login/callback/", public(oidc.callback), name="openid_connect_callback"),
    path("feide/cancelled/", public(social.login_cancelled), name="socialaccount_login_cancelled"),
    path("feide/error/", public(social.login_error), name="socialaccount_login_error"),
    path("feide/signup/", public(views.ways_in), name="socialaccount_signup"),
    path("security/", views.security, name="socialaccount_connections"),
]
if settings.FEIDE_CLIENT_ID:
    urlpatterns += feide_patterns
if settings.DEMO:
    urlpatterns += [path("demo/<slug:demo_name>/", views.demo_sign_in, name="demo-sign-in")]

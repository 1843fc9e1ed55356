"""Every setting of the product, read from the environment; `docs/settings.md` lists them and a test keeps it true."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured

from veivalg.core import logs

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()

# --- What kind of process this is -----------------------------------------------------------------------------------
#: Errors with their insides on the page: for developers only.
DEBUG = env.bool("DEBUG", default=False)
#: Demo data and demo sign-in; never where real people are.
DEMO = env.bool("DEMO", default=False)
#: Where files of a running site lie: SQLite, taxonomy index.
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var")))
LOCAL = DEBUG or DEMO
if LOCAL:
    DATA_DIR.mkdir(parents=True, exist_ok=True)  # so that the first command of a newcomer finds a place to write

#: Signs cookies and links; long and secret.
SECRET_KEY = env.str("SECRET_KEY", default="only-for-development-and-demo" if LOCAL else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY (or DEMO=1 to look around).")
#: Host names that the site answers to.
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
#: The public address; https switches secure cookies and HSTS on.
BASE_URL = env.str("BASE_URL", default="http://localhost:8000")
#: Who runs the site, shown at the foot of each page.
OPERATED_BY = env.str("OPERATED_BY", default="")
#: Where readers can write about the site itself: accessibility, weaknesses.
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="")
#: Opens /metrics; empty keeps it closed.
METRICS_TOKEN = env.str("METRICS_TOKEN", default="")

# --- Apps, from the top layer down ----------------------------------------------------------------------------------
VEIVALG_APPS = [
    "veivalg.demo",
    "veivalg.home",
    "veivalg.library",
    "veivalg.competence",
    "veivalg.notifications",
    "veivalg.search",
    "veivalg.institutions",
    "veivalg.accounts",
    "veivalg.framework",
    "veivalg.audit",
    "veivalg.core",
]
INSTALLED_APPS = [
    *VEIVALG_APPS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "template_partials",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "veivalg.core.middleware.RequestLogMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "veivalg.core.middleware.BrowserLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "veivalg.institutions.middleware.MemberMiddleware",
]

ROOT_URLCONF = "veivalg.config.urls"
WSGI_APPLICATION = "veivalg.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "veivalg.core.templatetags.ui"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "veivalg.core.context.page",
                "veivalg.home.context.navigation",
            ],
        },
    },
]
FORM_RENDERER = "veivalg.core.forms.DesignsystemRenderer"

# --- Database -------------------------------------------------------------------------------------------------------
#: The database; SQLite when not set.
DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'veivalg.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE takes the write lock at BEGIN, so that a service that counts and then inserts cannot be overtaken.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    #: Connections that a process keeps open to PostgreSQL.
    pool_size = env.int("DATABASE_POOL", default=4)
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": pool_size}}
    DATABASES["default"]["CONN_MAX_AGE"] = 0  # the pool keeps the connections

# One cache for all processes, so that a limit on attempts holds whichever of them answers.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "core_cacheentry",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# --- Sign-in --------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "veivalg.institutions.adapter.EntryAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1"]  # nobody signs up by form, but sign-in shows a password only then
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_PREVENT_ENUMERATION = True
# A whole campus may share one network address, and a seminar signs in together; each mailbox still gets three a minute.
ACCOUNT_RATE_LIMITS = {"request_login_code": "60/m/ip,3/m/key"}
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {
    "login": "veivalg.accounts.forms.PasswordForm",
    "request_login_code": "veivalg.accounts.forms.AddressForm",
    "confirm_login_code": "veivalg.accounts.forms.CodeForm",
    "add_email": "veivalg.accounts.forms.NewAddressForm",
    "change_email": "veivalg.accounts.forms.OtherAddressForm",
    "confirm_email_verification_code": "veivalg.accounts.forms.NewAddressCodeForm",
    "change_password": "veivalg.accounts.forms.ChangePasswordForm",
    "set_password": "veivalg.accounts.forms.SetPasswordForm",
    "reauthenticate": "veivalg.accounts.forms.ReauthenticateForm",
}
MFA_ADAPTER = "veivalg.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Veivalg"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = LOCAL and not BASE_URL.startswith("https://")
MFA_FORMS = {
    "authenticate": "veivalg.accounts.forms.SecondFactorForm",
    "reauthenticate": "veivalg.accounts.forms.SecondFactorAgainForm",
    "activate_totp": "veivalg.accounts.forms.ActivateAppForm",
    "add_webauthn": "veivalg.accounts.forms.AddPasskeyForm",
    "edit_webauthn": "veivalg.accounts.forms.RenamePasskeyForm",
}
SOCIALACCOUNT_ADAPTER = "veivalg.institutions.adapter.FeideAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_STORE_TOKENS = False
#: Sign-in through Feide; off while empty.
FEIDE_CLIENT_ID = env.str("FEIDE_CLIENT_ID", default="")
#: The secret that belongs to FEIDE_CLIENT_ID.
FEIDE_SECRET = env.str("FEIDE_SECRET", default="")
#: Where Feide describes itself (OpenID Connect discovery).
FEIDE_SERVER_URL = env.str("FEIDE_SERVER_URL", default="https://auth.dataporten.no/.well-known/openid-configuration")
FEIDE = {
    "provider_id": "feide",
    "name": "Feide",
    "client_id": FEIDE_CLIENT_ID,
    "secret": FEIDE_SECRET,
    "settings": {
        "server_url": FEIDE_SERVER_URL,
        "scope": ["openid", "userid", "userid-feide", "userinfo-name", "email"],
        "oauth_pkce_enabled": True,
    },
}
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [FEIDE] if FEIDE_CLIENT_ID else []}}
SESSION_ENGINE = "veivalg.accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365

# --- Languages: a new one is a catalogue and an entry in LANGUAGE_LIST, no code -------------------------------------
#: Languages of the site, the first being the default.
LANGUAGE_LIST = env.list("LANGUAGE_LIST", default=["nb:bokmål", "nn:nynorsk", "en:English"])
LANGUAGES = [tuple(entry.split(":", 1)) for entry in LANGUAGE_LIST]
for code, name in LANGUAGES:
    LANG_INFO.setdefault(code, {"bidi": False, "code": code, "name": name, "name_local": name})
LANGUAGE_CODE = LANGUAGES[0][0]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Oslo"

# --- Personal data: every app that keeps some, upper layers first -----------------------------------------------------
PRIVACY_MODULES = [
    "veivalg.library.privacy",
    "veivalg.competence.privacy",
    "veivalg.notifications.privacy",
    "veivalg.accounts.privacy",  # before institutions: an account is found by its person
    "veivalg.institutions.privacy",
    "veivalg.audit.privacy",
]

# --- Mail and jobs --------------------------------------------------------------------------------------------------
#: The sender of mails.
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Veivalg <veivalg@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_BACKEND = "veivalg.notifications.outbox.OutboxBackend"
# In a demo mails stay on the site, where visitors read them; elsewhere they go to the mail server.
DEMO_TRANSPORT = "veivalg.notifications.demo_mailbox.DemoMailbox"
#: The mail backend of Django by which the worker sends what lies in the outbox.
OUTBOX_TRANSPORT = env.str(
    "OUTBOX_TRANSPORT", default=DEMO_TRANSPORT if LOCAL else "django.core.mail.backends.smtp.EmailBackend"
)
#: The mail server.
EMAIL_HOST = env.str("EMAIL_HOST", default="localhost")
#: Its port.
EMAIL_PORT = env.int("EMAIL_PORT", default=25)
#: The user name there, where it asks for one.
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", default="")
#: The password there.
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", default="")
#: Speak to it encrypted (STARTTLS).
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", default=False)
EMAIL_TIMEOUT = 10
# Kinds of notices that apps declare.
NOTICE_MODULES = ["veivalg.notifications.notices"]
# What the worker does by itself (core/schedule.py): about every second, and each so many seconds.
EVERY_TICK = ["veivalg.notifications.services.send_due_mail"]
SCHEDULE = {
    "veivalg.core.schedule.sign_of_life": 30,
    "veivalg.library.services.publish_due": 60,
    "veivalg.notifications.services.destroy_old_mail": 60 * 60,
    "veivalg.competence.services.forget_old_texts": 60 * 60,
    "veivalg.core.schedule.tidy": 60 * 60 * 24,
    "veivalg.institutions.services.forget_old_invitations": 60 * 60 * 24,
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Files ----------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
#: Where style sheets and scripts are collected.
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(BASE_DIR / "staticfiles")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# --- Headers --------------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        # Browsers hold the redirect after a form against this list too: the sign-in form leads to Feide.
        "form-action": [SELF, "https://" + urlsplit(FEIDE_SERVER_URL).netloc] if FEIDE_CLIENT_ID else [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
HTTPS = BASE_URL.startswith("https://")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
CSRF_FAILURE_VIEW = "veivalg.core.views_errors.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
#: Trust X-Forwarded-Proto of the proxy in front.
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
# The limits on attempts count by the reader's own address, which the proxy tells.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None

# --- Logs -----------------------------------------------------------------------------------------------------------
#: How much is logged: INFO, WARNING or ERROR.
LOG_LEVEL = env.str("LOG_LEVEL", default="INFO")
LOGGING = logs.configure(LOG_LEVEL)

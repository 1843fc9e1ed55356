"""Fast and closed: no network, mails stay in memory, tasks run at once."""

from __future__ import annotations

import os

os.environ.setdefault("DEMO", "1")
os.environ.setdefault("SECRET_KEY", "tests")

from veivalg.config.settings import *  # noqa: F403

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["NAME"] = ":memory:"  # noqa: F405
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MIDDLEWARE.remove("whitenoise.middleware.WhiteNoiseMiddleware")  # noqa: F405
# The stand-in for a mail server goes on talking after its test has ended.
LOGGING["loggers"]["mail.log"] = {"level": "ERROR"}  # noqa: F405

"""What machines ask of the site: crawlers, those who found a weakness, and whoever watches over it."""

from __future__ import annotations

from datetime import timedelta
from secrets import compare_digest

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from veivalg.core.http import public
from veivalg.home.queries import gauges

ROBOTS = """User-agent: *
Disallow: /me/
Disallow: /accounts/
Disallow: /i/*/invitation/
"""
# RFC 9116 asks for an end; a page that is made anew each time never gets old.
SECURITY_TXT_LASTS = timedelta(days=180)


@public
@require_GET
def robots(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


@public
@require_GET
def security(_request: HttpRequest) -> HttpResponse:
    """Whom to tell about a weakness (RFC 9116)."""
    contact = f"mailto:{settings.CONTACT_EMAIL}" if settings.CONTACT_EMAIL else f"{settings.BASE_URL}/about/"
    expires = (timezone.now() + SECURITY_TXT_LASTS).strftime("%Y-%m-%dT00:00:00Z")
    lines = [f"Contact: {contact}", f"Expires: {expires}", "Preferred-Languages: nb, nn, en"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@public
@never_cache
@require_GET
def metrics(request: HttpRequest) -> HttpResponse:
    """A few numbers in Prometheus' text format. Without a token in the settings the page does not exist."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not settings.METRICS_TOKEN or not compare_digest(given.encode(), settings.METRICS_TOKEN.encode()):
        raise Http404
    text = "".join(gauge.text() for gauge in gauges())
    return HttpResponse(text, content_type="text/plain; version=0.0.4; charset=utf-8")

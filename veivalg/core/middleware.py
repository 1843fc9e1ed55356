"""The language of a page before anybody has signed in, and one line in the log for each request."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware

# Browsers ask for "no" where they mean Norwegian in general; Django knows only nb and nn.
PLAIN_NORWEGIAN = re.compile(r"(?<![a-z-])no(?=[-,;\s]|$)", re.IGNORECASE)


class BrowserLanguageMiddleware(LocaleMiddleware):
    """Language by cookie, else by browser, else bokmål."""

    def process_request(self, request: HttpRequest) -> None:
        asked = request.META.get("HTTP_ACCEPT_LANGUAGE", "")
        request.META["HTTP_ACCEPT_LANGUAGE"] = PLAIN_NORWEGIAN.sub("nb", asked)
        super().process_request(request)


log = structlog.get_logger("veivalg.requests")


class RequestLogMiddleware:
    """Logs route, status and time of each request.

    The route and not the path, since paths hold secrets (invitations, feeds); neither the person nor their address.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        with structlog.contextvars.bound_contextvars(request=uuid.uuid4().hex[:12]):
            response = self.get_response(request)
            log.info(
                "answered",
                method=request.method,
                route=request.resolver_match.route if request.resolver_match else None,
                status=response.status_code,
                ms=round((time.perf_counter() - began) * 1000),
            )
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """A bug: where it happened, without the values it happened to."""
        log.error("failed", exc_info=exception)

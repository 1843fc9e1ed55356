"""The language of a page before anybody has signed in."""

from __future__ import annotations

import re

from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware

# Browsers ask for "no" where they mean Norwegian in general; Django knows only nb and nn.
PLAIN_NORWEGIAN = re.compile(r"(?<![a-z-])no(?=[-,;\s]|$)", re.IGNORECASE)


class BrowserLanguageMiddleware(LocaleMiddleware):
    """Language by cookie, else by browser, else bokmål."""

    def process_request(self, request: HttpRequest) -> None:
        asked = request.META.get("HTTP_ACCEPT_LANGUAGE", "")
        request.META["HTTP_ACCEPT_LANGUAGE"] = PLAIN_NORWEGIAN.sub("nb", asked)
        super().process_request(request)

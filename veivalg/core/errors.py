"""What a service raises when a person asks for something that the rules do not allow."""

from __future__ import annotations

from django.utils.functional import Promise


class DomainError(Exception):
    """A refusal with a translated text. Pages show it as a message, the API answers 409."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)

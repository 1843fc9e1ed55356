"""Small helpers of every template: icons, passages in another language, dates as people write them."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache

from babel.dates import format_date, format_skeleton, format_time
from django import template
from django.contrib.staticfiles import finders
from django.forms import BoundField
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

register = template.Library()


@cache
def drawing(name: str) -> str:
    """The SVG of an icon from `static/icons/`, drawn in the colour of the text."""
    path = finders.find(f"icons/{name}.svg")
    if not path:
        raise template.TemplateSyntaxError(f"There is no icon {name!r} in static/icons/.")
    with open(path, encoding="utf-8") as file:
        return file.read()


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon beside a text. It is decoration: hidden from screen readers."""
    return mark_safe(f'<span class="icon" aria-hidden="true">{drawing(name)}</span>')  # noqa: S308 (our own file)


@register.filter
def lang_attribute(language: str) -> SafeString | str:
    """` lang="nn"` for a passage that is not in the page's language, else nothing.

    Write `<p{{ row.language|lang_attribute }}>`.
    """
    return "" if language == translation.get_language() else format_html(' lang="{}"', language)


@register.filter
def first_id(field: BoundField) -> str:
    """Where a link to a field leads: to the first choice where there are several."""
    return f"{field.auto_id}_0" if field.use_fieldset else field.id_for_label


@register.filter
def long_date(day: date) -> str:
    """`tirsdag 1. desember 2026`."""
    return format_date(day, "full", locale=locale())


@register.filter
def short_date(day: date) -> str:
    """`1. des. 2026`."""
    return format_date(day, "medium", locale=locale())


@register.filter
def month(day: date) -> str:
    """`desember 2026`."""
    return format_skeleton("yMMMM", day, locale=locale())


@register.filter
def moment(at: datetime) -> str:
    """`tirsdag 1. desember 2026 kl. 10.00`, in the reader's own time zone."""
    local = timezone.localtime(at)
    clock = format_time(local, "short", locale=locale())
    return _("%(day)s at %(clock)s") % {"day": long_date(local.date()), "clock": clock}


def locale() -> str:
    """The CLDR locale of the reader's language; English dates are written as in Europe."""
    language = translation.get_language() or "nb"
    return "en_GB" if language == "en" else language

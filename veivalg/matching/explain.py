"""Why an occupation is suggested, and what is missing: from the exact terms only, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from veivalg.text import Language

_MOST_NAMED = 4

_AND = {"nb": "og", "nn": "og", "en": "and"}
_CORE = {
    "nb": "Du har {held} av {needed} kjerneferdigheter: {names}.",
    "nn": "Du har {held} av {needed} kjerneferdigheiter: {names}.",
    "en": "You have {held} of {needed} core skills: {names}.",
}
_CORE_ALL = {
    "nb": "Du har alle {needed} kjerneferdighetene: {names}.",
    "nn": "Du har alle {needed} kjerneferdigheitene: {names}.",
    "en": "You have all {needed} core skills: {names}.",
}
_USEFUL = {
    "nb": "Nyttig her er også: {names}.",
    "nn": "Nyttig her er òg: {names}.",
    "en": "Also useful here: {names}.",
}
_PROFESSION = {
    "nb": "Du skriver at du er eller har vært {name}.",
    "nn": "Du skriv at du er eller har vore {name}.",
    "en": "You write that you are or have been a {name}.",
}
_MORE = {"nb": "{count} til", "nn": "{count} til", "en": "{count} more"}


def reasons(essential: Sequence[str], useful: Sequence[str], needed: int, language: Language) -> tuple[str, ...]:
    """Return plain sentences about the labels of matched skills; `needed` is how many the occupation's core has.

    >>> reasons(["statistikk"], ["Python", "R"], 4, "nb")
    ('Du har 1 av 4 kjerneferdigheter: statistikk.', 'Nyttig her er også: Python og R.')
    """
    sentences = []
    if essential:
        template = _CORE_ALL if len(essential) == needed > 1 else _CORE
        sentences.append(
            template[language].format(held=len(essential), needed=needed, names=listed(essential, language))
        )
    if useful:
        sentences.append(_USEFUL[language].format(names=listed(useful, language)))
    return tuple(sentences)


def profession_reason(name: str, language: Language) -> str:
    """Return why a profession that the person names as their own speaks for an occupation.

    >>> profession_reason("veterinær", "nb")
    'Du skriver at du er eller har vært veterinær.'
    """
    return _PROFESSION[language].format(name=name)


def listed(names: Sequence[str], language: Language) -> str:
    """Return names as people list them, the tail counted.

    >>> listed(["a", "b", "c", "d", "e", "f"], "en")
    'a, b, c, d and 2 more'
    """
    shown = list(names[:_MOST_NAMED])
    if len(names) > _MOST_NAMED + 1:
        shown.append(_MORE[language].format(count=len(names) - _MOST_NAMED))
    else:
        shown = list(names)
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {_AND[language]} {shown[-1]}"

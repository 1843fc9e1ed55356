"""What a person says they have *not* done, only wish for, or what somebody else did.

Simple patterns, each opening a scope that ends at a contrast ("men", "but"), a full stop or where the person speaks of
themselves again. They are symmetrical in gender: whatever holds for "hun" holds for "han" and "hen".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from veivalg.text.sentences import Span

_LONGEST = 160  # characters: a denial does not reach further


def _any(words: str) -> str:
    """Return a pattern for any of some words; `_` stands for blanks, what follows a `*` may vary."""
    return "(?:" + "|".join(word.replace("_", r"\s+").replace("*", r"\w*") for word in words.split()) + ")"


_NOT = _any("ikke ikkje aldri") + r"(?!\s+(?:bare|berre|kun|problem\w*)\b)"
_NEVER = _any("never not haven't haven’t hasn't hadn't didn't didn’t don't don’t do_not cannot can't can’t") + (
    r"(?!\s+(?:only|just)\b)"
)
_ADVERB = _any(
    "enda ennå enno egentlig eigentleg personlig personleg selv sjølv noen_gang nokon_gong foreløpig førebels "
    "really personally actually yet ever so_far been much"
)
_LACK = _any("ingen inga ingen_som_helst null mangler manglar uten utan lite liten begrenset avgrensa")
_COMPETENCE = _any("erfaring røynsle kjennskap kunnskap* kompetanse bakgrunn opplæring trening utdanning praksis")
_LACK_ENGLISH = _any("no zero without without_any lack lacks lacking lacked little limited not_much hardly_any")
_COMPETENCE_ENGLISH = _any("experience knowledge training background skill skills expertise familiarity exposure")
_DONE = _any(
    "brukt bruka nytta benyttet jobbet jobba arbeidet arbeidd programmert kodet koda undervist lært gjort prøvd prøvet "
    "hatt kjennskap erfaring røynsle kunnskap kompetanse trening bakgrunn opplæring noe noko mye mykje særlig særleg "
    "vant ekspert god flink tatt teke drevet drive vært vore skrevet skrive publisert ledet leia veiledet rettleia "
    "ansvar deltatt delteke"
)
_DOES = _any(
    "kan kunne behersker meistrar mestrer forstår bruker brukar jobber jobbar arbeider programmerer programmerar "
    "underviser har driver driv liker likar kjenner"
)
_DONE_ENGLISH = _any(
    "use used worked work programmed programed program coded code taught teach done do learn learned learnt tried had "
    "have know speak written write published led supervised touched familiar experienced trained an_expert good_at "
    "confident comfortable"
)
_WISH = _any(
    "ønsker ønskjer ynskjer ønske_om vil_gjerne kunne_tenke_meg kunne_tenkje_meg har_lyst_til håper håpar planlegger "
    "planlegg tenker tenkjer skulle_ønske skulle_gjerne"
)
_BEGIN = _any("lære læra lært studere kurs_i utdanne vidareutdanne videreutdanne begynne byrje prøve kunne")
_WISH_ENGLISH = _any("want wish hope hoping like love plan planning intend eager keen interested looking")
_BEGIN_ENGLISH = _any(
    "learn learning study try start starting pick_up take_a_course get_into become"
)  # fmt: skip
_WHOSE = _any("min mine mi vår våre en ein ei my our a one_of_my the")
_SOMEBODY = _any(
    "kollega* medarbeider* medarbeidar* samarbeidspartner* veileder* rettleiar* partner* ektefelle samboer sambuar "
    "mann kone kona bror søster syster far mor venn* ven sjef* tekniker* teknikar* ingeniør* student* statistiker* "
    "colleague colleagues co-worker coworker co-workers supervisor supervisors collaborator collaborators husband "
    "wife brother sister father mother friend friends boss technician technicians engineer engineers student "
    "students statistician statisticians labmate labmates postdoc postdocs"
)
_DID = _any(
    "programmerte koda kodet analyserte gjorde utførte målte skreiv skrev tok_seg_av sto_for stod_for stod_bak bygde "
    "bygget bygge laga laget kjørte køyrde underviste utviklet utvikla ledet leia kan er_ekspert_på er_ekspert_i did "
    "programmed coded analysed analyzed performed measured wrote took_care_of handled built made ran taught developed "
    "led can knows is_an_expert_in"
)
_PERSON = _any("han hun ho hen he she they de dei")
_I = _any("jeg eg vi me")
_OTHERS = r"(?:others|colleagues?|a\s+colleague|andre|kolleg\w+|en\s+kollega|ein\s+kollega|(?:my|our|min|vår)\s+\w+)"

# What follows is not the person's: from the match to the end of the scope.
_OPENERS = re.compile(
    rf"""
      \b{_LACK}\s+(?:\w+\s+)?{_COMPETENCE}\b                        # ingen erfaring med …
    | \b{_NOT}\s+(?:{_ADVERB}\s+)?{_DONE}\b                         # har ikkje brukt …
    | \b{_DOES}\s+(?:\w+\s+)?{_NOT}\b                               # kan ikke …
    | \b{_LACK_ENGLISH}\s+(?:\w+\s+){{0,2}}{_COMPETENCE_ENGLISH}\b  # no prior experience with …
    | \b{_NEVER}\s+(?:{_ADVERB}\s+)?{_DONE_ENGLISH}\b               # never used …
    | \b(?:lack|mangler|manglar|(?:kan|kunne)\s+(?:\w+\s+)?lite|(?:bad|poor)\s+at)\b
    | \b(?:dårlig|dårleg|svak)\s+(?:i|på|til)\b
    | \b{_WISH}\s+(?:meg\s+)?(?:på\s+å\s+|å\s+|at\s+{_I}\s+)?(?:\w+\s+){{0,2}}{_BEGIN}\b  # ønsker å lære …
    | \b{_WISH_ENGLISH}\s+(?:to|forward\s+to|in)\s+(?:\w+\s+)?{_BEGIN_ENGLISH}\b          # want to learn …
    | \b(?:must|need\s+to|should|må|bør|burde)\s+(?:learn|lære)\b
    | \b{_WHOSE}\s+(?:\w+\s+)?{_SOMEBODY}\s+(?:\w+\s+)?{_DID}\b     # min kollega programmerte …
    | (?:^|(?<=[,;.]\s)){_PERSON}\s+{_DID}\b                        # hun programmerte …
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What stands before is not the person's: from the beginning of the scope to the end of the match.
_CLOSERS = re.compile(
    rf"""
      \b(?:har|kan)\s+{_I}\s+(?:\w+\s+)?(?:{_NOT}|ingen|inga|lite)\b   # Python har jeg aldri brukt
    | \b(?:is|are)\s+(?:not\s+something|something)\s+I(?:['’]ve|\s+have)?\s+(?:never|not)\b
    | \b(?:var|ble|vart|blei|was|were|is)\s+(?:\w+\s+)?
      (?:done|handled|performed|gjort|utført|tatt\s+hand\s+om|teke\s+hand\s+om)\s+(?:by|av)\s+{_OTHERS}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SCOPE_END = re.compile(
    rf"""
      [;!?] | \.(?=\s|$) | \n\s*(?:\n|[-*•])
    | \b(?:men|derimot|however|but|although|though|whereas|mens|while|selv\s+om|sjølv\s+om)\b
    | \b(?:and\s+)?I\s+(?:have|am|do|did)\b | \bog\s+(?:jeg|eg)\b
    | ,\s*(?:{_I}|I|we|har|have|and\s+I|og\s+jeg|og\s+eg)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)

# A heading over what the person cannot do or wants to learn, up to its colon.
_HEADING = re.compile(
    rf"""
    [\W\d_]{{0,4}}(?:
        (?:(?:{_I}|I|we)\s+)?(?:
            {_DOES}\s+{_NOT} | (?:har\s+)?{_NOT}(?:\s+{_DONE})? | {_NEVER}(?:\s+{_DONE_ENGLISH})?
          | {_LACK}\s+{_COMPETENCE} | {_NOT}\s+{_COMPETENCE} | {_LACK_ENGLISH}\s+{_COMPETENCE_ENGLISH}
          | mangler | manglar | lack(?:s|ing)?
          | (?:{_WISH}|vil|skal|må|bør)\s+(?:gjerne\s+)?(?:å\s+)?{_BEGIN}(?:\s+(?:mer|meir))?
          | (?:(?:{_WISH_ENGLISH}|would\s+like)\s+to|will)\s+{_BEGIN_ENGLISH} | to\s+learn | å\s+lære
        )
      | læringsmål | læringsønsker | learning\s+goals
    )
    (?:\s+(?:\w+\s*){{1,4}})?\s*:\s*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ANY_HEADING = re.compile(r"[^\n:]{1,60}:(?:\s|$)")
_EMPTY_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
_CONTRAST = re.compile(r"\b(?:men|but|derimot|however)\b", re.IGNORECASE)


def denied_spans(text: str, sentences: Iterable[Span]) -> list[Span]:
    """Return the spans in which a skill that is named is not a skill of the person.

    >>> text = "Jeg har ingen erfaring med Python, men kan R. Min kollega programmerte i C++."
    >>> [text[s.start:s.end] for s in denied_spans(text, [Span(0, 45), Span(46, len(text))])]
    ['ingen erfaring med Python, ', 'Min kollega programmerte i C++']
    """
    ordered = list(sentences)
    spans = [span for sentence in ordered for span in _denied(text, sentence)]
    return [*spans, *_under_headings(text, ordered)]


def _denied(text: str, sentence: Span) -> list[Span]:
    spans = []
    for match in _OPENERS.finditer(text, sentence.start, sentence.end):
        spans.append(Span(match.start(), _scope_end(text, match.end(), sentence.end)))
    for match in _CLOSERS.finditer(text, sentence.start, sentence.end):
        start = _scope_start(text, sentence.start, match.start())
        spans.append(Span(start, _scope_end(text, match.end(), sentence.end)))
    return spans


def _under_headings(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """Yield what stands after "kan ikke:" or "want to learn:", on the same line or as the list below it."""
    for number, sentence in enumerate(sentences):
        match = _HEADING.match(text, sentence.start, sentence.end)
        if match is None:
            continue
        if match.end() < sentence.end:
            contrast = _CONTRAST.search(text, match.end(), sentence.end)
            yield Span(sentence.start, contrast.start() if contrast else sentence.end)
            continue
        end = sentence.end
        for item in sentences[number + 1 :]:
            if _EMPTY_LINE.search(text, end, item.start) or _ANY_HEADING.match(text, item.start, item.end):
                break
            end = item.end
        yield Span(sentence.start, end)


def _scope_end(text: str, start: int, sentence_end: int) -> int:
    furthest = min(sentence_end, start + _LONGEST)
    match = _SCOPE_END.search(text, start, furthest)
    return match.start() if match else furthest


def _scope_start(text: str, sentence_start: int, end: int) -> int:
    start = max(sentence_start, end - _LONGEST)
    for match in _SCOPE_END.finditer(text, start, end):
        start = match.end()
    return start

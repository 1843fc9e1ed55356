"""Words that never count when texts are compared.

Function words say nothing about a skill. Words that name a gender, a family role or a person are here too: two texts
that differ in them alone must give the same result.
"""

from __future__ import annotations

from veivalg.text.wordlists import word_list

_FUNCTION = word_list(
    """
    og i på av for med til som er har den det de om var kan vil skal ved også ha men eller under over når så da seg en
    et ei ein eit fra frå jeg eg meg min mi mitt mine ikke ikkje noe noko noen nokon nokre mer meir mye mykje være vere
    vært vore ble blei vart blir gjennom mellom hver kvar uten utan vi me oss vår vårt våre du deg din ditt dine bare
    berre selv sjølv flere fleire andre alle ulike samt både innen innenfor etter før enn at å opp ut inn ned her der
    hvor kor hva kva hvordan korleis dette denne disse desse sin sitt sine dem dei dykk them
    ny nye nytt stor store stort god gode godt år måned måneder månader mm bl f eks etc osv dvs
    the a an and of to in for with on is are was were i my me our we us have has had been be from by as at that this
    which it its not or also into using used use through between their more than other about within can will would who
    how what where but so all most some such you your they them these those very well both during various several many
    new including include includes month months year years
    """
)
_GENDER = word_list(
    """
    han hun ho hen hans hennes hennar henne ham honom she he her his him hers himself herself mann kvinne kvinner menn
    kvinnelig mannlig kvinneleg mannleg mor far mamma pappa kone ektemann ektefelle datter dotter sønn son søster bror
    syster jente gutt jenter gutter woman man women men female male mother father wife husband daughter sister brother
    girl boy mr mrs ms fru herr frøken
    """
)
STOPWORDS = _FUNCTION | _GENDER

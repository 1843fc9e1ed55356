"""The main job, through the door, in three languages: paste, confirm, profile, occupations."""

from __future__ import annotations

import pytest

from veivalg.competence.models import SkillClaim, Source

TEXTS = {
    "nb": "Jeg er postdoktor i organisk geokjemi. Jeg har analysert biomarkører med GC-MS, programmert i Python og R, "
    "veiledet masterstudenter og undervist i statistikk. Jeg har aldri brukt MATLAB.",
    "nn": "Eg er postdoktor i organisk geokjemi. Eg har analysert biomarkørar med GC-MS, programmert i Python og R, "
    "rettleia masterstudentar og undervist i statistikk. Eg har aldri brukt MATLAB.",
    "en": "I am a postdoc in organic geochemistry. I analysed biomarkers with GC-MS, programmed in Python and R, "
    "supervised master students and taught statistics. I have never used MATLAB.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_from_a_text_to_occupations(ingrid, enter, language):
    browser = enter(ingrid, language)
    answer = browser.post("/me/competence/paste/", {"text": TEXTS[language]}, follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in page
    assert ">GC-MS</a>" in page
    source = Source.objects.get()
    assert source.language == language
    browser.post(f"/me/competence/texts/{source.public_id}/decide/", {"rest": "confirm"})
    assert SkillClaim.objects.filter(state="confirmed").count() == SkillClaim.objects.count() >= 5
    browser.post(f"/me/competence/texts/{source.public_id}/done/")
    source.refresh_from_db()
    assert source.text == ""
    page = browser.get("/me/competence/occupations/").content.decode()
    assert page.count('class="occupation') >= 8
    assert "karriereveiledning.no" in page


def test_a_skill_that_is_denied_is_not_found(ingrid, enter):
    enter(ingrid).post("/me/competence/paste/", {"text": TEXTS["en"]})
    source = Source.objects.get()
    assert not [m for m in source.mentions.all() if "MATLAB" in source.text[m.start : m.end]]

from __future__ import annotations

import pytest

from tests.cast import person
from veivalg.institutions.roles import Role
from veivalg.institutions.scoping import acting_for
from veivalg.library import services
from veivalg.library.models import OverlayText
from veivalg.library.tests.conftest import content

HERE = "/library/before-you-sign/here/"
ARTICLE = "/library/before-you-sign/"


@pytest.fixture
def own(eva, kari, nordhavn):
    draft = services.begin_article(by=eva, slug="our-rules", institution=nordhavn, content=content("Our rules"))
    services.send_to_review(by=eva, revision=draft)
    return services.approve(by=kari, revision=draft).article


def test_own_rules_stand_below_the_article_for_own_readers_only(shipped, eva, ingrid, per, client, enter):
    shipped()
    enter(eva).post(HERE, {"kind": "adds", "body": "Ask **Kari** <script>first</script>."})
    assert "Ask <strong>Kari</strong> &lt;script&gt;first" in enter(ingrid).get(ARTICLE).content.decode()
    for other in (client, enter(per)):
        assert "Kari" not in other.get(ARTICLE).content.decode()


def test_an_article_of_ones_own_takes_its_place(shipped, own, eva, ingrid, per, enter):
    shipped()
    enter(eva).post(HERE, {"kind": "replaces", "replacement": own.pk})
    assert enter(ingrid).get(ARTICLE).url == "/library/our-rules/"
    assert "Before you sign" not in enter(ingrid).get("/library/").content.decode()
    assert enter(per).get(ARTICLE).status_code == 200


def test_a_hidden_article_is_hidden_here_and_can_come_back(shipped, eva, ingrid, per, enter):
    shipped()
    editor = enter(eva)
    editor.post(HERE, {"kind": "hides"})
    assert enter(ingrid).get(ARTICLE).status_code == 404
    assert enter(per).get(ARTICLE).status_code == 200
    editor.post(HERE, {"as_it_is": "yes"})
    assert enter(ingrid).get(ARTICLE).status_code == 200


@pytest.mark.parametrize("said", [{"kind": "adds", "body": " "}, {"kind": "replaces"}, {"kind": "x"}, {}])
def test_half_a_word_is_refused(shipped, eva, nordhavn, enter, said):
    shipped()
    assert enter(eva).post(HERE, said).status_code == 200
    with acting_for(nordhavn):
        assert not OverlayText.objects.exists()


def test_another_institutions_article_cannot_take_the_place(shipped, own, fjellheim, enter):
    shipped()
    editor = person("Frida", fjellheim, Role.EDITOR)
    assert enter(editor).post(HERE, {"kind": "replaces", "replacement": own.pk}).status_code == 200
    assert enter(editor).get(ARTICLE).status_code == 200

from __future__ import annotations

import re

import pytest

from veivalg.home.navigation import MENU, Place

ROLES = ["ingrid", "solveig", "kari", "leif", "oda"]


def menu(client) -> list[str]:
    """The addresses of the main menu."""
    page = client.get("/about/").content.decode()
    return re.findall(r'href="([^"]+)"', page.split('class="site-nav"')[1].split("</nav>")[0])


def own_menu(client) -> list[str]:
    """The addresses under the reader's name."""
    page = client.get("/about/").content.decode()
    return re.findall(r'href="([^"]+)"', page.split('class="account"')[1].split("</header>")[0])


def test_before_sign_in_the_menu_holds_only_what_is_public(db, client):
    public = [entry for entry in MENU if entry.place == Place.MAIN and entry.capability is None]
    assert len(menu(client)) <= len(public)


@pytest.mark.parametrize("who", ROLES)
def test_every_entry_of_the_menus_opens_for_those_who_see_it(framework, request, enter, who):
    client = enter(request.getfixturevalue(who))
    for address in menu(client) + own_menu(client):
        assert client.get(address).status_code == 200, address


def test_members_are_the_coordinators_and_machinery_the_operators(kari, ingrid, oda, enter):
    assert "/people/" not in menu(enter(ingrid))
    assert "/operator/mail/" not in menu(enter(kari))
    assert "/operator/mail/" in menu(enter(oda))


def test_the_page_one_stands_on_is_marked(ingrid, enter):
    page = enter(ingrid).get("/").content.decode()
    nav = page.split('class="site-nav"')[1].split("</nav>")[0]
    assert nav.count('aria-current="page"') == 1

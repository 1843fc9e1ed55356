"""The first visit without JavaScript, and a passkey in a browser that has a key."""

from __future__ import annotations

import pytest

from tests.browser.road import sign_in_by_code

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_somebody_new_comes_in_by_the_domain_of_their_address(visitor, language):
    page = visitor(language, java_script_enabled=False)
    sign_in_by_code(page, f"new-{language}@nordhavn.example")
    assert page.url.endswith("/welcome/")
    page.fill("input[name=name]", "Tuva Lie")
    page.click("main form button[type=submit]")
    assert page.url.endswith("/me/positions/new/nordhavn/")
    page.check("input[name=kind][value=employment]")
    page.select_option("select[name=position_type]", index=2)
    page.fill("input[name=starts_on]", "2026-01-05")
    page.fill("input[name=ends_on]", "2029-01-04")
    page.click("main form button[type=submit]")
    assert page.url.endswith("/me/positions/")
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("article.panel").count() == 1


def test_a_passkey_is_added_and_signs_in_by_itself(visitor):
    page = visitor("en", who="tuva-researcher-nordhavn")
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    page.goto("/accounts/security/passkeys/add/")
    page.click("form[data-passkey=add] button[type=submit]")
    page.wait_for_url("**/security/")
    page.context.clear_cookies()
    page.goto("/accounts/login/?next=/me/settings/")
    page.click("form[data-passkey=sign-in] button")
    page.wait_for_url("**/me/settings/")


def test_where_the_browser_has_no_passkeys_the_button_stays_away(visitor):
    page = visitor("en", java_script_enabled=False)
    page.goto("/accounts/login/")
    assert not page.locator("form[data-passkey]").is_visible()
    assert page.locator("input[name=email]").is_visible()
